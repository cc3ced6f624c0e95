/** The ops: each declared once, with its schema, its meaning and its gradient side by side. */
@NullMarked
package dev.cresset.ir.op;

import org.jspecify.annotations.NullMarked;

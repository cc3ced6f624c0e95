/** Source texts: plans and ops as Java. */
@NullMarked
package dev.cresset.ir.render;

import org.jspecify.annotations.NullMarked;

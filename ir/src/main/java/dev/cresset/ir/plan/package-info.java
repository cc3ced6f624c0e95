/** Plans: in what order and where a graph, or a group of it, is computed. */
@NullMarked
package dev.cresset.ir.plan;

import org.jspecify.annotations.NullMarked;

/** A recurrent cell with two results, and the graph that it is compiled to. */
@NullMarked
package dev.cresset.examples.cell;

import org.jspecify.annotations.NullMarked;

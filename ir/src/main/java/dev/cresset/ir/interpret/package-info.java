/**
 * Runs graphs on plain arrays, op by op: what a graph means, for tests of passes and of what is
 * made of graphs.
 */
@NullMarked
package dev.cresset.ir.interpret;

import org.jspecify.annotations.NullMarked;

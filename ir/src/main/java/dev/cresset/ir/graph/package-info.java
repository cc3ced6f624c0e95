/**
 * TorchScript's graph as a value: built, printed, parsed, compared and copied. It knows kinds of
 * ops by name alone; what they mean stands in the op table.
 */
@NullMarked
package dev.cresset.ir.graph;

import org.jspecify.annotations.NullMarked;

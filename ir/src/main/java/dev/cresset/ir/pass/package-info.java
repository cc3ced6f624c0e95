/**
 * Passes: each takes a graph and gives another that means the same. What may be removed, merged or
 * moved is asked of {@link dev.cresset.ir.pass.Effects}, by every one of them.
 */
@NullMarked
package dev.cresset.ir.pass;

import org.jspecify.annotations.NullMarked;

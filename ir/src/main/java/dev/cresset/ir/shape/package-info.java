/**
 * Sizes of tensors before there are tensors: known, named or unknown, and the rules by which an op
 * makes sizes of sizes. Only what is certain is said, and only what is certainly wrong is refused.
 */
@NullMarked
package dev.cresset.ir.shape;

import org.jspecify.annotations.NullMarked;

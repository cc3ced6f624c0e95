/** What ops compute, without the tape: one class for each family of ops that is not elementwise. */
@NullMarked
package dev.cresset.tensor.forward;

import org.jspecify.annotations.NullMarked;

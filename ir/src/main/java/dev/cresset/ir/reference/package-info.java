/**
 * What ops mean, in plain loops over plain arrays: the oracle that everything fast is held against.
 */
@NullMarked
package dev.cresset.ir.reference;

import org.jspecify.annotations.NullMarked;

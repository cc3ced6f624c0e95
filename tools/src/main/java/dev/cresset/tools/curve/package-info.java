/** Numbers over the steps of training, as pictures and in the terminal. */
@NullMarked
package dev.cresset.tools.curve;

import org.jspecify.annotations.NullMarked;

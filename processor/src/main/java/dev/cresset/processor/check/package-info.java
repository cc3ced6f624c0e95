/** What graphs say about sizes and dtypes before they run: what surely fails is an error. */
@NullMarked
package dev.cresset.processor.check;

import org.jspecify.annotations.NullMarked;

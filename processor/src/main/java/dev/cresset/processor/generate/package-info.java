/**
 * Everything to Java: the superclass of each module from its signatures, and from its graphs the
 * class that holds its compiled methods.
 */
@NullMarked
package dev.cresset.processor.generate;

import org.jspecify.annotations.NullMarked;

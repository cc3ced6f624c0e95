/** The annotation processor: which classes are compiled, and the stages in their order. */
@NullMarked
package dev.cresset.processor;

import org.jspecify.annotations.NullMarked;

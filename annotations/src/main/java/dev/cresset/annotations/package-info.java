/**
 * The words that users write on their classes; the annotation processor reads them, nothing else.
 */
@NullMarked
package dev.cresset.annotations;

import org.jspecify.annotations.NullMarked;

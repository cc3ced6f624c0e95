/**
 * Where numbers lie and who computes on them: memory, strided views of it, and the interface of a
 * device. Knows no tensor and no gradient.
 */
@NullMarked
package dev.cresset.backend;

import org.jspecify.annotations.NullMarked;

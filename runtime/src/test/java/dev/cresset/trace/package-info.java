/** Java that is traced, as users write it: outside of the library's own packages. */
@NullMarked
package dev.cresset.trace;

import org.jspecify.annotations.NullMarked;

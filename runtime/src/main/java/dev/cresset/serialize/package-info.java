/**
 * State dicts on disk: strict readers that trust no file, and writers that leave either the old
 * file or the whole new one.
 */
@NullMarked
package dev.cresset.serialize;

import org.jspecify.annotations.NullMarked;

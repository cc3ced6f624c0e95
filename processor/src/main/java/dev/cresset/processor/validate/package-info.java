/** Rules that a scripted class keeps as a whole; each broken one is an error under its own line. */
@NullMarked
package dev.cresset.processor.validate;

import org.jspecify.annotations.NullMarked;

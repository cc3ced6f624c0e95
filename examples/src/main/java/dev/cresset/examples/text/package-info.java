/** Two networks that read the project's own pages character by character, and write on. */
@NullMarked
package dev.cresset.examples.text;

import org.jspecify.annotations.NullMarked;

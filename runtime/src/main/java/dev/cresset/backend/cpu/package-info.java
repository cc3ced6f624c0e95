/** The CPU: plain loops over heap arrays, split among threads. */
@NullMarked
package dev.cresset.backend.cpu;

import org.jspecify.annotations.NullMarked;

/** The scripted language: what each construct means as written, compiled, and as a graph. */
@NullMarked
package dev.cresset.language;

import org.jspecify.annotations.NullMarked;

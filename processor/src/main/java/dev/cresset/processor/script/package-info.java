/**
 * A scripted class as immutable records: every name resolved, every expression typed, every node
 * with its place in the user's source. {@code extract} writes them, {@code validate}, {@code lower}
 * and {@code generate} read them; nothing here knows javac.
 */
@NullMarked
package dev.cresset.processor.script;

import org.jspecify.annotations.NullMarked;

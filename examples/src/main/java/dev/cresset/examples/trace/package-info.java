/** Ordinary Java, traced to graphs, and what tracing says where others are silent. */
@NullMarked
package dev.cresset.examples.trace;

import org.jspecify.annotations.NullMarked;

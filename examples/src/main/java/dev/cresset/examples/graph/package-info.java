/** Graphs to look at: a page for the browser, a text for Graphviz. */
@NullMarked
package dev.cresset.examples.graph;

import org.jspecify.annotations.NullMarked;

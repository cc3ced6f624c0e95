/**
 * javac's elements and unattributed trees in, script records out. Names, types and calls are
 * resolved here, by Java's own rules, since javac attributes bodies only when every source is
 * there.
 */
@NullMarked
package dev.cresset.processor.extract;

import org.jspecify.annotations.NullMarked;

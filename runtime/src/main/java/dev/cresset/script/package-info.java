/**
 * What compiled code calls: fused groups, and the graphs of modules put together from those of
 * their classes.
 */
@NullMarked
package dev.cresset.script;

import org.jspecify.annotations.NullMarked;

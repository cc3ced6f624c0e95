/**
 * Modules as in {@code torch.nn}: the base classes, hooks, containers, layers and losses. Layers
 * are written in the scripted language itself.
 */
@NullMarked
package dev.cresset.nn;

import org.jspecify.annotations.NullMarked;

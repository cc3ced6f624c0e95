/**
 * Script to graph: what a scripted method means, in TorchScript's IR. One graph a method;
 * attributes stay attributes, and a loop over modules stays a loop.
 */
@NullMarked
package dev.cresset.processor.lower;

import org.jspecify.annotations.NullMarked;

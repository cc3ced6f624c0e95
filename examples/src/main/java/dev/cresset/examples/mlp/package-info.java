/** A perceptron out of ready layers, without a class of its own. */
@NullMarked
package dev.cresset.examples.mlp;

import org.jspecify.annotations.NullMarked;

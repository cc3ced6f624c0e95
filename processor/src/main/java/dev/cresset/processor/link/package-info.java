/**
 * Graphs of several classes together: what a class file or this compilation says of each, and small
 * ones put in the place of their calls.
 */
@NullMarked
package dev.cresset.processor.link;

import org.jspecify.annotations.NullMarked;

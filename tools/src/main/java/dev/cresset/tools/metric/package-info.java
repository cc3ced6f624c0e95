/** How good answers are: metrics that are told of batch after batch. */
@NullMarked
package dev.cresset.tools.metric;

import org.jspecify.annotations.NullMarked;

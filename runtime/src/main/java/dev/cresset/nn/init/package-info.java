/** First values of parameters, as {@code torch.nn.init}. */
@NullMarked
package dev.cresset.nn.init;

import org.jspecify.annotations.NullMarked;

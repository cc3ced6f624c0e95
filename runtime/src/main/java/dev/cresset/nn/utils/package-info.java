/** What training loops need besides layers, as {@code torch.nn.utils}. */
@NullMarked
package dev.cresset.nn.utils;

import org.jspecify.annotations.NullMarked;

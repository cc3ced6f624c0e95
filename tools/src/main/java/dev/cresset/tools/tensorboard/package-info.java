/** Event files that TensorBoard shows. */
@NullMarked
package dev.cresset.tools.tensorboard;

import org.jspecify.annotations.NullMarked;

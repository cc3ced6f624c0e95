/** Known networks, with the names and the state dicts of {@code torchvision.models}. */
@NullMarked
package dev.cresset.models;

import org.jspecify.annotations.NullMarked;

/** What a model is made of: shapes, parameters, multiply-adds and memory of each module. */
@NullMarked
package dev.cresset.tools.summary;

import org.jspecify.annotations.NullMarked;

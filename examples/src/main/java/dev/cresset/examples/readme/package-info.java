/** The file that README shows. */
@NullMarked
package dev.cresset.examples.readme;

import org.jspecify.annotations.NullMarked;

/**
 * What values are: dtypes, TorchScript's types and schemas, each printed and parsed as TorchScript
 * writes it. Imports the JDK alone.
 */
@NullMarked
package dev.cresset.ir.type;

import org.jspecify.annotations.NullMarked;

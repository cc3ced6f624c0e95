package dev.cresset.ir.reference;

/**
 * What an op gives for these arguments, said as simply as it can be. Values are Long, Double,
 * Boolean, String, {@link dev.cresset.ir.type.None}, {@link NdArray} and Lists of them.
 */
@FunctionalInterface
public interface Reference {
  /** The result; a List of the results if the op gives several. */
  Object apply(Arguments in);
}

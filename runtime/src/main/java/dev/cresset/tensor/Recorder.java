package dev.cresset.tensor;

import dev.cresset.Tensor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is told what Java does with tensors in the thread that it records. See {@link Recording}. */
public interface Recorder {

  /**
   * An op that Java calls: of the table of ops, or a question to a tensor that has an op of its
   * own, such as {@code aten::size.int}. What the op itself calls is not told.
   *
   * @param name the qualified name, {@code aten::add.Tensor}
   * @param run computes it; the recorder calls it once
   * @param arguments all of the schema, in order
   * @return what {@code run} gave
   */
  <R> R op(String name, Supplier<R> run, @Nullable Object... arguments);

  /** An op without a result; see {@link #op}. */
  void act(String name, Runnable run, @Nullable Object... arguments);

  /**
   * Java reads all elements of a tensor, to print or copy them.
   *
   * @param what the call, {@code toString()}
   */
  <R> R elements(String what, Supplier<R> run, Tensor tensor);

  /** Whether it is the user's own Java that asks, and not the library on its way. */
  boolean asked();

  /** Java takes the memory of a tensor, where it may read and write whatever it wants. */
  void memory(Tensor tensor);

  /** Java has made a tensor of numbers of its own. */
  void made(Tensor tensor);

  /** From now on the handle {@code shown} stands for the values of {@code other}. */
  void shows(Tensor shown, Tensor other);

  /**
   * Java does what no graph can hold.
   *
   * @param what says it, in the third person: {@code "runs backward()"}
   * @throws RuntimeException always
   */
  void refuse(String what);
}

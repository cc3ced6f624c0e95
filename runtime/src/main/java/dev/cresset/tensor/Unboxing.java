package dev.cresset.tensor;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Boxed values as arguments of eager ops, and results as boxed values. */
public final class Unboxing {
  private Unboxing() {}

  /** How many numbers a list has. */
  public static long length(long[] list) {
    return list.length;
  }

  /** How many tensors a list has. */
  public static long length(List<? extends @Nullable Tensor> list) {
    return list.size();
  }

  /** Whole numbers; one stands for {@code length}, as in {@code int[2] stride=1}. */
  public static long[] longs(IValue value, int length) {
    if (!value.isLong()) {
      return value.toLongList();
    }
    long[] all = new long[Math.max(length, 1)];
    Arrays.fill(all, value.toLong());
    return all;
  }

  /** Reals; one stands for {@code length}. */
  public static double[] doubles(IValue value, int length) {
    if (value.isList()) {
      return value.toDoubleList();
    }
    double[] all = new double[Math.max(length, 1)];
    Arrays.fill(all, value.toDouble());
    return all;
  }

  /** Truths. */
  public static boolean[] booleans(IValue value) {
    List<IValue> list = value.toList();
    boolean[] all = new boolean[list.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = list.get(i).toBool();
    }
    return all;
  }

  /** Tensors, some of which may be absent. */
  public static List<@Nullable Tensor> optionalTensors(IValue value) {
    @Nullable Tensor[] all = new Tensor[value.toList().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = value.toList().get(i).toOptionalTensor();
    }
    return Arrays.asList(all);
  }

  /** A dtype, by PyTorch's number. */
  public static DType dtype(IValue value) {
    return DType.ofCode(value.toLong());
  }

  /** A device, by its text. */
  public static Device device(IValue value) {
    return Device.of(value.toStr());
  }

  /**
   * A generator.
   *
   * @throws IllegalArgumentException always, since none can be boxed
   */
  public static Generator generator(IValue value) {
    throw new IllegalArgumentException("a generator cannot be given by value, this is " + value);
  }

  /** Several results. */
  public static IValue tuple(Tensor[] results) {
    return IValue.tupleFrom(Arrays.stream(results).map(IValue::from).toArray(IValue[]::new));
  }

  /** A number as what it is. */
  public static IValue number(Number number) {
    Objects.requireNonNull(number);
    return number instanceof Long || number instanceof Integer
        ? IValue.from(number.longValue())
        : IValue.from(number.doubleValue());
  }
}

package dev.cresset;

import dev.cresset.annotations.Aten;
import dev.cresset.autograd.Autograd;
import dev.cresset.autograd.AutogradState;
import dev.cresset.autograd.GradFn;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.ActivationMethods;
import dev.cresset.tensor.ArithmeticMethods;
import dev.cresset.tensor.AutogradMethods;
import dev.cresset.tensor.BitMethods;
import dev.cresset.tensor.BoundMethods;
import dev.cresset.tensor.ComparisonMethods;
import dev.cresset.tensor.ConversionMethods;
import dev.cresset.tensor.DivisionMethods;
import dev.cresset.tensor.ExtremeMethods;
import dev.cresset.tensor.IndexMethods;
import dev.cresset.tensor.MapMethods;
import dev.cresset.tensor.MatrixMethods;
import dev.cresset.tensor.RandomMethods;
import dev.cresset.tensor.Recorder;
import dev.cresset.tensor.Recording;
import dev.cresset.tensor.ReductionMethods;
import dev.cresset.tensor.ScanMethods;
import dev.cresset.tensor.ScienceMethods;
import dev.cresset.tensor.ShapeMethods;
import dev.cresset.tensor.SortMethods;
import dev.cresset.tensor.SubscriptMethods;
import dev.cresset.tensor.TensorText;
import dev.cresset.tensor.eager.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers with any number of sizes, and its gradient. As {@code torch.Tensor}.
 *
 * <p>A small handle: views share memory, and so see each other's changes. Its ops come from one
 * interface for each family. {@code equals} is identity; {@code eq} compares elements, {@code
 * allClose} all of them.
 */
public final class Tensor extends TensorFactories
    implements ActivationMethods,
        ArithmeticMethods,
        AutogradMethods,
        BitMethods,
        BoundMethods,
        ComparisonMethods,
        ConversionMethods,
        DivisionMethods,
        ExtremeMethods,
        IndexMethods,
        MapMethods,
        MatrixMethods,
        RandomMethods,
        ReductionMethods,
        ScanMethods,
        ScienceMethods,
        ShapeMethods,
        SortMethods,
        SubscriptMethods {
  private Strided strided;
  private @Nullable AutogradState autograd;

  private Tensor(Strided strided) {
    this.strided = strided;
  }

  // Factories from values. Those that make up their own values are in the ops' families.

  /** A tensor that shows {@code strided}, without history. For backends and generated code. */
  public static Tensor wrap(Strided strided) {
    return new Tensor(strided);
  }

  /** Whole numbers as a tensor of I64 with one size. As {@code torch.tensor([1, 2])}. */
  public static Tensor of(long... values) {
    return fromBlob(values.clone(), values.length);
  }

  /** Reals as a tensor of F32 with one size. As {@code torch.tensor([1.5, 2.0])}. */
  public static Tensor of(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return fromBlob(floats, floats.length);
  }

  /** Reals as a tensor of F32 with one size. */
  public static Tensor of(float... values) {
    return fromBlob(values.clone(), values.length);
  }

  /** Truths as a tensor of BOOL with one size. */
  public static Tensor of(boolean... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return made(Strided.contiguous(HeapStorage.of(DType.BOOL, bytes), bytes.length));
  }

  /**
   * Rows of reals as a tensor of F32 with two sizes.
   *
   * @throws ShapeException if rows differ in length
   */
  public static Tensor of(double[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    float[] values = new float[rows.length * columns];
    for (int r = 0; r < rows.length; r++) {
      checkRow(r, rows[r].length, columns);
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = (float) rows[r][c];
      }
    }
    return fromBlob(values, rows.length, columns);
  }

  /**
   * Rows of reals as a tensor of F32 with two sizes.
   *
   * @throws ShapeException if rows differ in length
   */
  public static Tensor of(float[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    float[] values = new float[rows.length * columns];
    for (int r = 0; r < rows.length; r++) {
      checkRow(r, rows[r].length, columns);
      System.arraycopy(rows[r], 0, values, r * columns, columns);
    }
    return fromBlob(values, rows.length, columns);
  }

  /**
   * Rows of whole numbers as a tensor of I64 with two sizes.
   *
   * @throws ShapeException if rows differ in length
   */
  public static Tensor of(long[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    long[] values = new long[rows.length * columns];
    for (int r = 0; r < rows.length; r++) {
      checkRow(r, rows[r].length, columns);
      System.arraycopy(rows[r], 0, values, r * columns, columns);
    }
    return fromBlob(values, rows.length, columns);
  }

  private static void checkRow(int row, int length, int columns) {
    if (length != columns) {
      throw new ShapeException(
          "expected sequence of length %d at dim 1 (got %d): row %d differs from row 0"
              .formatted(columns, length, row));
    }
  }

  /** One real, F32, without sizes. As {@code torch.tensor(1.5)}. */
  public static Tensor scalar(double value) {
    return fromBlob(new float[] {(float) value});
  }

  /** One whole number, I64, without sizes. As {@code torch.tensor(1)}. */
  public static Tensor scalar(long value) {
    return fromBlob(new long[] {value});
  }

  /** One truth, BOOL, without sizes. As {@code torch.tensor(True)}. */
  public static Tensor scalar(boolean value) {
    byte[] bytes = {(byte) (value ? 1 : 0)};
    return made(Strided.contiguous(HeapStorage.of(DType.BOOL, bytes)));
  }

  /**
   * A tensor of F32 that shows {@code data} itself: changes of one are seen in the other.
   *
   * @throws ShapeException if {@code sizes} is not a shape of so many elements
   */
  public static Tensor fromBlob(float[] data, long... sizes) {
    checkBlob(data.length, sizes);
    return made(Strided.contiguous(HeapStorage.of(data), sizes));
  }

  /** A tensor of F64 that shows {@code data} itself; see {@link #fromBlob(float[], long...)}. */
  public static Tensor fromBlob(double[] data, long... sizes) {
    checkBlob(data.length, sizes);
    return made(Strided.contiguous(HeapStorage.of(data), sizes));
  }

  /** A tensor of I64 that shows {@code data} itself; see {@link #fromBlob(float[], long...)}. */
  public static Tensor fromBlob(long[] data, long... sizes) {
    checkBlob(data.length, sizes);
    return made(Strided.contiguous(HeapStorage.of(data), sizes));
  }

  /** A tensor of I32 that shows {@code data} itself; see {@link #fromBlob(float[], long...)}. */
  public static Tensor fromBlob(int[] data, long... sizes) {
    checkBlob(data.length, sizes);
    return made(Strided.contiguous(HeapStorage.of(data), sizes));
  }

  /** A tensor of U8 that shows {@code data} itself; see {@link #fromBlob(float[], long...)}. */
  public static Tensor fromBlobUnsigned(byte[] data, long... sizes) {
    checkBlob(data.length, sizes);
    return made(Strided.contiguous(HeapStorage.of(DType.U8, data), sizes));
  }

  private static Tensor made(Strided strided) {
    Tensor tensor = wrap(strided);
    Recorder recorder = Recording.here();
    if (recorder != null) {
      recorder.made(tensor);
    }
    return tensor;
  }

  private static void checkBlob(int length, long[] sizes) {
    if (Strided.count(sizes) != length) {
      throw new ShapeException(
          "sizes %s hold %d elements, but the array has %d"
              .formatted(Arrays.toString(sizes), Strided.count(sizes), length));
    }
  }

  // What a tensor is.

  /** The view of memory that the handle stands for. For backends, exporters, generated code. */
  public Strided strided() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      recorder.memory(this);
    }
    return strided;
  }

  /** The elements' type. */
  @Aten("prim::dtype")
  public DType dtype() {
    Recorder recorder = Recording.here();
    if (recorder != null && recorder.asked()) {
      return recorder.op("prim::dtype", this::dtype, this);
    }
    return strided.dtype();
  }

  /** Where the tensor lies. */
  @Aten("prim::device")
  public Device device() {
    return strided.device();
  }

  /** A copy of the sizes. As {@code torch.Tensor.shape}. */
  @Aten("size")
  public long[] sizes() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::size", this::sizes, this);
    }
    return strided.sizes().clone();
  }

  /** The size of dimension {@code dim}; negative ones count from the last. */
  @Aten("size.int")
  public long size(int dim) {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::size.int", () -> size(dim), this, (long) dim);
    }
    int d = dimension(dim);
    if (dim() == 0) {
      throw new IndexOutOfBoundsException(
          "Dimension specified as " + dim + " but tensor has no dimensions");
    }
    return strided.sizes()[d];
  }

  /** A copy of the strides, in elements. As {@code torch.Tensor.stride}. */
  @Aten("stride")
  public long[] strides() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::stride", this::strides, this);
    }
    return strided.strides().clone();
  }

  /** The stride of dimension {@code dim}; negative ones count from the last. */
  @Aten("stride.int")
  public long stride(int dim) {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::stride.int", () -> stride(dim), this, (long) dim);
    }
    return strided.strides()[dimension(dim)];
  }

  /** How many sizes there are. */
  @Aten("dim")
  public int dim() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::dim", this::dim, this);
    }
    return strided.dim();
  }

  /** How many elements there are. */
  @Aten("numel")
  public long numel() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::numel", this::numel, this);
    }
    return strided.numel();
  }

  /** Whether the elements lie row by row, without gaps. */
  @Aten("is_contiguous")
  public boolean isContiguous() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::is_contiguous", this::isContiguous, this);
    }
    return strided.isContiguous();
  }

  /** Whether the elements are real numbers. As {@code torch.is_floating_point}. */
  @Aten("is_floating_point")
  public boolean isFloatingPoint() {
    return dtype().isFloatingPoint();
  }

  /** {@code dim} counted from 0; negative ones count from the last. */
  public int dimension(long dim) {
    int rank = Math.max(strided.dim(), 1);
    if (dim < -rank || dim >= rank) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of [%d, %d], but got %d)"
              .formatted(-rank, rank - 1, dim));
    }
    return (int) (dim < 0 ? dim + rank : dim);
  }

  // Its values.

  /**
   * The value of a tensor with one element.
   *
   * @throws ShapeException if it has more or none
   */
  @Aten("Float.Tensor")
  public double item() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::Float.Tensor", this::item, this);
    }
    checkOne();
    return toDoubleArray()[0];
  }

  /** The value of a tensor with one element, as a whole number; reals are cut off. */
  @Aten("Int.Tensor")
  public long toLong() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::Int.Tensor", this::toLong, this);
    }
    checkOne();
    return toLongArray()[0];
  }

  /** The value of a tensor with one element, as a float. */
  public float toFloat() {
    return (float) item();
  }

  /** Whether the value of a tensor with one element is not 0. */
  @Aten("Bool.Tensor")
  public boolean toBool() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::Bool.Tensor", this::toBool, this);
    }
    checkOne();
    return dtype().isFloatingPoint() ? item() != 0 : toLong() != 0;
  }

  private void checkOne() {
    if (numel() != 1) {
      throw new ShapeException(
          "a Tensor with %d elements cannot be converted to Scalar".formatted(numel()));
    }
  }

  /** The elements row by row, as floats; a new array. */
  public float[] toFloatArray() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toFloatArray()", this::toFloatArray, this);
    }
    return converted(DType.F32).storage().floats();
  }

  /** The elements row by row, as doubles; a new array. */
  public double[] toDoubleArray() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toDoubleArray()", this::toDoubleArray, this);
    }
    return converted(DType.F64).storage().doubles();
  }

  /** The elements row by row, as whole numbers; a new array. */
  public long[] toLongArray() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toLongArray()", this::toLongArray, this);
    }
    return converted(DType.I64).storage().longs();
  }

  /** The elements row by row, as ints; a new array. */
  public int[] toIntArray() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toIntArray()", this::toIntArray, this);
    }
    return converted(DType.I32).storage().ints();
  }

  /** The elements row by row, as bytes: I8 and U8 as they lie in memory; a new array. */
  public byte[] toByteArray() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toByteArray()", this::toByteArray, this);
    }
    return converted(dtype() == DType.I8 ? DType.I8 : DType.U8).storage().bytes();
  }

  /** Whether each element is not 0, row by row; a new array. */
  public boolean[] toBooleanArray() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toBooleanArray()", this::toBooleanArray, this);
    }
    byte[] bytes = converted(DType.BOOL).storage().bytes();
    boolean[] truths = new boolean[bytes.length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = bytes[i] != 0;
    }
    return truths;
  }

  private Strided converted(DType dtype) {
    Strided copy = Strided.allocate(dtype, Device.CPU, strided.sizes());
    Backends.of(device()).copy(strided, copy);
    return copy;
  }

  // Its gradient.

  /** Whether gradients go to this tensor, or through it. */
  public boolean requiresGrad() {
    return autograd != null && autograd.requiresGrad();
  }

  /**
   * Makes a leaf keep its gradient, or not. As {@code torch.Tensor.requires_grad_}.
   *
   * @return this
   * @throws IllegalStateException if the dtype is no real one, or the tensor is an op's result
   */
  public Tensor requiresGrad_(boolean requiresGrad) {
    Recording.refuse("changes whether a tensor requires a gradient");
    if (requiresGrad && !dtype().isFloatingPoint()) {
      throw new IllegalStateException(
          "only Tensors of floating point dtype can require gradients, this one is " + dtype());
    }
    if (!requiresGrad && !isLeaf()) {
      throw new IllegalStateException(
          "you can only change requires_grad flags of leaf variables. If you want to use a computed"
              + " variable in a subgraph that doesn't require differentiation use detach().");
    }
    if (isLeaf() && (requiresGrad || autograd != null)) {
      autograd().requireGrad(requiresGrad);
    }
    return this;
  }

  /** Makes a leaf keep its gradient. */
  public Tensor requiresGrad_() {
    return requiresGrad_(true);
  }

  /** The gradient, added up over all passes; null before the first. */
  public @Nullable Tensor grad() {
    return autograd == null ? null : autograd.grad();
  }

  /** Sets the gradient, or takes it away. */
  public void setGrad(@Nullable Tensor grad) {
    Recording.refuse("sets a gradient");
    if (grad != null) {
      Autograd.checkGrad(this, grad);
      autograd().setGrad(grad);
    } else if (autograd != null) {
      autograd.setGrad(null);
    }
  }

  /** What the tensor was computed by; null for a leaf. */
  public @Nullable GradFn gradFn() {
    return autograd == null ? null : autograd.gradFn();
  }

  /** Which result of {@link #gradFn} it is. */
  public int outputNumber() {
    return autograd == null ? 0 : autograd.output();
  }

  /** Whether the tensor is no op's recorded result. */
  public boolean isLeaf() {
    return autograd == null || autograd.isLeaf();
  }

  /** The same memory without history. As {@code torch.Tensor.detach}. */
  @Aten("detach")
  public Tensor detach() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::detach", this::detach, this);
    }
    return wrap(strided);
  }

  /** A copy, with this tensor's history. As {@code torch.clone}. */
  @Aten("clone")
  @Override
  public Tensor clone() {
    return Shape.clone(this, null);
  }

  /**
   * Forgets this tensor's own history. As {@code torch.Tensor.detach_}.
   *
   * @throws IllegalStateException if it is a view of a tensor that requires a gradient
   */
  public Tensor detach_() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.op("aten::detach", this::detach_, this);
    }
    if (autograd != null) {
      autograd.detach();
    }
    return this;
  }

  /** Lets the handle stand for {@code other}'s memory. As {@code tensor.data = other}. */
  public void setData(Tensor other) {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      recorder.shows(this, other);
    }
    strided = other.strided;
  }

  /** What autograd knows of the tensor. For the tape. */
  public AutogradState autograd() {
    if (autograd == null) {
      autograd = new AutogradState(this);
    }
    return autograd;
  }

  /** Whether autograd knows anything of the tensor. For the tape. */
  public boolean hasAutograd() {
    return autograd != null;
  }

  /** Where gradients of the tensor go; null if it needs none. For the tape. */
  public GradFn.@Nullable Edge autogradEdge() {
    return autograd == null ? null : autograd.edge();
  }

  /** The tensor as torch prints it. */
  @Override
  public String toString() {
    Recorder recorder = Recording.here();
    if (recorder != null) {
      return recorder.elements("toString()", this::toString, this);
    }
    return TensorText.of(this);
  }
}

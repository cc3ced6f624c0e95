package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.ShapeReference;
import dev.cresset.ir.shape.ShapeRules;
import dev.cresset.ir.type.DType;
import java.util.List;

/** Ops that copy, convert or move the elements, and those that ask how and where they lie. */
public final class MemoryOps {

  /** The same memory; gradients end here. */
  public static final Op DETACH =
      op("aten::detach(Tensor(a) self) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .reference(ShapeReference::same);

  /** The same memory. */
  public static final Op ALIAS =
      op("aten::alias(Tensor(a) self) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .reference(ShapeReference::same)
          .gradient("self", GradientScope::dy);

  /** Itself if its elements lie in order, else a copy in which they do. */
  public static final Op CONTIGUOUS =
      op("aten::contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .reference(ShapeReference::contiguous)
          .gradient("self", GradientScope::dy);

  /** A copy. */
  public static final Op CLONE =
      op("aten::clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ShapeReference::copy)
          .gradient("self", GradientScope::dy);

  /** In another dtype; itself if it has that and no copy is asked for. */
  public static final Op TO_DTYPE =
      op("aten::to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False,"
              + " bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .reference(in -> ShapeReference.to(in.array(0), DType.ofCode(in.integer(1)), in.flag(3)))
          .gradient("self", GradientScope::dy);

  /** On another device, in another dtype. */
  public static final Op TO_DEVICE =
      op("aten::to.device(Tensor(a) self, Device device, ScalarType dtype,"
              + " bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None)"
              + " -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .gradient("self", GradientScope::dy);

  /** In what is named of dtype and device. */
  public static final Op TO_DTYPE_LAYOUT =
      op("aten::to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None,"
              + " Device? device=None, bool? pin_memory=None, bool non_blocking=False,"
              + " bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .gradient("self", GradientScope::dy);

  /** In dtype and on the device of {@code other}. */
  public static final Op TO_OTHER =
      op("aten::to.other(Tensor(a) self, Tensor other, bool non_blocking=False, bool copy=False,"
              + " MemoryFormat? memory_format=None) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .reference(in -> ShapeReference.to(in.array(0), in.array(1).dtype(), in.flag(3)))
          .gradient("self", GradientScope::dy);

  /** As {@link #TO_OTHER}. */
  public static final Op TYPE_AS =
      op("aten::type_as(Tensor self, Tensor other) -> Tensor")
          .composed(x -> call("aten::to.other", x.in("self"), x.in("other")));

  /** In the CPU's memory. */
  public static final Op CPU =
      op("aten::cpu(Tensor(a) self) -> Tensor(a|b)")
          .shape(ShapeRules.sameAs("self"))
          .gradient("self", GradientScope::dy);

  /** In the current GPU's memory. */
  public static final Op CUDA =
      op("aten::cuda(Tensor(a) self) -> Tensor(a|b)")
          .shape(ShapeRules.sameAs("self"))
          .gradient("self", GradientScope::dy);

  /** The elements of {@code src}, which broadcasts, written into {@code self}. */
  public static final Op COPY_ =
      op("aten::copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)")
          .reference(ShapeReference::copyInto);

  /** All sizes. */
  public static final Op SIZE =
      op("aten::size(Tensor self) -> int[]").reference(ShapeReference::size);

  /** One size. */
  public static final Op SIZE_INT =
      op("aten::size.int(Tensor self, int dim) -> int").reference(ShapeReference::size);

  /** All strides, in elements. */
  public static final Op STRIDE =
      op("aten::stride(Tensor self) -> int[]").reference(ShapeReference::stride);

  /** One stride, in elements. */
  public static final Op STRIDE_INT =
      op("aten::stride.int(Tensor self, int dim) -> int").reference(ShapeReference::stride);

  /** How many elements it has. */
  public static final Op NUMEL =
      op("aten::numel(Tensor self) -> int").reference(in -> in.array(0).count());

  /** How many dimensions it has. */
  public static final Op DIM =
      op("aten::dim(Tensor self) -> int").reference(in -> (long) in.array(0).rank());

  /** The size of the first dimension. As {@code len(x)}. */
  public static final Op LEN =
      op("aten::len.Tensor(Tensor t) -> int").reference(in -> in.array(0).size(0));

  /** Its dtype. */
  public static final Op DTYPE =
      op("prim::dtype(Tensor a) -> int").reference(in -> (long) in.array(0).dtype().code());

  /** Where it lies. */
  public static final Op DEVICE = op("prim::device(Tensor a) -> Device");

  /** Whether its elements lie in order. */
  public static final Op IS_CONTIGUOUS = op("aten::is_contiguous(Tensor self) -> bool");

  /** Whether its elements are reals. */
  public static final Op IS_FLOATING_POINT =
      op("aten::is_floating_point(Tensor self) -> bool")
          .reference(in -> in.array(0).dtype().isFloatingPoint());

  /** Its one element. */
  public static final Op ITEM =
      op("aten::item(Tensor self) -> Scalar").reference(ShapeReference::item);

  /** Its one element, as an int. */
  public static final Op INT_TENSOR =
      op("aten::Int.Tensor(Tensor a) -> int").reference(in -> ShapeReference.single(in).whole(0L));

  /** Its one element, as a float. */
  public static final Op FLOAT_TENSOR =
      op("aten::Float.Tensor(Tensor a) -> float")
          .reference(in -> ShapeReference.single(in).real(0L));

  /** Whether its one element is not 0. */
  public static final Op BOOL_TENSOR =
      op("aten::Bool.Tensor(Tensor a) -> bool").reference(ShapeReference::truth);

  static final List<Op> ALL =
      List.of(
          DETACH,
          ALIAS,
          CONTIGUOUS,
          CLONE,
          TO_DTYPE,
          TO_DEVICE,
          TO_DTYPE_LAYOUT,
          TO_OTHER,
          TYPE_AS,
          CPU,
          CUDA,
          COPY_,
          SIZE,
          SIZE_INT,
          STRIDE,
          STRIDE_INT,
          NUMEL,
          DIM,
          LEN,
          DTYPE,
          DEVICE,
          IS_CONTIGUOUS,
          IS_FLOATING_POINT,
          ITEM,
          INT_TENSOR,
          FLOAT_TENSOR,
          BOOL_TENSOR);

  private MemoryOps() {}
}

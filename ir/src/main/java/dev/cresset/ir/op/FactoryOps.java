package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.FactoryReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that make tensors from sizes and numbers. */
public final class FactoryOps {
  private static final String OPTIONS =
      ", *, ScalarType? dtype=None, Layout? layout=None, Device? device=None,"
          + " bool? pin_memory=None) -> Tensor";
  private static final String LIKE =
      ", *, ScalarType? dtype=None, Layout? layout=None, Device? device=None,"
          + " bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor";

  /** Elements that mean nothing yet. */
  public static final Op EMPTY =
      op("aten::empty.memory_format(SymInt[] size" + LIKE)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference.constant(0, 1));

  /** As {@link #EMPTY}, as large as {@code self}. */
  public static final Op EMPTY_LIKE =
      op("aten::empty_like(Tensor self" + LIKE)
          .shape(ShapeRules.sameAs("self"))
          .reference(FactoryReference.like(0));

  /** All 0. */
  public static final Op ZEROS =
      op("aten::zeros(SymInt[] size" + OPTIONS)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference.constant(0, 1));

  /** All 0, as large as {@code self}. */
  public static final Op ZEROS_LIKE =
      op("aten::zeros_like(Tensor self" + LIKE)
          .shape(ShapeRules.sameAs("self"))
          .reference(FactoryReference.like(0));

  /** All 0, of the dtype and on the device of {@code self} if none is named. */
  public static final Op NEW_ZEROS =
      op("aten::new_zeros(Tensor self, SymInt[] size" + OPTIONS)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference.ofDtypeOf(0));

  /** All 1. */
  public static final Op ONES =
      op("aten::ones(SymInt[] size" + OPTIONS)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference.constant(1, 1));

  /** All 1, as large as {@code self}. */
  public static final Op ONES_LIKE =
      op("aten::ones_like(Tensor self" + LIKE)
          .shape(ShapeRules.sameAs("self"))
          .reference(FactoryReference.like(1));

  /** All 1, of the dtype and on the device of {@code self} if none is named. */
  public static final Op NEW_ONES =
      op("aten::new_ones(Tensor self, SymInt[] size" + OPTIONS)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference.ofDtypeOf(1));

  /** All {@code fill_value}. */
  public static final Op FULL =
      op("aten::full(SymInt[] size, Scalar fill_value" + OPTIONS)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference::full);

  /** All {@code fill_value}, as large as {@code self}. */
  public static final Op FULL_LIKE =
      op("aten::full_like(Tensor self, Scalar fill_value" + LIKE)
          .shape(ShapeRules.sameAs("self"))
          .reference(FactoryReference::fullLike);

  /** All {@code fill_value}, of the dtype and on the device of {@code self} if none is named. */
  public static final Op NEW_FULL =
      op("aten::new_full(Tensor self, SymInt[] size, Scalar fill_value" + OPTIONS)
          .shape(ShapeRules.named("size"))
          .reference(FactoryReference::newFull);

  /** A number as a tensor without dimensions. */
  public static final Op SCALAR_TENSOR =
      op("aten::scalar_tensor(Scalar s" + OPTIONS)
          .shape(ShapeRules.one())
          .reference(FactoryReference::scalarTensor);

  /** {@code self} with every element {@code value}. */
  public static final Op FILL_SCALAR =
      op("aten::fill.Scalar(Tensor self, Scalar value) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(FactoryReference::fill)
          .withInPlace();

  /** As {@link #FILL_SCALAR}, with a tensor of one element. */
  public static final Op FILL_TENSOR =
      op("aten::fill.Tensor(Tensor self, Tensor value) -> Tensor")
          .composed(
              x ->
                  call(
                      "aten::expand",
                      call("aten::to.other", x.in("value"), x.in("self")),
                      x.sizes("self")))
          .withInPlace();

  /** {@code self} with every element 0. */
  public static final Op ZERO =
      op("aten::zero(Tensor self) -> Tensor")
          .composed(x -> call("aten::zeros_like", x.in("self")))
          .withInPlace();

  /** The whole numbers from 0 to below {@code end}. */
  public static final Op ARANGE =
      op("aten::arange(Scalar end" + OPTIONS).reference(FactoryReference::arange);

  /** From {@code start} to before {@code end} by 1. */
  public static final Op ARANGE_START =
      op("aten::arange.start(Scalar start, Scalar end" + OPTIONS)
          .reference(FactoryReference::arangeFrom);

  /** From {@code start} to before {@code end} by {@code step}. */
  public static final Op ARANGE_START_STEP =
      op("aten::arange.start_step(Scalar start, Scalar end, Scalar step=1" + OPTIONS)
          .reference(FactoryReference::arangeBy);

  /** {@code steps} numbers from {@code start} to {@code end}, evenly apart. */
  public static final Op LINSPACE =
      op("aten::linspace(Scalar start, Scalar end, int steps" + OPTIONS)
          .reference(FactoryReference::linspace);

  /** Ones along the diagonal of a square. */
  public static final Op EYE = op("aten::eye(int n" + OPTIONS).reference(FactoryReference::square);

  /** Ones along the diagonal. */
  public static final Op EYE_M =
      op("aten::eye.m(int n, int m" + OPTIONS).reference(FactoryReference::eye);

  /** A number as a tensor without dimensions. As {@code torch.tensor}. */
  public static final Op TENSOR_FLOAT =
      op("aten::tensor.float(float t, *, ScalarType? dtype=None, Device? device=None,"
              + " bool requires_grad=False) -> Tensor")
          .shape(ShapeRules.one())
          .reference(FactoryReference::tensor);

  /** A whole number as a tensor without dimensions. */
  public static final Op TENSOR_INT =
      op("aten::tensor.int(int t, *, ScalarType? dtype=None, Device? device=None,"
              + " bool requires_grad=False) -> Tensor")
          .shape(ShapeRules.one())
          .reference(FactoryReference::tensor);

  /** A truth as a tensor without dimensions. */
  public static final Op TENSOR_BOOL =
      op("aten::tensor.bool(bool t, *, ScalarType? dtype=None, Device? device=None,"
              + " bool requires_grad=False) -> Tensor")
          .shape(ShapeRules.one())
          .reference(FactoryReference::tensor);

  static final List<Op> ALL =
      List.of(
          EMPTY,
          EMPTY_LIKE,
          ZEROS,
          ZEROS_LIKE,
          NEW_ZEROS,
          ONES,
          ONES_LIKE,
          NEW_ONES,
          FULL,
          FULL_LIKE,
          NEW_FULL,
          SCALAR_TENSOR,
          FILL_SCALAR,
          FILL_TENSOR,
          ZERO,
          ARANGE,
          ARANGE_START,
          ARANGE_START_STEP,
          LINSPACE,
          EYE,
          EYE_M,
          TENSOR_FLOAT,
          TENSOR_INT,
          TENSOR_BOOL);

  private FactoryOps() {}
}

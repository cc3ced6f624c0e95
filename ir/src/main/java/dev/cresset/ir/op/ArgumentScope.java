package dev.cresset.ir.op;

/** What terms may use of an op's arguments. */
public sealed class ArgumentScope permits GradientScope {

  ArgumentScope() {}

  /** The op's argument {@code name}. */
  public final Term in(String name) {
    return new Term.In(name);
  }

  /** The sizes of the tensor argument {@code name}: does not keep the tensor. */
  public final Term sizes(String name) {
    return Term.call("aten::size", in(name));
  }

  /** A size of the tensor argument {@code name}: does not keep the tensor. */
  public final Term size(String name, Object dim) {
    return Term.call("aten::size.int", in(name), dim);
  }

  /** How many elements the tensor argument {@code name} has: does not keep the tensor. */
  public final Term numel(String name) {
    return Term.call("aten::numel", in(name));
  }

  /** The dtype of the tensor argument {@code name}: does not keep the tensor. */
  public final Term dtype(String name) {
    return Term.call("prim::dtype", in(name));
  }
}

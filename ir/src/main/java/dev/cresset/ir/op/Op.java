package dev.cresset.ir.op;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.reference.Reference;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.shape.ShapePattern;
import dev.cresset.ir.shape.ShapeRule;
import dev.cresset.ir.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One op: its schema, and beside it all that is known of it. Declared once, in the file of its
 * family; immutable.
 *
 * <p>What it computes is said by a function of one element ({@link #each}), by a graph of other ops
 * ({@link #composed}), or, where neither is said, by the runtime's hand-written code.
 */
public final class Op {
  private final Schema schema;
  private List<GradientRule> gradients = List.of(); // set while a copy is made, never afterwards
  private @Nullable Reference reference;
  private @Nullable ShapeRule shape;
  private @Nullable Function<ArgumentScope, List<Term>> meaning;
  private boolean composed;
  private @Nullable Elementwise elementwise;
  private @Nullable Rowwise rowwise;
  private boolean random;
  private boolean program;
  private @Nullable String inPlace;
  private @Nullable Op functional;

  private Op(Schema schema) {
    this.schema = schema;
  }

  /** An op of this schema, of which no more is known yet. */
  public static Op op(String schema) {
    return new Op(Schema.parse(schema));
  }

  private Op with(Consumer<Op> fact) {
    Op copy = new Op(schema);
    copy.gradients = gradients;
    copy.reference = reference;
    copy.shape = shape;
    copy.meaning = meaning;
    copy.composed = composed;
    copy.elementwise = elementwise;
    copy.rowwise = rowwise;
    copy.random = random;
    copy.program = program;
    copy.inPlace = inPlace;
    copy.functional = functional;
    fact.accept(copy);
    return copy;
  }

  /** This op with the gradient of one argument. */
  public Op gradient(String argument, Function<GradientScope, Term> rule) {
    return gradients(List.of(argument), scope -> List.of(rule.apply(scope)));
  }

  /** This op with the gradients of several arguments that are computed together. */
  public Op gradients(List<String> arguments, Function<GradientScope, List<Term>> rule) {
    for (String argument : arguments) {
      if (schema.indexOf(argument) < 0) {
        throw new IllegalArgumentException(schema + " has no argument '" + argument + "'");
      }
    }
    List<GradientRule> all = new ArrayList<>(gradients);
    all.add(new GradientRule(arguments, rule));
    return with(op -> op.gradients = List.copyOf(all));
  }

  /** This op as a function of one element, which is given all arguments in order. */
  Op each(Body.Of1 body) {
    return each(Elementwise.of(schema, in -> body.of(in[0])));
  }

  /** As {@link #each(Body.Of1)}. */
  Op each(Body.Of2 body) {
    return each(Elementwise.of(schema, in -> body.of(in[0], in[1])));
  }

  /** As {@link #each(Body.Of1)}. */
  Op each(Body.Of3 body) {
    return each(Elementwise.of(schema, in -> body.of(in[0], in[1], in[2])));
  }

  /** As {@link #each(Body.Of1)}. */
  Op each(Body.Of4 body) {
    return each(Elementwise.of(schema, in -> body.of(in[0], in[1], in[2], in[3])));
  }

  /** As {@link #each(Body.Of1)}. */
  Op each(Body.Of5 body) {
    return each(Elementwise.of(schema, in -> body.of(in[0], in[1], in[2], in[3], in[4])));
  }

  private Op each(Elementwise function) {
    List<GradientRule> rules = ElementwiseGradients.of(function);
    return with(
        op -> {
          op.elementwise = function;
          op.gradients = rules;
        });
  }

  private Elementwise present() {
    if (elementwise == null) {
      throw new IllegalStateException(schema + " is no function of one element");
    }
    return elementwise;
  }

  /** This elementwise op with another rule for dtypes than {@link Dtypes#PROMOTE}. */
  Op dtypes(Dtypes rule) {
    return each(present().withDtypes(rule));
  }

  /**
   * This elementwise op where the number {@code name}, and those before it, take part in dtypes.
   */
  Op promoting(String name) {
    return each(present().withPromoting(present().numbers().indexOf(name) + 1));
  }

  /** This elementwise op refused for whole numbers, as PyTorch does. */
  Op realsOnly() {
    return each(present().withoutWholes());
  }

  /**
   * This op of one tensor with its derivative written down, where PyTorch's convention at a kink
   * differs from what follows from the body, or a shorter form is known.
   *
   * @param factor what the gradient is multiplied with; where it is a truth, 0 instead of the
   *     gradient where it is false
   */
  Op derivative(Body.Of2 factor) {
    Scalar by = factor.of(Scalar.input(0), present().y());
    return derivative(
        present().tensors().get(0), (in, y, dy) -> by.isTruth() ? by.select(dy, 0) : dy.mul(by));
  }

  /** This elementwise op with the gradient by one tensor written down. */
  Op derivative(String tensor, Elementwise.Gradient gradient) {
    Elementwise now = present();
    Scalar written = gradient.of(now.parts(), now.y(), now.dy());
    return each(now.withDerivative(now.tensors().indexOf(tensor), written));
  }

  /** This elementwise op without a gradient by this tensor. */
  Op withoutDerivative(String tensor) {
    return each(present().withDerivative(present().tensors().indexOf(tensor), null));
  }

  /** This op, which has a forward of its own, with what it does along one dimension. */
  Op rows(Rowwise function) {
    return with(op -> op.rowwise = function);
  }

  /** This op with its meaning. */
  public Op reference(Reference meaningOnArrays) {
    return with(op -> op.reference = meaningOnArrays);
  }

  /**
   * This op with its sizes: {@code [*, m, k], [*, k, n] -> [*, m, n]}; see {@link ShapePattern}. An
   * elementwise op needs none, as its tensors broadcast, nor does one that is known in other ops.
   */
  public Op shape(String pattern) {
    return shape(ShapePattern.parse(pattern));
  }

  /** This op with a rule for the sizes of its result. */
  Op shapeOf(ShapeRule.One rule) {
    return shape(ShapeRule.of(rule));
  }

  /** This op with a rule for the sizes of its results. */
  Op shape(ShapeRule rule) {
    return with(op -> op.shape = rule);
  }

  /**
   * This op as nothing but other ops: it has no forward of its own, and its gradient is theirs. As
   * PyTorch's {@code CompositeImplicitAutograd}.
   */
  public Op composed(Function<ArgumentScope, Term> of) {
    return composedOf(scope -> List.of(of.apply(scope)));
  }

  /** As {@link #composed}, for an op of several results. */
  public Op composedOf(Function<ArgumentScope, List<Term>> of) {
    return recordedAsAll(of).with(op -> op.composed = true);
  }

  /**
   * This op, which has a forward of its own and no gradient rule, with the same in other ops: where
   * a gradient is recorded it runs as these.
   */
  public Op recordedAs(Function<ArgumentScope, Term> other) {
    return recordedAsAll(scope -> List.of(other.apply(scope)));
  }

  /** As {@link #recordedAs}, for an op of several results. */
  public Op recordedAsAll(Function<ArgumentScope, List<Term>> other) {
    return with(op -> op.meaning = other);
  }

  /** This op, which draws numbers: no two calls are the same, and their order counts. */
  public Op random() {
    return with(op -> op.random = true);
  }

  /** This op, whose forward is a program of recorded ops: its gradient is theirs. */
  public Op program() {
    return with(op -> op.program = true);
  }

  /**
   * This op with a twin that writes its result into {@code self}: {@code relu_} of {@code relu}.
   */
  public Op withInPlace() {
    return withInPlace(inPlaceText());
  }

  /** As {@link #withInPlace()}, where the twin's schema differs in more than the mark. */
  public Op withInPlace(String twin) {
    return with(op -> op.inPlace = twin);
  }

  private String inPlaceText() {
    String text = schema.toString();
    String open = schema.qualifiedName() + "(Tensor self";
    if (!text.startsWith(open) || !text.endsWith(" -> Tensor")) {
      throw new IllegalArgumentException(schema + " can have no in-place twin");
    }
    String overload = schema.overload().isEmpty() ? "" : "." + schema.overload();
    String rest = text.substring(open.length());
    return schema.name() + "_" + overload + "(Tensor(a!) self" + rest + "(a!)";
  }

  /** What it takes and gives, and what it writes to. */
  public Schema schema() {
    return schema;
  }

  /** Name and overload, {@code aten::add.Tensor}. */
  public String name() {
    return schema.qualifiedName();
  }

  /** The rules for the gradients of its arguments; an argument without one has none. */
  public List<GradientRule> gradients() {
    return gradients;
  }

  /** What it gives, in plain loops over plain arrays; null if that is not said here. */
  public @Nullable Reference reference() {
    return reference;
  }

  /** What sizes it makes of sizes; null if that is not said here. */
  public @Nullable ShapeRule shape() {
    return shape;
  }

  /** What it does with one element; null if it is no elementwise op. */
  public @Nullable Elementwise elementwise() {
    return elementwise;
  }

  /** What it does with one row, so that it can be fused; null if that is not said here. */
  public @Nullable Rowwise rowwise() {
    return rowwise;
  }

  /** {@code rule}, one of {@link #gradients}, as a graph. */
  public Graph gradientGraph(GradientRule rule) {
    return rule.graph(schema, Op::schemaOf);
  }

  /** Whether it consists of other ops, {@link #meaningGraph}, and has no forward of its own. */
  public boolean isComposed() {
    return composed;
  }

  /** Whether it is known what it is in other ops. */
  public boolean hasMeaning() {
    return meaning != null;
  }

  /**
   * What it is in other ops: a graph of its arguments, all of them in order. Where it {@linkplain
   * #isComposed consists of} these there is nothing else; where it does not, it is recorded as
   * them.
   *
   * @throws IllegalStateException if that is not known
   */
  public Graph meaningGraph() {
    return meaning(Op::schemaOf);
  }

  /** As {@link #meaningGraph}, of ops with these schemas. */
  Graph meaning(Function<String, Schema> schemas) {
    if (meaning == null) {
      throw new IllegalStateException(name() + " is not known in other ops");
    }
    return TermGraph.ofArguments(schema, schemas, meaning.apply(new ArgumentScope()));
  }

  /** Whether it draws numbers. */
  public boolean isRandom() {
    return random;
  }

  /** Whether its forward calls recorded ops, so that it needs no gradient of its own. */
  public boolean isProgram() {
    return program;
  }

  /** The twin that writes its result into {@code self}, or null. */
  public @Nullable Op inPlace() {
    return inPlace == null
        ? null
        : op(inPlace)
            .with(
                twin -> {
                  twin.functional = this;
                  twin.random = random;
                });
  }

  /** The op whose in-place twin this is, or null: {@code relu} for {@code relu_}. */
  public @Nullable Op functional() {
    return functional;
  }

  private static Schema schemaOf(String name) {
    return OpTable.get(name).schema();
  }

  @Override
  public String toString() {
    return schema.toString();
  }
}

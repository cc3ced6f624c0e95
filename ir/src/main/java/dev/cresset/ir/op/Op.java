package dev.cresset.ir.op;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.reference.Reference;
import dev.cresset.ir.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One op: its schema, and beside it all that is known of it. Declared once, in the file of its
 * family; immutable.
 */
public final class Op {
  private final Schema schema;
  private final List<GradientRule> gradients;
  private final @Nullable Reference reference;

  private Op(Schema schema, List<GradientRule> gradients, @Nullable Reference reference) {
    this.schema = schema;
    this.gradients = List.copyOf(gradients);
    this.reference = reference;
  }

  /** An op of this schema, of which no more is known yet. */
  public static Op op(String schema) {
    return new Op(Schema.parse(schema), List.of(), null);
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
    return new Op(schema, all, reference);
  }

  /** This op with its meaning. */
  public Op reference(Reference meaning) {
    return new Op(schema, gradients, meaning);
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

  /** {@code rule}, one of {@link #gradients}, as a graph. */
  public Graph gradientGraph(GradientRule rule) {
    return rule.graph(schema, name -> OpTable.get(name).schema());
  }

  @Override
  public String toString() {
    return schema.toString();
  }
}

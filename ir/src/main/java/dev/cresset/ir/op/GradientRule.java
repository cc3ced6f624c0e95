package dev.cresset.ir.op;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The gradients of some of an op's arguments, as terms that become a graph of ops. So the same rule
 * serves eager and compiled code, and differentiates again.
 *
 * @param arguments the arguments whose gradients it gives, by name
 * @param terms gives as many terms
 */
public record GradientRule(List<String> arguments, Function<GradientScope, List<Term>> terms) {

  /** A rule of these. */
  public GradientRule {
    arguments = List.copyOf(arguments);
  }

  /**
   * The rule as a graph. Its inputs are, as far as they are used and in this order: {@code dy} (or
   * {@code dy0}, {@code dy1}), the arguments under their names with {@code in_} before them, the
   * results {@code y} (or {@code y0}, {@code y1}). It gives the gradients in the order of {@link
   * #arguments}.
   */
  public Graph graph(Schema schema, Function<String, Schema> schemas) {
    return new Builder(schema, schemas).build(terms.apply(new GradientScope()));
  }

  /** Writes one graph. */
  private static final class Builder {
    private final Schema schema;
    private final Function<String, Schema> schemas;
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, Value> inputs = new HashMap<>();
    private final Map<Term, List<Value>> known = new IdentityHashMap<>();

    Builder(Schema schema, Function<String, Schema> schemas) {
      this.schema = schema;
      this.schemas = schemas;
    }

    Graph build(List<Term> results) {
      declare(results);
      return graph.graph(results.stream().map(this::value).toList());
    }

    /** Declares the inputs in their fixed order, those that are used. */
    private void declare(List<Term> results) {
      List<Term> used = new ArrayList<>();
      results.forEach(term -> gather(term, used));
      int returns = schema.returns().size();
      for (int i = 0; i < returns; i++) {
        declare(new Term.Dy(i), returns == 1 ? "dy" : "dy" + i, Type.TENSOR, used);
      }
      for (Argument argument : schema.arguments()) {
        declare(
            new Term.In(argument.name()), "in_" + argument.name(), argument.type().inGraph(), used);
      }
      for (int i = 0; i < returns; i++) {
        Type type = schema.returns().get(i).type().inGraph();
        declare(new Term.Y(i), returns == 1 ? "y" : "y" + i, type, used);
      }
    }

    private void declare(Term term, String name, Type type, List<Term> used) {
      if (used.contains(term)) {
        inputs.put(term.toString(), graph.input(name, type));
      }
    }

    private static void gather(Term term, List<Term> used) {
      if (term instanceof Term.Call call) {
        call.arguments().forEach(argument -> gather(argument, used));
      } else if (term instanceof Term.Part part) {
        gather(part.call(), used);
      } else if (term instanceof Term.Choice choice) {
        gather(choice.condition(), used);
        gather(choice.then(), used);
        gather(choice.otherwise(), used);
      } else if (!(term instanceof Term.Literal)) {
        used.add(term);
      }
    }

    private Value value(Term term) {
      if (term instanceof Term.Part part) {
        return values(part.call()).get(part.index());
      }
      return values(term).get(0);
    }

    private List<Value> values(Term term) {
      List<Value> made = known.get(term);
      if (made == null) {
        made = write(term);
        known.put(term, made);
      }
      return made;
    }

    private List<Value> write(Term term) {
      if (term instanceof Term.Literal literal) {
        return List.of(constant(literal.value()));
      } else if (term instanceof Term.Call call) {
        return call(call);
      } else if (term instanceof Term.Choice choice) {
        return List.of(choice(choice));
      }
      Value input = inputs.get(term.toString());
      if (input == null) {
        throw new IllegalArgumentException(
            "the gradient of " + schema.qualifiedName() + " uses " + term + ", which is no part");
      }
      return List.of(input);
    }

    private Value constant(Object value) {
      if (value instanceof List<?> list) {
        return graph.constant(list, Type.INT.list());
      }
      return graph.constant(value);
    }

    private Value choice(Term.Choice choice) {
      Value condition = value(choice.condition());
      Value then = value(choice.then());
      Value otherwise = value(choice.otherwise());
      return graph
          .node(Kinds.IF)
          .inputs(condition)
          .block(graph.inner().block(List.of(then)))
          .block(graph.inner().block(List.of(otherwise)))
          .output(then.type());
    }

    private List<Value> call(Term.Call call) {
      Schema callee = schemas.apply(call.op());
      List<Value> in = new ArrayList<>();
      for (int i = 0; i < callee.arguments().size(); i++) {
        Argument argument = callee.arguments().get(i);
        if (i < call.arguments().size()) {
          in.add(value(call.arguments().get(i)));
        } else if (argument.defaultValue() != null) {
          Object value = argument.defaultValue();
          in.add(
              value == None.NONE
                  ? graph.constant(value)
                  : graph.constant(value, argument.type().inGraph()));
        } else {
          throw new IllegalArgumentException(
              "the gradient of "
                  + schema.qualifiedName()
                  + " calls "
                  + callee
                  + " without '"
                  + argument.name()
                  + "'");
        }
      }
      return graph
          .node(callee.name())
          .overload(callee.overload())
          .inputs(in)
          .outputs(callee.returns().stream().map(each -> each.type().inGraph()).toList());
    }
  }
}

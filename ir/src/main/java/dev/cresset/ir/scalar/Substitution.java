package dev.cresset.ir.scalar;

import dev.cresset.ir.scalar.Scalar.Call;
import dev.cresset.ir.scalar.Scalar.Input;
import dev.cresset.ir.scalar.Scalar.Parameter;
import dev.cresset.ir.scalar.Scalar.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Puts scalars in the place of inputs and parameters; what was one part stays one. */
public final class Substitution {
  private final IntFunction<Scalar> inputs;
  private final IntFunction<Scalar> parameters;
  private final Map<Scalar, Scalar> known = new IdentityHashMap<>();

  /** Puts these for the inputs and parameters of their numbers. */
  public Substitution(IntFunction<Scalar> inputs, IntFunction<Scalar> parameters) {
    this.inputs = inputs;
    this.parameters = parameters;
  }

  /** The scalar with all of them replaced. */
  public Scalar of(Scalar scalar) {
    Scalar made = known.get(scalar);
    if (made == null) {
      made = make(scalar);
      known.put(scalar, made);
    }
    return made;
  }

  private Scalar make(Scalar scalar) {
    if (scalar instanceof Input input) {
      return inputs.apply(input.index());
    } else if (scalar instanceof Parameter parameter) {
      return parameters.apply(parameter.index());
    } else if (scalar instanceof Call call) {
      List<Scalar> arguments = new ArrayList<>();
      call.arguments().forEach(argument -> arguments.add(of(argument)));
      return Laws.call(call.function(), arguments);
    } else if (scalar instanceof Row row) {
      return new Row(row.fold(), of(row.each()));
    }
    return scalar;
  }

  /** Whether {@code scalar} has an input that stands in no fold. */
  static boolean readsElements(Scalar scalar) {
    return readsElements(scalar, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean readsElements(Scalar scalar, Set<Scalar> seen) {
    return scalar instanceof Input
        || scalar instanceof Call call
            && seen.add(call)
            && call.arguments().stream().anyMatch(argument -> readsElements(argument, seen));
  }
}

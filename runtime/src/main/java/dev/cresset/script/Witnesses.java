package dev.cresset.script;

import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that Java was told in several runs and that were not the same in all of them: witnesses
 * of what a number that Java computed follows from. A number is told by its values in all runs.
 */
final class Witnesses {
  /** A number of the graph, with its value in each run, and where Java asked for it. */
  private record Witness(List<Object> values, Value value, String text) {}

  /** A way to compute a number: what it is, and how it is written. */
  private record Way(String text, List<Witness> of, Function<GraphBuilder, Value> write) {}

  private final List<Witness> all = new ArrayList<>();

  /** Takes a number whose values differ. */
  void add(List<Object> values, Value value, String text) {
    all.add(new Witness(values, value, text));
  }

  /**
   * The number of these values, written where the builder stands.
   *
   * @param tie is told of two numbers of the graph that were the same in each run, of which either
   *     might be meant
   * @return null if it follows from none
   * @throws TraceException if it may be computed in two ways
   */
  @Nullable Value find(List<Object> values, GraphBuilder builder, String where, Tie tie) {
    for (List<Way> tier : tiers(values)) {
      if (tier.size() > 1) {
        throw new TraceException(
            ("%s: the numbers %s of the runs may be %s; give one more run, Trace.again(..), with"
                    + " sizes that tell them apart")
                .formatted(
                    where, values, String.join(" or ", tier.stream().map(Way::text).toList())));
      } else if (tier.size() == 1) {
        Way way = tier.get(0);
        way.of().forEach(witness -> ties(witness, tie));
        return way.write().apply(builder);
      }
    }
    return null;
  }

  /** Is told of two numbers that were always the same. */
  @FunctionalInterface
  interface Tie {
    void of(Value one, String textOfOne, Value other, String textOfOther);
  }

  private void ties(Witness chosen, Tie tie) {
    for (Witness other : all) {
      if (other != chosen
          && !other.value.equals(chosen.value)
          && other.values.equals(chosen.values)) {
        tie.of(chosen.value, chosen.text, other.value, other.text);
      }
    }
  }

  /** The witnesses whose values differ, of equal ones the last. */
  private List<Witness> distinct() {
    Map<List<Object>, Witness> last = new LinkedHashMap<>();
    all.forEach(witness -> last.put(witness.values, witness));
    return List.copyOf(last.values());
  }

  private List<List<Way>> tiers(List<Object> values) {
    List<Way> same = new ArrayList<>();
    List<Way> withConstant = new ArrayList<>();
    List<Way> withOther = new ArrayList<>();
    for (Witness witness : distinct()) {
      if (witness.values.equals(values)) {
        same.add(new Way(witness.text, List.of(witness), b -> witness.value));
      } else if (witness.values.get(0) instanceof Long) {
        if (values.get(0) instanceof Long) {
          constants(longs(values), witness, withConstant);
          others(longs(values), witness, withOther);
        } else if (values.get(0) instanceof Double) {
          reals(values, witness, withConstant);
        }
      }
    }
    return List.of(same, withConstant, withOther);
  }

  private static long[] longs(List<Object> values) {
    return values.stream().mapToLong(value -> (Long) value).toArray();
  }

  // ---- a witness and a constant

  private static void constants(long[] wanted, Witness witness, List<Way> ways) {
    long[] known = longs(witness.values);
    long factor = known[0] == 0 ? 0 : wanted[0] / known[0];
    if (factor != 0 && gives(known, factor, (a, b) -> a * b, wanted)) {
      ways.add(whole("aten::mul", witness, "·", factor));
    }
    long more = wanted[0] - known[0];
    if (gives(known, more, Long::sum, wanted)) {
      ways.add(whole("aten::add", witness, "+", more));
    }
    long exact = wanted[0] == 0 ? 0 : known[0] / wanted[0];
    if (exact > 1 && gives(wanted, exact, (a, b) -> a * b, known)) {
      ways.add(whole("aten::floordiv", witness, "/", exact));
      return;
    }
    long most = wanted[0] == 0 ? known[0] + 1 : known[0] / Math.max(wanted[0], 1);
    for (long divisor = 2; divisor <= most && most < 1 << 20; divisor++) {
      if (gives(known, divisor, Math::floorDiv, wanted)) {
        ways.add(whole("aten::floordiv", witness, "/", divisor));
      }
    }
  }

  private static boolean gives(long[] known, long other, LongBinaryOperator rule, long[] wanted) {
    for (int i = 0; i < known.length; i++) {
      if (rule.applyAsLong(known[i], other) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static Way whole(String kind, Witness witness, String sign, long constant) {
    return new Way(
        witness.text + " " + sign + " " + constant,
        List.of(witness),
        b -> whole(b, kind, witness.value, b.constant(constant)));
  }

  private static Value whole(GraphBuilder builder, String kind, Value one, Value other) {
    return builder.node(kind).overload("int").inputs(one, other).output(Type.INT);
  }

  private static void reals(List<Object> values, Witness witness, List<Way> ways) {
    real(values, witness, "%s", Double::valueOf, ways, Witnesses::real);
    real(
        values,
        witness,
        "1 / %s",
        size -> 1.0 / size,
        ways,
        (b, size) -> quotient(b, b.constant(1.0), real(b, size)));
    real(values, witness, "√%s", Math::sqrt, ways, Witnesses::root);
    real(
        values,
        witness,
        "1 / √%s",
        size -> 1.0 / Math.sqrt(size),
        ways,
        (b, size) -> quotient(b, b.constant(1.0), root(b, size)));
  }

  private static void real(
      List<Object> wanted,
      Witness witness,
      String text,
      LongFunction<Double> rule,
      List<Way> ways,
      BiFunction<GraphBuilder, Value, Value> write) {
    List<Double> given = Arrays.stream(longs(witness.values)).mapToObj(rule).toList();
    if (given.equals(wanted)) {
      ways.add(
          new Way(
              text.formatted(witness.text), List.of(witness), b -> write.apply(b, witness.value)));
    } else if (given.stream().map(value -> (double) value.floatValue()).toList().equals(wanted)) {
      ways.add( // Java computed it as a float, which is the double rounded: 53 bits are enough
          new Way(
              "(float) " + text.formatted(witness.text),
              List.of(witness),
              b -> rounded(b, write.apply(b, witness.value))));
    }
  }

  private static Value rounded(GraphBuilder builder, Value real) {
    return builder.node("cresset::round_float").inputs(real).output(Type.FLOAT);
  }

  private static Value real(GraphBuilder builder, Value size) {
    return builder.node("aten::Float").overload("int").inputs(size).output(Type.FLOAT);
  }

  private static Value root(GraphBuilder builder, Value size) {
    return builder.node("aten::sqrt").overload("int").inputs(size).output(Type.FLOAT);
  }

  private static Value quotient(GraphBuilder builder, Value one, Value other) {
    return builder.node("aten::div").overload("float").inputs(one, other).output(Type.FLOAT);
  }

  // ---- two witnesses

  private void others(long[] wanted, Witness witness, List<Way> ways) {
    long[] known = longs(witness.values);
    boolean before = true;
    for (Witness other : distinct()) {
      before &= other != witness;
      if (!(other.values.get(0) instanceof Long)) {
        continue;
      }
      long[] second = longs(other.values);
      if (before || other == witness) { // of the two orders one
        long product = known[0] * second[0];
        long factor = product == 0 ? 0 : wanted[0] / product;
        long[] products = products(known, second);
        if (factor != 0 && gives(products, factor, (a, b) -> a * b, wanted)) {
          ways.add(product(witness, other, factor));
        }
        if (eachGives(known, second, Long::sum, wanted)) {
          ways.add(pair("aten::add", witness, "+", other));
        }
      }
      if (other != witness) {
        if (eachGives(known, second, (a, b) -> a - b, wanted)) {
          ways.add(pair("aten::sub", witness, "-", other));
        }
        if (Arrays.stream(second).noneMatch(size -> size == 0)
            && eachGives(known, second, Math::floorDiv, wanted)) {
          ways.add(pair("aten::floordiv", witness, "/", other));
        }
      }
    }
  }

  private static long[] products(long[] one, long[] other) {
    long[] products = new long[one.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = one[i] * other[i];
    }
    return products;
  }

  private static boolean eachGives(
      long[] one, long[] other, LongBinaryOperator rule, long[] wanted) {
    for (int i = 0; i < one.length; i++) {
      if (rule.applyAsLong(one[i], other[i]) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static Way pair(String kind, Witness one, String sign, Witness other) {
    return new Way(
        one.text + " " + sign + " " + other.text,
        List.of(one, other),
        b -> whole(b, kind, one.value, other.value));
  }

  private static Way product(Witness one, Witness other, long factor) {
    Way plain = pair("aten::mul", one, "·", other);
    return factor == 1
        ? plain
        : new Way(
            plain.text + " · " + factor,
            plain.of,
            b -> whole(b, "aten::mul", plain.write.apply(b), b.constant(factor)));
  }
}

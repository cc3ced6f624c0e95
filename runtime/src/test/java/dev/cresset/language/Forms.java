package dev.cresset.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.interpret.Interpreter;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.type.None;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A scripted function as written, compiled, and as a graph that is interpreted: all give the same.
 */
final class Forms {
  private final String graphs;

  /** Functions of a class whose graphs are these. */
  Forms(String graphs) {
    this.graphs = graphs;
  }

  /**
   * Checks one call.
   *
   * @param method the function's name
   * @param arguments those that both are called with
   */
  void agree(
      String method,
      Callable<Object> written,
      Callable<Object> compiled,
      @Nullable Object... arguments) {
    Object meant = outcome(written);
    assertThat(outcome(compiled))
        .as("compiled %s%s", method, Arrays.toString(arguments))
        .isEqualTo(meant);
    Graph graph = graph(method);
    if (graph.allNodes().stream().noneMatch(node -> node.is(Kinds.CALL_FUNCTION))) {
      List<Object> in = Arrays.stream(arguments).map(Forms::given).toList();
      Object interpreted = outcome(() -> Interpreter.run(graph, in).get(0));
      Object expected = meant instanceof Throwing thrown ? thrown.message : meant;
      Object given = interpreted instanceof Throwing thrown ? thrown.message : interpreted;
      assertThat(given)
          .as("interpreted %s%s", method, Arrays.toString(arguments))
          .isEqualTo(expected);
    }
  }

  private Graph graph(String method) {
    String text = "\n" + graphs + "method ";
    int start = text.indexOf("\nmethod " + method + "\n");
    assertThat(start).as("graph of %s", method).isNotNegative();
    int from = start + method.length() + "\nmethod \n".length();
    return Graph.parse(text.substring(from, text.indexOf("method ", from)));
  }

  /** An exception that ended a call. */
  private record Throwing(String type, String message) {}

  private static Object outcome(Callable<Object> call) {
    try {
      return plain(call.call());
    } catch (Exception | AssertionError e) {
      String message = e.getMessage();
      return new Throwing(e.getClass().getName(), message == null ? "" : message);
    }
  }

  /** A value in a form in which all three can be compared. */
  private static Object plain(@Nullable Object value) throws ReflectiveOperationException {
    if (value == null || value == None.NONE) {
      return "none";
    } else if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    } else if (value instanceof Float || value instanceof Double) {
      return ((Number) value).doubleValue();
    } else if (value instanceof Tensor tensor) {
      return tensor.dtype()
          + Arrays.toString(tensor.sizes())
          + Arrays.toString(tensor.toDoubleArray());
    } else if (value instanceof NdArray array) {
      double[] reals = new double[(int) array.count()];
      Arrays.setAll(reals, array::real);
      return array.dtype() + Arrays.toString(array.sizes()) + Arrays.toString(reals);
    } else if (value instanceof TupleConstant tuple) {
      return list(tuple.elements());
    } else if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof Object[] array) {
      return list(Arrays.asList(array));
    } else if (value.getClass().isArray()) {
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
        all.add(java.lang.reflect.Array.get(value, i));
      }
      return list(all);
    } else if (value instanceof Record) {
      List<@Nullable Object> all = new ArrayList<>();
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        all.add(component.getAccessor().invoke(value));
      }
      return list(all);
    }
    return value;
  }

  private static List<Object> list(List<?> values) throws ReflectiveOperationException {
    List<Object> all = new ArrayList<>();
    for (Object each : values) {
      all.add(plain(each));
    }
    return all;
  }

  /** An argument as the interpreter takes it. */
  private static Object given(@Nullable Object value) {
    if (value == null) {
      return None.NONE;
    } else if (value instanceof Integer whole) {
      return whole.longValue();
    } else if (value instanceof Float real) {
      return real.doubleValue();
    } else if (value instanceof Tensor tensor) {
      return NdArray.of(tensor.dtype(), tensor.sizes(), tensor.toDoubleArray());
    } else if (value instanceof long[] longs) {
      return new ArrayList<>(Arrays.stream(longs).boxed().toList());
    } else if (value instanceof double[] doubles) {
      return new ArrayList<>(Arrays.stream(doubles).boxed().toList());
    } else if (value instanceof float[] floats) {
      List<Object> reals = new ArrayList<>();
      for (float each : floats) {
        reals.add((double) each);
      }
      return reals;
    } else if (value instanceof int[] ints) {
      return new ArrayList<>(Arrays.stream(ints).asLongStream().boxed().toList());
    } else if (value instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(Forms::given).toList());
    }
    return Objects.requireNonNull(value);
  }
}

package dev.cresset.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.pass.InferShapes;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sizes that are inferred are those of PyTorch's results, and nothing that it does is refused. */
class ShapeRuleTest {

  @Test
  void inferredSizesAreThoseOfPyTorch() {
    PyTorchCases cases = PyTorchCases.of("manifest.json");
    List<String> wrong = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    int right = 0;
    for (JsonNode golden : cases.ofKind("function")) {
      CallOfCase call = golden.has("note") ? null : callOf(golden, cases);
      if (call == null) {
        continue;
      }
      Graph graph = graph(call);
      InferShapes.Found found = InferShapes.in(graph);
      if (!found.mismatches().isEmpty()) {
        wrong.add(
            golden.get("id").asText() + " is refused: " + found.mismatches().get(0).message());
        continue;
      }
      for (int i = 0; i < Math.min(graph.outputs().size(), golden.get("outputs").size()); i++) {
        Sizes inferred = found.sizes().get(graph.outputs().get(i));
        NdArray wanted = cases.array(golden, golden.get("outputs").get(i).asText());
        if (inferred == null) {
          unknown.add(call.op().name());
        } else if (!fits(inferred, wanted.sizes())) {
          wrong.add("%s: %s is not %s".formatted(golden.get("id").asText(), inferred, wanted));
        } else {
          right++;
        }
      }
    }
    assertThat(wrong).as("unknown: %s", unknown).isEmpty();
    assertThat(right).as("unknown: %s", unknown).isGreaterThan(800);
  }

  private static CallOfCase callOf(JsonNode golden, PyTorchCases cases) {
    try {
      return CallOfCase.of(golden, cases);
    } catch (UnsupportedOperationException absent) {
      return null;
    }
  }

  private static boolean fits(Sizes inferred, long[] sizes) {
    boolean fits = inferred.rank() == sizes.length;
    for (int i = 0; fits && i < sizes.length; i++) {
      fits = !inferred.get(i).differsFrom(Size.of(sizes[i]));
    }
    return fits;
  }

  /** A graph of the call alone, with the tensors as its inputs. */
  private static Graph graph(CallOfCase call) {
    GraphBuilder builder = new GraphBuilder();
    Op op = call.op();
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      in.add(value(call.arguments().get(i), op.schema().arguments().get(i).type(), builder));
    }
    List<Type> types = op.schema().returns().stream().map(each -> each.type().inGraph()).toList();
    List<Value> results =
        builder.node(op.schema().name()).overload(op.schema().overload()).inputs(in).outputs(types);
    boolean list = types.get(0) instanceof Type.ListOf;
    return builder.graph(list ? List.of() : results);
  }

  private static Value value(Object argument, Type type, GraphBuilder builder) {
    if (argument instanceof NdArray array) {
      List<Long> sizes = new ArrayList<>();
      for (long size : array.sizes()) {
        sizes.add(size);
      }
      return builder.input(Type.Tensor.of(array.dtype(), sizes));
    } else if (argument instanceof List<?> all
        && all.stream().anyMatch(NdArray.class::isInstance)) {
      List<Value> elements = all.stream().map(each -> value(each, Type.TENSOR, builder)).toList();
      return builder.node(Kinds.LIST_CONSTRUCT).inputs(elements).output(type);
    } else if (argument instanceof List<?>) {
      return builder.constant(argument, type.inGraph());
    }
    return builder.constant(argument);
  }
}

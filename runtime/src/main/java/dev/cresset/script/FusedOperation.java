package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.plan.FusedGroup;
import java.util.List;

/** Runs a fused group: by the kernel that javac made of it, else op by op. */
final class FusedOperation {
  private FusedOperation() {}

  static Operation of(Node node, int[] in, int[] out) {
    Graph body = node.subgraph();
    FusedOp compiled = FusedOps.find(body.canonical().toString());
    FusedGroup group = compiled == null ? null : FusedGroup.of(body);
    if (compiled == null || group == null) {
      Executor opByOp = Executor.of(body);
      return slots -> {
        List<Object> results = opByOp.compute(Operations.arguments(slots, in));
        for (int i = 0; i < out.length; i++) {
          slots[out[i]] = results.get(i);
        }
      };
    }
    int[] tensors = places(group.tensors(), body, in);
    int[] numbers = places(group.numbers(), body, in);
    return slots -> {
      Tensor[] given = new Tensor[tensors.length];
      for (int i = 0; i < given.length; i++) {
        given[i] = (Tensor) slots[tensors[i]];
      }
      Number[] scalars = new Number[numbers.length];
      for (int i = 0; i < scalars.length; i++) {
        scalars[i] = number(slots[numbers[i]]);
      }
      Tensor[] results = compiled.runAll(given, scalars);
      for (int i = 0; i < out.length; i++) {
        slots[out[i]] = results[i];
      }
    };
  }

  private static int[] places(List<Value> values, Graph body, int[] in) {
    return values.stream().mapToInt(value -> in[body.inputs().indexOf(value)]).toArray();
  }

  private static Number number(Object value) {
    return value instanceof Boolean truth ? (Number) (truth ? 1L : 0L) : (Number) value;
  }
}

package dev.cresset.conformance.golden;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.script.GraphModule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module of which there is a recorded graph, made of what the case says it holds: what the graph
 * reads is put where it reads it.
 */
final class RecordedModule {
  private final GoldenCase golden;
  private final PythonAttributes attributes;
  private final Map<String, GraphModule> modules = new LinkedHashMap<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<Value, String> paths = new HashMap<>();

  private RecordedModule(GoldenCase golden) {
    this.golden = golden;
    this.attributes = new PythonAttributes(golden);
  }

  /** The module; of a function one that holds nothing. */
  static GraphModule of(GoldenCase golden, Graph graph) {
    RecordedModule recorded = new RecordedModule(golden);
    GraphModule root = new GraphModule(golden.get("entry").asText(), Map.of("forward", graph));
    recorded.modules.put("", root);
    if (!graph.inputs().isEmpty() && graph.inputs().get(0).type() instanceof Type.ClassOf) {
      recorded.paths.put(graph.inputs().get(0), "");
      graph.allNodes().stream().filter(node -> node.is(Kinds.GET_ATTR)).forEach(recorded::read);
      recorded.modules.values().forEach(module -> module.train(recorded.isTraining()));
    }
    return root;
  }

  private boolean isTraining() {
    return golden.get("training").asBoolean(true);
  }

  /** The tensor that the case names so; null if there is none. */
  static @Nullable Tensor tensor(GoldenCase golden, String path) {
    for (String field : new String[] {"params", "buffers"}) {
      String name = golden.map(field).get(path);
      if (name != null) {
        return Tensors.copy(golden.expected(name));
      }
    }
    return null;
  }

  private void read(Node node) {
    String parent = paths.get(node.input(0));
    if (parent == null) {
      return; // an object that the graph itself makes
    }
    String name = node.text("name");
    String path = parent.isEmpty() ? name : parent + "." + name;
    Value result = node.output();
    GraphModule holder = modules.get(parent);
    if (result.type() instanceof Type.ClassOf type) {
      paths.put(result, path);
      if (!modules.containsKey(path)) {
        GraphModule child = new GraphModule(type.name(), Map.of());
        modules.put(path, child);
        holder.withChild(name, child);
      }
    } else if (!name.equals("training") && !tensors.containsKey(path)) {
      hold(holder, node.input(0).type().toString(), name, path);
    }
  }

  private void hold(GraphModule holder, String type, String name, String path) {
    Tensor tensor = tensor(golden, path);
    if (tensor != null) {
      tensors.put(path, tensor);
      holder.withBuffer(name, tensor);
      return;
    }
    IValue value = attributes.find(type, name);
    if (value == null && !golden.map("params").containsKey(path) && isOfLayer(type)) {
      value = IValue.none(); // a layer without its bias
    }
    if (value == null) {
      throw new NotCovered("what " + path + " holds, which the case does not tell");
    }
    if (value.isTensor()) {
      tensors.put(path, value.toTensor());
    }
    holder.withAttribute(name, value);
  }

  private static boolean isOfLayer(String type) {
    return type.startsWith("__torch__.torch.nn.");
  }

  /** The module's tensors by path, as they are now. */
  static @Nullable Tensor state(GraphModule module, String path) {
    Map<String, Tensor> buffers = module.namedBuffers();
    return buffers.get(path);
  }
}

package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a trace: for each of the user's one of graphs, of the same name, which holds the
 * same tensors. What belongs to no module of the traced one becomes its own.
 */
final class TraceModules {
  private static final String COMPUTED = "parametrizations.";

  /** Where a module or a tensor is held: by which module, null for the traced one; and its name. */
  record Place(@Nullable NnModule owner, String name) {}

  private final @Nullable NnModule root;
  private final Map<NnModule, Place> modules = new IdentityHashMap<>();
  private final Map<Tensor, Place> tensors = new IdentityHashMap<>();
  private final Map<String, NnModule> more = new LinkedHashMap<>();
  private final Map<String, Tensor> captured = new LinkedHashMap<>();
  private final Map<NnModule, Map<String, Graph>> methods = new IdentityHashMap<>();
  private final Map<NnModule, GraphModule> twins = new IdentityHashMap<>();

  TraceModules(@Nullable NnModule root) {
    this.root = root;
    if (root != null) {
      find(root);
    }
  }

  private void find(NnModule top) {
    top.namedModules().values().forEach(module -> members(module));
    Map<String, Tensor> all = new LinkedHashMap<>(top.namedParameters());
    all.putAll(top.namedBuffers());
    all.forEach(
        (path, tensor) -> {
          int at = path.indexOf(COMPUTED);
          if (at >= 0) {
            String owner = at == 0 ? "" : path.substring(0, at - 1);
            tensors.putIfAbsent(tensor, place(top.getSubmodule(owner), path.substring(at)));
          }
        });
  }

  private Place place(NnModule owner, String name) {
    return new Place(owner == root ? null : owner, name);
  }

  private void members(NnModule module) {
    Instance instance = new Instance(module, "");
    instance.names.forEach((tensor, name) -> tensors.putIfAbsent(tensor, place(module, name)));
    instance.children.forEach(
        (name, child) -> {
          if (child != null && child != root) {
            modules.putIfAbsent(child, place(module, name));
          }
        });
  }

  /** Makes a module known that was called. */
  void called(NnModule module) {
    if (module == root || modules.containsKey(module)) {
      return;
    }
    String name = snake(module.getClass().getSimpleName());
    String free = name;
    for (int i = 1; more.containsKey(free) || isTaken(free); i++) {
      free = name + "_" + i;
    }
    more.put(free, module);
    modules.put(module, new Place(null, free));
    find(module);
  }

  /** Whether the traced module holds something of this name, as each module does its training. */
  private boolean isTaken(String name) {
    return name.equals("training")
        || root != null && new Instance(root, "").children.containsKey(name);
  }

  private static String snake(String name) {
    String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    return snake.isEmpty() ? "module" : snake;
  }

  /** Where a module is held; null of the traced one. */
  @Nullable Place of(NnModule module) {
    return module == root ? null : modules.get(module);
  }

  /** Where a tensor is held. */
  Place of(Tensor tensor) {
    Place known = tensors.get(tensor);
    if (known == null) {
      known = new Place(null, "captured_" + captured.size());
      captured.put(known.name(), tensor);
      tensors.put(tensor, known);
    }
    return known;
  }

  /** The name of the method of a module that has this graph. */
  String method(NnModule module, Graph graph) {
    Map<String, Graph> known = methods.computeIfAbsent(module, absent -> new LinkedHashMap<>());
    for (Map.Entry<String, Graph> each : known.entrySet()) {
      if (each.getValue().sameAs(graph)) {
        return each.getKey();
      }
    }
    String name = known.isEmpty() ? "forward" : "forward" + known.size();
    known.put(name, graph);
    return name;
  }

  /** Gives {@code traced} all that it holds. */
  void fill(GraphModule traced) {
    if (root != null) {
      twins.put(root, traced);
      fill(root, traced);
    }
    more.forEach((name, module) -> traced.withChild(name, twin(module)));
    captured.forEach(
        (name, tensor) -> {
          if (tensor.requiresGrad()) {
            traced.withParameter(name, tensor);
          } else {
            traced.withBuffer(name, tensor);
          }
        });
  }

  private GraphModule twin(NnModule module) {
    GraphModule known = twins.get(module);
    if (known == null) {
      Map<String, Graph> own = methods.getOrDefault(module, Map.of());
      known = new GraphModule(module.getClass().getSimpleName(), own);
      twins.put(module, known);
      fill(module, known);
      known.train(module.isTraining());
    }
    return known;
  }

  private void fill(NnModule module, GraphModule twin) {
    Set<Tensor> registered = Collections.newSetFromMap(new IdentityHashMap<>());
    registered.addAll(module.parameters());
    registered.addAll(module.buffers());
    module.accept(
        new Visitor() {
          @Override
          public void parameter(String name, @Nullable Tensor parameter) {
            if (parameter == null) {
              twin.withAttribute(name, IValue.none());
            } else if (registered.contains(parameter)) {
              twin.withParameter(name, parameter);
            } else { // computed of others before each call
              twin.hold(name, new GraphModule.Attribute.Buffer(parameter, false));
            }
          }

          @Override
          public void buffer(String name, @Nullable Tensor buffer, boolean persistent) {
            if (buffer == null) {
              twin.withAttribute(name, IValue.none());
            } else {
              twin.hold(name, new GraphModule.Attribute.Buffer(buffer, persistent));
            }
          }

          @Override
          public void child(String name, @Nullable NnModule child) {
            if (child == null) {
              twin.withAttribute(name, IValue.none());
            } else {
              twin.withChild(name, twin(child));
            }
          }

          @Override
          public void constant(String name, @Nullable Object value) {
            twin.hold(name, new GraphModule.Attribute.Plain(Attributes.value(value)));
          }
        });
    computed(module, twin);
  }

  /** What is trained in the place of parameters that are computed. */
  private static void computed(NnModule module, GraphModule twin) {
    module
        .namedParameters()
        .forEach(
            (path, tensor) -> {
              if (path.startsWith(COMPUTED)) {
                twin.withParameter(path, tensor);
              }
            });
    module
        .namedBuffers()
        .forEach(
            (path, tensor) -> {
              if (path.startsWith(COMPUTED)) {
                twin.withBuffer(path, tensor);
              }
            });
  }

  /** The path of each module, for those who read. */
  Map<NnModule, String> paths() {
    Map<NnModule, String> paths = new IdentityHashMap<>();
    for (NnModule module : new ArrayList<>(modules.keySet())) {
      List<String> names = new ArrayList<>();
      for (NnModule at = module; at != null && at != root; ) {
        Place place = modules.get(at);
        if (place == null) {
          break;
        }
        names.add(0, place.name());
        at = place.owner();
      }
      paths.put(module, String.join(".", names));
    }
    return paths;
  }
}

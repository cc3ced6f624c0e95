package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.Visitor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module as it stands: what it holds, and the graphs of its methods. */
final class Instance {
  private static final String METHOD = "method ";

  final NnModule module;
  final String path;
  final Map<String, @Nullable NnModule> children = new LinkedHashMap<>();
  final Set<String> tensors = new LinkedHashSet<>();
  final Map<Tensor, String> names = new IdentityHashMap<>();
  final Map<String, Object> constants = new LinkedHashMap<>();
  private @Nullable Map<String, Graph> methods;

  Instance(NnModule module, String path) {
    this.module = module;
    this.path = path;
    constants.put("training", module.isTraining());
    module.accept(
        new Visitor() {
          @Override
          public void parameter(String name, @Nullable Tensor parameter) {
            tensor(name, parameter);
          }

          @Override
          public void buffer(String name, @Nullable Tensor buffer, boolean persistent) {
            tensor(name, buffer);
          }

          @Override
          public void child(String name, @Nullable NnModule child) {
            children.put(name, child);
          }

          @Override
          public void constant(String name, @Nullable Object value) {
            if (value instanceof Tensor constant) {
              tensor(name, constant);
            } else {
              constants.put(name, told(value));
            }
          }
        });
  }

  private void tensor(String name, @Nullable Tensor tensor) {
    if (tensor == null) {
      constants.put(name, None.NONE);
    } else {
      tensors.add(name);
      names.putIfAbsent(tensor, name);
    }
  }

  private static Object told(@Nullable Object value) {
    if (value instanceof DType dtype) {
      return (long) dtype.code();
    }
    return value == null ? None.NONE : value;
  }

  /** The modules in it, in order. */
  List<NnModule> inOrder() {
    List<NnModule> all = new ArrayList<>();
    children.values().forEach(child -> all.add(present(child)));
    return all;
  }

  private NnModule present(@Nullable NnModule child) {
    if (child == null) {
      throw new LinkException(path + " goes without a module that its graph asks for");
    }
    return child;
  }

  /** The graph of a method, or of a function by its qualified name; null if there is none. */
  @Nullable Graph method(String name) {
    if (module instanceof GraphModule own) {
      return own.methods().contains(name) ? own.own(name) : null;
    } else if (module instanceof Sequential && name.equals("forward")) {
      return inARow();
    }
    Map<String, Graph> known = methods;
    if (known == null) {
      known = parse(module.graphs());
      methods = known;
    }
    Graph graph = known.get(name);
    return graph == null ? known.get(name.substring(name.lastIndexOf('.') + 1)) : graph;
  }

  /** A sequence calls one module after the other. */
  private Graph inARow() {
    GraphBuilder builder = new GraphBuilder();
    Value self = builder.input("self", typeOf(module));
    Value x = builder.input("input", Type.TENSOR);
    for (Map.Entry<String, @Nullable NnModule> each : children.entrySet()) {
      Value child =
          builder
              .node(Kinds.GET_ATTR)
              .inputs(self)
              .attribute("name", each.getKey())
              .named(
                  Character.isDigit(each.getKey().charAt(0)) ? "_" + each.getKey() : each.getKey())
              .output(typeOf(present(each.getValue())));
      x =
          builder
              .node(Kinds.CALL_METHOD)
              .inputs(child, x)
              .attribute("name", "forward")
              .output(Type.TENSOR);
    }
    return builder.graph(x);
  }

  /** The type of a module in graphs, after its class. */
  static Type typeOf(NnModule module) {
    return new Type.ClassOf("__torch__." + module.getClass().getCanonicalName());
  }

  /** The graphs of a class by the names of methods. */
  static Map<String, Graph> parse(@Nullable String text) {
    Map<String, Graph> methods = new LinkedHashMap<>();
    if (text == null) {
      return methods;
    }
    for (String part : ("\n" + text).split("\n" + METHOD, -1)) {
      int line = part.indexOf('\n');
      if (line > 0) {
        methods.putIfAbsent(part.substring(0, line), Graph.parse(part.substring(line + 1)));
      }
    }
    return methods;
  }
}

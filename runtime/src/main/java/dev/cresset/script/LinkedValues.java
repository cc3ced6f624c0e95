package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance graph begins with: constants, modules and tensors, each once and read from what
 * holds it; and what is known of its values.
 */
final class LinkedValues {
  final Names names = new Names();
  final List<Node> before = new ArrayList<>();
  private final Map<NnModule, Instance> instances = new IdentityHashMap<>();
  private final Map<NnModule, Value> values = new IdentityHashMap<>();
  private final Map<String, Value> tensors = new HashMap<>();
  private final Map<List<Object>, Value> constants = new LinkedHashMap<>();
  private final Map<Value, Object> known = new HashMap<>();
  private final Map<Value, Instance> modules = new HashMap<>();

  /** Makes the module itself known. */
  void begin(Instance self, Value value) {
    instances.put(self.module, self);
    values.put(self.module, value);
    modules.put(value, self);
  }

  /** The constant that a value is; null if it is none. */
  @Nullable Object known(Value value) {
    return known.get(value);
  }

  /** The module that a value is; null if it is none. */
  @Nullable Instance module(Value value) {
    return modules.get(value);
  }

  /** The constant of a node. */
  Value constant(Node node, List<Node> written) {
    if (node.attributes().containsKey("name")) { // a function
      Value made = names.like(node.output());
      known.put(made, node.text("name"));
      written.add(node.withOutputs(List.of(made)));
      return made;
    }
    return constant(node.constant(), node.output().type());
  }

  /** The constant of this value, once at the beginning of the graph. */
  Value constant(Object value, Type type) {
    Type own = value == None.NONE ? Type.NONE : type;
    return constants.computeIfAbsent(
        List.of(value, own),
        absent -> {
          Value made = names.fresh(own);
          Map<String, Object> attributes = value == None.NONE ? Map.of() : Map.of("value", value);
          before.add(
              new Node(Kinds.CONSTANT, "", List.of(), attributes, List.of(made), List.of(), null));
          known.put(made, value);
          return made;
        });
  }

  /** What a node reads from a module. */
  Value attribute(Node node, Instance of) {
    String name = node.text("name");
    if (of.children.containsKey(name)) {
      NnModule child = of.children.get(name);
      return child == null
          ? constant(None.NONE, Type.NONE)
          : value(instance(child, path(of, name)), of, name, node.output().type());
    }
    Object constant = of.constants.get(name);
    if (constant instanceof List<?> list && list.stream().anyMatch(Tensor.class::isInstance)) {
      Value known = tensors.get(path(of, name));
      if (known == null) {
        known = list(list, of);
        tensors.put(path(of, name), known);
      }
      return known;
    }
    if (constant != null) {
      Type type = node.output().type();
      return constant(constant, type instanceof Type.OptionalOf option ? option.element() : type);
    }
    if (!of.tensors.contains(name)) {
      throw new LinkException(of.path + " tells nothing of '" + name + "', which its graph reads");
    }
    return tensors.computeIfAbsent(path(of, name), absent -> read(value(of), name, Type.TENSOR));
  }

  /** A list of the module's own tensors, each read by its name. */
  private Value list(List<?> elements, Instance of) {
    List<Value> read = new ArrayList<>();
    for (Object element : elements) {
      String name = of.names.get(element);
      if (name == null) {
        throw new LinkException(of.path + " has a list with a tensor that it does not register");
      }
      Value known = tensors.get(path(of, name));
      if (known == null) {
        known = read(value(of), name, Type.TENSOR);
        tensors.put(path(of, name), known);
      }
      read.add(known);
    }
    Value made = names.fresh(new Type.ListOf(Type.TENSOR));
    before.add(new Node(Kinds.LIST_CONSTRUCT, "", read, Map.of(), List.of(made), List.of(), null));
    return made;
  }

  private static String path(Instance of, String name) {
    return of.path.equals("the module") ? name : of.path + "." + name;
  }

  private Instance instance(NnModule module, String path) {
    return instances.computeIfAbsent(module, absent -> new Instance(module, path));
  }

  /** A module of those in a list, by its number. */
  Instance child(Instance of, @Nullable Object index) {
    if (!(index instanceof Long number)) {
      throw new LinkException(
          of.path + " is asked for a module by a number that is not known before it runs");
    }
    int at = (int) (number < 0 ? number + of.children.size() : number);
    NnModule module = of.inOrder().get(at);
    Instance child = instance(module, path(of, String.valueOf(at)));
    value(child, of, List.copyOf(of.children.keySet()).get(at), Instance.typeOf(module));
    return child;
  }

  /** A module. */
  Value value(Instance instance) {
    Value value = values.get(instance.module);
    if (value == null) {
      throw new LinkException(instance.path + " was reached on no way from the module");
    }
    return value;
  }

  private Value value(Instance instance, Instance parent, String name, Type type) {
    Value value = values.get(instance.module);
    if (value == null) {
      value = read(value(parent), name, type);
      values.put(instance.module, value);
      modules.put(value, instance);
    }
    return value;
  }

  /** Reads an attribute at the beginning of the graph. */
  private Value read(Value module, String name, Type type) {
    Value made = names.fresh(Character.isDigit(name.charAt(0)) ? "_" + name : name, type);
    before.add(
        new Node(
            Kinds.GET_ATTR,
            "",
            List.of(module),
            Map.of("name", name),
            List.of(made),
            List.of(),
            null));
    return made;
  }

  /** A truth that no other constant of this value stands for. */
  Value fresh(boolean value) {
    Value made = names.fresh(Type.BOOL);
    Map<String, Object> attributes = Map.of("value", value);
    before.add(new Node(Kinds.CONSTANT, "", List.of(), attributes, List.of(made), List.of(), null));
    known.put(made, value);
    return made;
  }
}

package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks over modules and what they hold, in PyTorch's order. */
final class ModuleTree {

  private ModuleTree() {}

  /** What one module itself holds, by name; null for what it goes without. */
  static final class Members implements Visitor {
    final Map<String, @Nullable Tensor> parameters = new LinkedHashMap<>();
    final Map<String, @Nullable Tensor> buffers = new LinkedHashMap<>();
    final Map<String, @Nullable Tensor> persistent = new LinkedHashMap<>();
    final Map<String, @Nullable NnModule> children = new LinkedHashMap<>();

    static Members of(NnModule module) {
      Members members = new Members();
      module.visit(members);
      members.parameters.forEach((name, parameter) -> checkTrained(module, name, parameter));
      Parametrized computed = module.parametrized();
      if (computed != null) {
        computed.exchange(members.parameters, members.buffers, members.persistent);
      }
      return members;
    }

    private static void checkTrained(NnModule module, String name, @Nullable Tensor parameter) {
      if (parameter != null && !(parameter.hasAutograd() && parameter.autograd().isDeclared())) {
        throw new IllegalStateException(
            ("%s: '%s' is a @Param, but its tensor %s was made without param(..), so no optimizer"
                    + " would train it; write 'param(..)' around what is assigned to the field, and"
                    + " 'requiresGrad_(false)' after it where it is frozen")
                .formatted(module.getClass().getName(), name, Arrays.toString(parameter.sizes())));
      }
    }

    @Override
    public void parameter(String name, @Nullable Tensor parameter) {
      parameters.put(name, parameter);
    }

    @Override
    public void buffer(String name, @Nullable Tensor buffer, boolean isPersistent) {
      buffers.put(name, buffer);
      if (isPersistent) {
        persistent.put(name, buffer);
      }
    }

    @Override
    public void child(String name, @Nullable NnModule child) {
      children.put(name, child);
    }
  }

  static Map<String, Tensor> parameters(NnModule root) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    Set<Tensor> seen = identitySet();
    modules(root).forEach((path, m) -> collect(path, Members.of(m).parameters, seen, found));
    return Collections.unmodifiableMap(found);
  }

  static Map<String, Tensor> buffers(NnModule root) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    Set<Tensor> seen = identitySet();
    modules(root).forEach((path, m) -> collect(path, Members.of(m).buffers, seen, found));
    return Collections.unmodifiableMap(found);
  }

  static Map<String, NnModule> children(NnModule module) {
    Map<String, NnModule> found = new LinkedHashMap<>();
    Set<NnModule> seen = identitySet();
    Members.of(module)
        .children
        .forEach(
            (name, child) -> {
              if (child != null && seen.add(child)) {
                found.put(name, child);
              }
            });
    return Collections.unmodifiableMap(found);
  }

  static Map<String, NnModule> modules(NnModule root) {
    Map<String, NnModule> found = new LinkedHashMap<>();
    collect("", root, identitySet(), found);
    return Collections.unmodifiableMap(found);
  }

  /**
   * Refuses a module that is inside of itself.
   *
   * @throws IllegalStateException if one is; the message tells by which path
   */
  static void checkTree(NnModule root) {
    checkTree("", root, new IdentityHashMap<>());
  }

  private static void checkTree(String path, NnModule module, Map<NnModule, String> open) {
    String outer = open.putIfAbsent(module, path);
    if (outer != null) {
      throw new IllegalStateException(
          "%s '%s' is inside of itself, as '%s'; a module cannot hold a module that it is part of"
              .formatted(module.typeName(), outer, path));
    }
    Members.of(module)
        .children
        .forEach(
            (name, child) -> {
              if (child != null) {
                checkTree(join(path, name), child, open);
              }
            });
    open.remove(module);
  }

  static NnModule submodule(NnModule root, String path) {
    NnModule module = root;
    for (String name : path.isEmpty() ? List.<String>of() : List.of(path.split("\\.", -1))) {
      Map<String, @Nullable NnModule> children = Members.of(module).children;
      NnModule child = children.get(name);
      if (child == null) {
        throw new IllegalArgumentException(
            "'%s': %s has no module '%s'; it has %s"
                .formatted(path, module.typeName(), name, children.keySet()));
      }
      module = child;
    }
    return module;
  }

  static Tensor parameter(NnModule root, String path) {
    Tensor whole = parameters(root).get(path);
    if (whole != null) { // also those whose own names have dots
      return whole;
    }
    int dot = path.lastIndexOf('.');
    NnModule owner = submodule(root, dot < 0 ? "" : path.substring(0, dot));
    Map<String, @Nullable Tensor> parameters = Members.of(owner).parameters;
    Tensor parameter = parameters.get(path.substring(dot + 1));
    if (parameter == null) {
      throw new IllegalArgumentException(
          "'%s': %s has no parameter '%s'; it has %s"
              .formatted(path, owner.typeName(), path.substring(dot + 1), parameters.keySet()));
    }
    return parameter;
  }

  /** Replaces what every parameter, gradient and buffer points to, each handle once. */
  static void exchange(NnModule root, UnaryOperator<Tensor> conversion) {
    List<Tensor> handles = new ArrayList<>(parameters(root).values());
    handles.addAll(buffers(root).values());
    Set<Tensor> seen = identitySet();
    for (Tensor handle : handles) {
      if (seen.add(handle)) {
        handle.setData(conversion.apply(handle.detach()));
        Tensor grad = handle.grad();
        if (grad != null) {
          grad.setData(conversion.apply(grad.detach()));
        }
      }
    }
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static void collect(
      String path,
      Map<String, @Nullable Tensor> members,
      Set<Tensor> seen,
      Map<String, Tensor> found) {
    members.forEach(
        (name, tensor) -> {
          if (tensor != null && seen.add(tensor)) {
            found.put(join(path, name), tensor);
          }
        });
  }

  private static void collect(
      String path, NnModule module, Set<NnModule> seen, Map<String, NnModule> found) {
    if (seen.add(module)) {
      found.put(path, module);
      Members.of(module)
          .children
          .forEach(
              (name, child) -> {
                if (child != null) {
                  collect(join(path, name), child, seen, found);
                }
              });
    }
  }
}

package dev.cresset.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What containers hold: modules in order, each under a name that a path can contain. */
final class NamedModules<M extends NnModule> {
  private final NnModule owner;
  private final Map<String, M> byName = new LinkedHashMap<>();
  private final List<M> inOrder = new ArrayList<>();

  /** What {@code owner} holds. */
  NamedModules(NnModule owner) {
    this.owner = owner;
  }

  /** Adds under the next number. */
  void add(M module) {
    add(Integer.toString(inOrder.size()), module);
  }

  void add(String name, M module) {
    if (name.isEmpty() || name.indexOf('.') >= 0) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a module: a name is not empty and has no '.' in it");
    }
    if (module.modules().contains(owner)) { // compared by identity
      throw new IllegalArgumentException(
          "'%s' cannot be a %s that this module is part of; a module cannot be inside of itself"
              .formatted(name, module.typeName()));
    }
    if (byName.putIfAbsent(name, module) != null) {
      throw new IllegalArgumentException("there is already a module named '" + name + "'");
    }
    inOrder.add(module);
  }

  M get(int index) {
    int size = inOrder.size();
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException("module " + index + " of " + size);
    }
    return inOrder.get(index < 0 ? index + size : index);
  }

  M get(String name) {
    M module = byName.get(name);
    if (module == null) {
      throw new IllegalArgumentException(
          "there is no module named '" + name + "'; there are " + byName.keySet());
    }
    return module;
  }

  List<M> inOrder() {
    return Collections.unmodifiableList(inOrder);
  }

  Map<String, M> byName() {
    return Collections.unmodifiableMap(byName);
  }

  void visit(Visitor v) {
    byName.forEach(v::child);
  }
}

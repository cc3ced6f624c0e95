package dev.cresset.processor.check;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.shape.Classes;
import dev.cresset.ir.shape.Construction;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Made.Built;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.TensorFact;
import dev.cresset.processor.link.ClassGraphs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The classes of this compilation, and those compiled before, as the inference asks for them. */
final class KnownClasses implements Classes {
  private final Function<String, @Nullable ClassGraphs> classes;
  private final Map<Built, Set<String>> sizes = new HashMap<>();

  KnownClasses(Function<String, @Nullable ClassGraphs> classes) {
    this.classes = classes;
  }

  @Override
  public @Nullable Object field(Built module, String key) {
    Construction construction = construction(module);
    return construction == null ? null : construction.field(key, module.arguments());
  }

  @Override
  public @Nullable Graph method(String className, String name) {
    ClassGraphs graphs = classes.apply(className);
    return graphs == null ? null : graphs.method(name);
  }

  private @Nullable Construction construction(Built module) {
    ClassGraphs graphs = classes.apply(module.className());
    List<Construction> all = graphs == null ? List.of() : graphs.constructions();
    return module.constructor() < all.size() ? all.get(module.constructor()) : null;
  }

  /**
   * Which numbers, as they are named where the module is made, are the size of a tensor in it, and
   * so at least 1.
   */
  Set<String> sizes(Built module) {
    Set<String> before = sizes.get(module);
    if (before != null) {
      return before;
    }
    Set<String> names = new HashSet<>();
    sizes.put(module, names);
    Construction construction = construction(module);
    if (construction != null) {
      for (String key : construction.fields().keySet()) {
        add(construction.field(key, module.arguments()), names);
      }
    }
    return names;
  }

  private void add(Object fact, Set<String> names) {
    if (fact instanceof TensorFact tensor && tensor.sizes() != null) {
      tensor.sizes().all().stream()
          .filter(Size.Given.class::isInstance)
          .forEach(size -> names.add(size.toString()));
    } else if (fact instanceof Built built) {
      names.addAll(sizes(built));
    } else if (fact instanceof Made.Modules modules) {
      modules.modules().forEach(each -> add(each, names));
    }
  }
}

package dev.cresset.processor.check;

import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.InferShapes;
import dev.cresset.ir.pass.InferShapes.Mismatch;
import dev.cresset.ir.shape.Construction;
import dev.cresset.ir.shape.Made.Built;
import dev.cresset.ir.shape.Size;
import dev.cresset.processor.link.ClassGraphs;
import dev.cresset.processor.lower.LoweredMethod;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.ScriptMethod.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what surely fails in the methods of a class, whatever it is given and made with. */
public final class ShapeCheck {

  /** What surely fails, and where. */
  public record Finding(At at, String message) {}

  private final KnownClasses classes;

  /**
   * A check for one round.
   *
   * @param classes the graphs of a class by its canonical name; null if there are none
   */
  public ShapeCheck(Function<String, @Nullable ClassGraphs> classes) {
    this.classes = new KnownClasses(classes);
  }

  /** What surely fails in {@code methods} of the class {@code own}. */
  public List<Finding> check(ClassGraphs own, Collection<LoweredMethod> methods) {
    Map<At, Finding> found = new LinkedHashMap<>();
    for (LoweredMethod method : methods) {
      boolean object =
          method.method().kind() == Kind.FORWARD || method.method().kind() == Kind.METHOD;
      if (!object || own.constructions().isEmpty()) {
        check(method, null, found);
      }
      for (int i = 0; object && i < own.constructions().size(); i++) {
        check(method, self(own, i), found);
      }
    }
    return List.copyOf(found.values());
  }

  /** The object itself, as a constructor makes it of whatever it is given. */
  private Built self(ClassGraphs own, int constructor) {
    Construction construction = own.constructions().get(constructor);
    Built plain = new Built(own.className(), constructor, construction.parameters());
    Set<String> sizes = classes.sizes(plain);
    List<Object> arguments = new ArrayList<>();
    for (Object parameter : construction.parameters()) {
      boolean size = parameter instanceof Size.Given && sizes.contains(parameter.toString());
      arguments.add(size ? new Size.Named(parameter.toString()) : parameter);
    }
    return new Built(own.className(), constructor, arguments);
  }

  private void check(LoweredMethod method, @Nullable Built self, Map<At, Finding> found) {
    Map<Value, Object> known = new HashMap<>();
    if (self != null) {
      known.put(method.graph().inputs().get(0), self);
    }
    for (Mismatch each : InferShapes.in(method.graph(), known, classes).mismatches()) {
      At at = each.node().outputs().isEmpty() ? null : method.places().get(each.node().output());
      if (at != null) {
        found.putIfAbsent(at, new Finding(at, each.message()));
      }
    }
  }
}

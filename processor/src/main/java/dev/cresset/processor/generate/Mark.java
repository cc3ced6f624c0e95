package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.render.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something that a statement does comes from.
 *
 * @param op what the generated Java calls there; empty if it is no op
 */
record Mark(String op, Position position) {
  /** The packages of modules whose lines are not the user's. */
  private static final List<String> LIBRARY = List.of("dev.cresset.nn.", "dev.cresset.models.");

  /** Those of a node, and of the ops that are fused in it. */
  static List<Mark> of(Node node) {
    List<Mark> marks = new ArrayList<>();
    if (node.hasSubgraph()) {
      node.subgraph().nodes().forEach(inner -> marks.addAll(of(inner)));
    } else if (node.position() != null && !node.isConstant()) {
      boolean called = !node.kind().startsWith("prim::");
      String op = called ? node.kind().substring(node.kind().indexOf(':') + 2) : "";
      marks.add(new Mark(JavaNames.camel(op), node.position()));
    }
    return marks;
  }

  /** That of a place, if there is one. */
  static List<Mark> at(@Nullable Position position) {
    return position == null ? List.of() : List.of(new Mark("", position));
  }

  /**
   * The places in the user's files as a comment, each once: {@code // Digits.java:12, in hidden}.
   * Where there are several, each after what is called there. {@link GeneratedSource#withLines}
   * gathers them.
   */
  static String comment(List<Mark> marks) {
    Map<String, Set<String>> ops = new LinkedHashMap<>();
    for (Mark mark : marks) {
      Set<String> here = ops.computeIfAbsent(mark.place(), place -> new LinkedHashSet<>());
      if (!mark.op.isEmpty()) {
        here.add(mark.op);
      }
    }
    List<String> entries = new ArrayList<>();
    ops.forEach(
        (place, here) -> {
          String called = ops.size() == 1 || here.isEmpty() ? "" : String.join(" ", here) + " ";
          entries.add(called + place);
        });
    return entries.isEmpty() ? "" : " // " + String.join("; ", entries);
  }

  /** The user's line that is nearest, and the module of the library's in which it is from there. */
  private String place() {
    Position at = position;
    Position.Call via = at.via();
    String module = via == null ? "" : via.module();
    while (via != null && LIBRARY.stream().anyMatch(via.owner()::startsWith)) {
      at = via.at();
      via = at.via();
    }
    String line = at.file() + ":" + at.line();
    return module.isEmpty() ? line : line + ", in " + module;
  }
}

package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.op.GradientRule;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.op.OpTable.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's eager ops as Java: one class for each family of the table, one more for each
 * elementwise op, and one that calls ops by name. Of the ops with hand-written forwards those whose
 * forward is there.
 */
final class EagerOps {
  static final String PACKAGE = "dev.cresset.tensor.eager";

  /** What graphs have beside calls. */
  private static final Set<String> LANGUAGE =
      Set.of(Kinds.CONSTANT, Kinds.IF, Kinds.LIST_CONSTRUCT, Kinds.UNCHECKED_CAST);

  private final ForwardMethods forwards;

  /** Ops that are not there, and what each lacks. */
  private final Map<String, String> missing = new LinkedHashMap<>();

  EagerOps(ForwardMethods forwards) {
    this.forwards = forwards;
    findMissing();
  }

  /** What is lacked by others lacks them, too; until nothing more turns up. */
  private void findMissing() {
    int before = -1;
    while (before != missing.size()) {
      before = missing.size();
      for (Family family : OpTable.families()) {
        for (Op op : family.ops()) {
          if (InlineOps.template(op.name()) == null && !missing.containsKey(op.name())) {
            String lack = lack(op);
            if (lack != null) {
              missing.put(op.name(), lack);
            }
          }
        }
      }
    }
  }

  private @Nullable String lack(Op op) {
    Op functional = op.functional();
    if (functional != null) {
      return isMissing(functional.name()) ? "of " + functional.name() : null;
    }
    if (op.elementwise() == null && !op.isComposed() && !forwards.has(op)) {
      return "of a forward";
    }
    try {
      List<Graph> graphs = new ArrayList<>();
      for (GradientRule rule : op.gradients()) {
        graphs.add(op.gradientGraph(rule));
      }
      if (op.hasMeaning()) {
        graphs.add(op.meaningGraph());
      }
      return graphs.stream().map(this::lack).filter(l -> l != null).findFirst().orElse(null);
    } catch (IllegalArgumentException e) { // an op that the table does not have yet
      return "of what follows: " + e.getMessage();
    }
  }

  private @Nullable String lack(Graph graph) {
    for (Node node : graph.allNodes()) {
      if (!LANGUAGE.contains(node.kind()) && isMissing(node.qualifiedKind())) {
        return "of " + node.qualifiedKind();
      }
    }
    return null;
  }

  private boolean isMissing(String op) {
    return InlineOps.template(op) == null && (!OpTable.hasFamily(op) || missing.containsKey(op));
  }

  /** Ops that are not there, and what each lacks. */
  Map<String, String> missing() {
    return missing;
  }

  /** The ops of a family that are there. */
  private List<Op> present(Family family) {
    return family.ops().stream().filter(op -> !missing.containsKey(op.name())).toList();
  }

  /** The texts by the names of their files. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("package-info.java", packageInfo());
    List<Op> all = new ArrayList<>();
    for (Family family : OpTable.families()) {
      List<Op> ops = present(family);
      if (!ops.isEmpty()) {
        files.put(family.name() + ".java", family(family, ops));
        all.addAll(ops);
      }
      for (Op op : ops) {
        if (op.elementwise() != null) {
          files.put(
              ElementwiseClass.name(op) + ".java", ElementwiseClass.render(op, op.elementwise()));
        }
      }
    }
    files.put("Dispatch.java", DispatchClass.render(all));
    return files;
  }

  private static String packageInfo() {
    return """
    /** Ops that run at once and are recorded; written from the table of ops. */
    @NullMarked
    package dev.cresset.tensor.eager;

    import org.jspecify.annotations.NullMarked;
    """;
  }

  private static String family(Family family, List<Op> ops) {
    Source source = new Source();
    header(
        source,
        List.of(
            "dev.cresset.Generator",
            "dev.cresset.Tensor",
            "dev.cresset.autograd.GradFn",
            "dev.cresset.autograd.InPlace",
            "dev.cresset.autograd.Saved",
            "dev.cresset.autograd.Tape",
            "dev.cresset.backend.Device",
            "dev.cresset.ir.type.DType",
            "dev.cresset.tensor.Recorder",
            "dev.cresset.tensor.Recording",
            "dev.cresset.tensor.Scalars",
            "dev.cresset.tensor.Unboxing",
            "java.util.List",
            "org.jspecify.annotations.Nullable"),
        forwardTypes(ops));
    source.line("/** The eager ops of the family {@code %s}. */", family.name());
    source.open("public final class %s", family.name());
    source.open("private %s()", family.name()).close();
    for (Op op : ops) {
      source.line();
      EagerMethod.write(source, op);
    }
    return source.close().toString();
  }

  private static List<String> forwardTypes(List<Op> ops) {
    Set<String> types = new LinkedHashSet<>();
    for (Op op : ops) {
      if (op.functional() == null
          && op.elementwise() == null
          && InlineOps.template(op.name()) == null
          && !op.isComposed()) {
        types.add("dev.cresset.tensor.forward." + ForwardMethods.type(op));
      }
    }
    return List.copyOf(types);
  }

  /** Package and imports. */
  static void header(Source source, List<String> imports, List<String> more) {
    source.line("// Written from the table of ops while the runtime is built.");
    source.line("package %s;", PACKAGE);
    source.line();
    Set<String> all = new TreeSet<>(imports);
    all.addAll(more);
    all.forEach(name -> source.line("import %s;", name));
    source.line();
  }
}

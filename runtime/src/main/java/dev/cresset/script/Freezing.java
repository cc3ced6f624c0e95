package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.pass.EliminateDeadCode;
import dev.cresset.ir.pass.FoldLists;
import dev.cresset.ir.pass.LowerTuples;
import dev.cresset.ir.pass.MergeCommonSubexpressions;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.ir.pass.PropagateConstants;
import dev.cresset.ir.pass.RemoveDropout;
import dev.cresset.nn.NnModule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One module on its way to be frozen. */
final class Freezing {

  /** What surely does not run writes to nothing: it must not keep a tensor from being constant. */
  private static final Pipeline BEFORE =
      Pipeline.of(PropagateConstants.PASS, "so that branches of training are gone")
          .then(LowerTuples.PASS, "as what is in a tuple hides what it is")
          .then(EliminateDeadCode.PASS, "so that nothing reads what no result needs");

  private static final Pipeline CLEAN =
      Pipeline.SIMPLE
          .then(RemoveDropout.PASS, "once it is known not to be in training")
          .then(FoldLists.PASS, "once numbers are known")
          .then(FoldTensors.PASS, "once lists are")
          .then(PropagateConstants.PASS, "as sizes of constants are numbers now")
          .then(MergeCommonSubexpressions.PASS, "for the constants that are equal now")
          .then(EliminateDeadCode.PASS, "last, after all that leaves something unused");

  private static final Pipeline FOLD =
      CLEAN
          .then(FoldNorms.PASS, "once weights and statistics are constants")
          .then(FoldArithmetic.PASS, "once nothing stands between it and the layer")
          .then(EliminateDeadCode.PASS, "as the old weights are not needed any more");

  private final NnModule module;
  private final Set<String> preserved = new LinkedHashSet<>();
  private final Set<String> methods = new LinkedHashSet<>(List.of("forward"));
  private final SharedCopies copies = new SharedCopies();
  private final Map<String, Object> kept = new LinkedHashMap<>();
  private boolean fold = true;

  Freezing(NnModule module, List<FreezeOption> options) {
    this.module = module;
    for (FreezeOption option : options) {
      if (option instanceof FreezeOption.PreserveAttributes attributes) {
        preserved.addAll(attributes.paths());
      } else if (option instanceof FreezeOption.PreserveMethods more) {
        methods.addAll(more.names());
      } else if (option instanceof FreezeOption.FoldWeights weights) {
        fold = weights.fold();
      }
    }
  }

  GraphModule frozen() {
    Map<String, Graph> graphs = new LinkedHashMap<>();
    for (String method : methods) {
      graphs.put(method, graph(Linker.link(module, method)));
    }
    preserved.forEach(this::keep);
    GraphModule frozen = new GraphModule(module.getClass().getSimpleName(), graphs);
    kept.forEach(
        (path, value) -> {
          if (value instanceof Tensor tensor) {
            frozen.withBuffer(path, tensor);
          } else {
            frozen.withAttribute(path, Values.boxed(value));
          }
        });
    frozen.eval();
    return frozen;
  }

  /** Keeps what is to be preserved, though no method reads it. */
  private void keep(String path) {
    int dot = path.lastIndexOf('.');
    NnModule holder = module.namedModules().get(dot < 0 ? "" : path.substring(0, dot));
    Object value = holder == null ? null : Attributes.of(holder).get(path.substring(dot + 1));
    if (value == null) {
      throw new IllegalArgumentException(
          "'%s' cannot be preserved: %s has no such attribute"
              .formatted(path, module.getClass().getSimpleName()));
    } else if (value instanceof NnModule child) {
      Attributes.of(child).keySet().forEach(name -> keep(path + "." + name));
    } else if (value instanceof Tensor tensor) {
      kept.computeIfAbsent(path, absent -> copies.of(tensor));
    } else if (preserved.contains(path)) {
      throw new IllegalArgumentException(
          "'%s' cannot be preserved: it is %s, and only tensors and modules are read when a graph runs"
              .formatted(path, value));
    }
  }

  private boolean isPreserved(String path) {
    return preserved.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "."));
  }

  /** The frozen form of a linked graph. */
  Graph graph(Graph linked) {
    FrozenConstants constants = new FrozenConstants(copies, this::isPreserved);
    Graph known = BEFORE.apply(constants.constants(linked, module));
    Graph frozen = constants.keep(known);
    kept.putAll(constants.kept());
    return (fold ? FOLD : CLEAN).apply(frozen);
  }
}

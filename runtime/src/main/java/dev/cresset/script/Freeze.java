package dev.cresset.script;

import dev.cresset.ir.graph.Graph;
import dev.cresset.nn.NnModule;
import java.util.List;
import java.util.Map;

/**
 * Makes of a module in evaluation one that does not change any more: its tensors are constants of
 * one graph, branches of training and dropout are gone, batch norm is folded into the layers before
 * it, and what follows from constants alone is computed. As {@code torch.jit.freeze}. The module
 * itself stays as it is, and its later changes are not seen. A buffer that {@code forward} writes
 * to stays a buffer, of the frozen module's own.
 */
public final class Freeze {
  private Freeze() {}

  /**
   * Freezes a module.
   *
   * @throws IllegalStateException if the module, or one in it, is in training
   * @throws LinkException if a part of the module has no graph, or carries hooks
   */
  public static GraphModule of(NnModule module, FreezeOption... options) {
    checkEvaluation(module);
    return new Freezing(module, List.of(options)).frozen();
  }

  private static void checkEvaluation(NnModule module) {
    for (Map.Entry<String, NnModule> each : module.namedModules().entrySet()) {
      if (each.getValue().isTraining()) {
        String which =
            each.getKey().isEmpty()
                ? module.getClass().getSimpleName()
                : "'%s' of %s".formatted(each.getKey(), module.getClass().getSimpleName());
        throw new IllegalStateException(
            which + " is in training, and a frozen module is for evaluation; call eval() first");
      }
    }
  }

  /**
   * Keeps these as attributes, by path: tensors and other values, {@code "head.bias"}, or all that
   * a module holds, {@code "head"}. As {@code preserved_attrs}.
   */
  public static FreezeOption preserve(String... paths) {
    return new FreezeOption.PreserveAttributes(List.of(paths));
  }

  /** Keeps these scripted methods besides {@code forward}. As {@code preserved_attrs}. */
  public static FreezeOption preserveMethods(String... names) {
    return new FreezeOption.PreserveMethods(List.of(names));
  }

  /**
   * Whether batch norm and arithmetic are folded into weights, which changes results by their
   * rounding; true if it is not said. As {@code optimize_numerics}.
   */
  public static FreezeOption foldWeights(boolean fold) {
    return new FreezeOption.FoldWeights(fold);
  }

  /** Freezes a graph whose first input is {@code module}, as recorded or loaded ones are. */
  public static Graph graph(Graph graph, NnModule module, FreezeOption... options) {
    return new Freezing(module, List.of(options)).graph(graph);
  }
}

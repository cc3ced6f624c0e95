package dev.cresset.ir.op;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All ops, by name. An op is made when it is first asked for, with the others of its file: few
 * programs need them all, and to make them takes longer than to compile a class.
 */
public final class OpTable {

  /**
   * Ops that belong together: one class of eager Java in the runtime.
   *
   * @param name the class's simple name there, {@code Matrix}
   * @param ops its ops, each followed by its in-place twin
   */
  public record Family(String name, List<Op> ops) {
    /** A family of these. */
    public Family {
      ops = List.copyOf(ops);
    }
  }

  /** The files in order; those of the graph's language, of which the runtime has no class, last. */
  static final List<OpFile> FILES =
      List.of(
          new OpFile("Arithmetic", "Elementwise", () -> ArithmeticOps.ALL),
          new OpFile("Math", "Elementwise", () -> MathOps.ALL),
          new OpFile("Comparison", "Elementwise", () -> ComparisonOps.ALL),
          new OpFile("Bound", "Elementwise", () -> BoundOps.ALL),
          new OpFile("Activation", "Elementwise", () -> ActivationOps.ALL),
          new OpFile("Elementwise", "Elementwise", () -> ElementwiseOps.ALL),
          new OpFile("Shape", "Shape", () -> ShapeOps.ALL),
          new OpFile("Slice", "Shape", () -> SliceOps.ALL),
          new OpFile("Memory", "Shape", "Memory", () -> MemoryOps.ALL),
          new OpFile("Join", "Join", () -> JoinOps.ALL),
          new OpFile("Pad", "Pad", () -> PadOps.ALL),
          new OpFile("Index", "Index", () -> IndexOps.ALL),
          new OpFile("Reduction", "Reduction", () -> ReductionOps.ALL),
          new OpFile("Statistics", "Reduction", () -> StatisticsOps.ALL),
          new OpFile("Vector", "Reduction", () -> VectorOps.ALL),
          new OpFile("Softmax", "Reduction", () -> SoftmaxOps.ALL),
          new OpFile("Matrix", "Matrix", () -> MatrixOps.ALL),
          new OpFile("Scan", "Scan", () -> ScanOps.ALL),
          new OpFile("Sort", "Sort", () -> SortOps.ALL),
          new OpFile("Convolution", "Convolution", () -> ConvolutionOps.ALL),
          new OpFile("Pool", "Pool", () -> PoolOps.ALL),
          new OpFile("VolumePool", "VolumePool", () -> VolumePoolOps.ALL),
          new OpFile("Resize", "Resize", () -> ResizeOps.ALL),
          new OpFile("Fold", "Fold", () -> FoldOps.ALL),
          new OpFile("Grid", "Grid", () -> GridOps.ALL),
          new OpFile("Norm", "Norm", () -> NormOps.ALL),
          new OpFile("Embedding", "Embedding", () -> EmbeddingOps.ALL),
          new OpFile("Loss", "Loss", () -> LossOps.ALL),
          new OpFile("BinaryLoss", "Loss", () -> BinaryLossOps.ALL),
          new OpFile("MarginLoss", "Loss", () -> MarginLossOps.ALL),
          new OpFile("LabelLoss", "Loss", () -> LabelLossOps.ALL),
          new OpFile("Ctc", "Ctc", () -> CtcOps.ALL),
          new OpFile("Random", "Random", () -> RandomOps.ALL),
          new OpFile("Factory", "Factory", () -> FactoryOps.ALL),
          new OpFile("Composite", "Composite", () -> CompositeOps.ALL),
          new OpFile("Recurrent", "Recurrent", () -> RecurrentOps.ALL),
          new OpFile("Attention", "Attention", () -> AttentionOps.ALL),
          new OpFile("Number", null, () -> NumberOps.ALL),
          new OpFile("Scalar", null, () -> ScalarOps.ALL),
          new OpFile("List", null, () -> ListOps.ALL),
          new OpFile("Sequence", null, () -> SequenceOps.ALL),
          new OpFile("Dict", null, () -> DictOps.ALL),
          new OpFile("String", null, () -> StringOps.ALL));

  private static final OpIndex INDEX = OpIndex.read();

  private static final Map<String, List<Op>> OVERLOADS = new ConcurrentHashMap<>();

  private OpTable() {}

  /** The families, in order. */
  public static List<Family> families() {
    Map<String, List<Op>> all = new LinkedHashMap<>();
    for (OpFile file : FILES) {
      if (file.family() != null) {
        all.computeIfAbsent(file.family(), none -> new ArrayList<>()).addAll(file.ops().values());
      }
    }
    return all.entrySet().stream().map(each -> new Family(each.getKey(), each.getValue())).toList();
  }

  /** The op of this qualified name, {@code aten::add.Tensor}, or null. */
  public static @Nullable Op find(String qualifiedName) {
    OpFile file = INDEX.file(qualifiedName);
    return file == null ? null : file.ops().get(qualifiedName);
  }

  /**
   * The op of this qualified name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Op get(String qualifiedName) {
    Op op = find(qualifiedName);
    if (op == null) {
      throw new IllegalArgumentException("there is no op " + qualifiedName);
    }
    return op;
  }

  /**
   * The op that this node calls, or null. Where the node does not note which of several it is, as
   * after reading text, the types of its inputs say so.
   */
  public static @Nullable Op of(Node node) {
    Op noted = node.overload().isEmpty() ? null : find(node.qualifiedKind());
    if (noted != null) {
      return noted;
    }
    List<Op> overloads = overloads(node.kind());
    if (overloads.isEmpty()) {
      return null;
    }
    List<Type> types = node.inputTypes();
    for (Op op : overloads) {
      if (op.schema().takes(types)) {
        return op;
      }
    }
    return null;
  }

  /**
   * The name of the family that the op of this qualified name belongs to.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String family(String qualifiedName) {
    return known(qualifiedName, OpFile::family);
  }

  /**
   * What stands before {@code Forward} in the name of the class that computes the op of this
   * qualified name: its family, unless its file has a class of its own.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String forward(String qualifiedName) {
    return known(qualifiedName, OpFile::forward);
  }

  private static String known(String qualifiedName, Function<OpFile, @Nullable String> asked) {
    OpFile file = INDEX.file(qualifiedName);
    String found = file == null ? null : asked.apply(file);
    if (found == null) {
      throw new IllegalArgumentException("there is no family of " + qualifiedName);
    }
    return found;
  }

  /** Whether the op of this qualified name is there and belongs to a family. */
  public static boolean hasFamily(String qualifiedName) {
    OpFile file = INDEX.file(qualifiedName);
    return file != null && file.family() != null;
  }

  /** All overloads of {@code name}, {@code aten::add}, in the order of the table. */
  public static List<Op> overloads(String name) {
    List<Op> known = OVERLOADS.get(name);
    if (known == null) {
      known = INDEX.overloads(name).stream().map(OpTable::get).toList();
      OVERLOADS.put(name, known);
    }
    return known;
  }

  /** The overloads of {@code op} in its own family, itself among them. */
  public static List<Op> siblings(Op op) {
    String family = family(op.name());
    return INDEX.overloads(op.schema().name()).stream()
        .filter(name -> hasFamily(name) && family(name).equals(family))
        .map(OpTable::get)
        .toList();
  }

  /** All ops, in the order of the table. */
  public static Collection<Op> all() {
    return FILES.stream().flatMap(file -> file.ops().values().stream()).toList();
  }
}

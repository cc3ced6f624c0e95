package dev.cresset.ir.op;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.type.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All ops, by name. */
public final class OpTable {

  /**
   * Ops that belong together: one file here, one class of eager Java in the runtime.
   *
   * @param name the class's simple name there, {@code Matrix}
   * @param ops its ops, each followed by its in-place twin
   */
  public record Family(String name, List<Op> ops) {
    /** A family of these. */
    public Family {
      ops = ops.stream().flatMap(Family::withTwin).toList();
    }

    private static Stream<Op> withTwin(Op op) {
      return Stream.concat(Stream.of(op), Stream.ofNullable(op.inPlace()));
    }
  }

  private static final List<Family> FAMILIES =
      List.of(
          new Family("Elementwise", ElementwiseOps.ALL),
          new Family("Shape", all(Stream.of(ShapeOps.ALL, SliceOps.ALL, MemoryOps.ALL))),
          new Family("Join", JoinOps.ALL),
          new Family("Pad", PadOps.ALL),
          new Family("Index", IndexOps.ALL),
          new Family(
              "Reduction",
              all(Stream.of(ReductionOps.ALL, StatisticsOps.ALL, VectorOps.ALL, SoftmaxOps.ALL))),
          new Family("Matrix", MatrixOps.ALL),
          new Family("Scan", ScanOps.ALL),
          new Family("Sort", SortOps.ALL),
          new Family("Convolution", ConvolutionOps.ALL),
          new Family("Pool", PoolOps.ALL),
          new Family("VolumePool", VolumePoolOps.ALL),
          new Family("Resize", ResizeOps.ALL),
          new Family("Fold", FoldOps.ALL),
          new Family("Grid", GridOps.ALL),
          new Family("Norm", NormOps.ALL),
          new Family("Embedding", EmbeddingOps.ALL),
          new Family(
              "Loss",
              all(Stream.of(LossOps.ALL, BinaryLossOps.ALL, MarginLossOps.ALL, LabelLossOps.ALL))),
          new Family("Ctc", CtcOps.ALL),
          new Family("Random", RandomOps.ALL),
          new Family("Factory", FactoryOps.ALL),
          new Family("Composite", CompositeOps.ALL),
          new Family("Recurrent", RecurrentOps.ALL),
          new Family("Attention", AttentionOps.ALL));

  /** Ops on numbers, strings and lists: the graph's language, of which the runtime has no class. */
  private static final List<Op> LANGUAGE =
      Stream.of(
              NumberOps.ALL,
              ScalarOps.ALL,
              ListOps.ALL,
              SequenceOps.ALL,
              DictOps.ALL,
              StringOps.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Op> BY_NAME = byName();

  private static final Map<String, List<Op>> OVERLOADS =
      Collections.unmodifiableMap(
          BY_NAME.values().stream()
              .collect(
                  Collectors.groupingBy(
                      op -> op.schema().name(), LinkedHashMap::new, Collectors.toList())));

  private static final Map<String, Family> FAMILY_OF = familyOf();

  private OpTable() {}

  private static List<Op> all(Stream<List<Op>> files) {
    return files.flatMap(List::stream).toList();
  }

  private static Map<String, Op> byName() {
    Map<String, Op> all = new LinkedHashMap<>();
    FAMILIES.forEach(family -> family.ops().forEach(op -> declare(op, all)));
    LANGUAGE.forEach(op -> declare(op, all));
    return Collections.unmodifiableMap(all);
  }

  private static void declare(Op op, Map<String, Op> all) {
    if (all.put(op.name(), op) != null) {
      throw new IllegalStateException(op.name() + " is declared twice");
    }
  }

  private static Map<String, Family> familyOf() {
    Map<String, Family> all = new LinkedHashMap<>();
    FAMILIES.forEach(family -> family.ops().forEach(op -> all.put(op.name(), family)));
    return all;
  }

  /** The families, in order. */
  public static List<Family> families() {
    return FAMILIES;
  }

  /** The op of this qualified name, {@code aten::add.Tensor}, or null. */
  public static @Nullable Op find(String qualifiedName) {
    return BY_NAME.get(qualifiedName);
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
    return noted != null ? noted : of(node.kind(), node.inputTypes());
  }

  private static @Nullable Op of(String name, List<Type> types) {
    for (Op op : OVERLOADS.getOrDefault(name, List.of())) {
      if (op.schema().takes(types)) {
        return op;
      }
    }
    return null;
  }

  /** The family that the op of this qualified name belongs to. */
  public static Family family(String qualifiedName) {
    Family family = FAMILY_OF.get(qualifiedName);
    if (family == null) {
      throw new IllegalArgumentException("there is no op " + qualifiedName);
    }
    return family;
  }

  /** Whether the op of this qualified name is there and belongs to a family. */
  public static boolean hasFamily(String qualifiedName) {
    return FAMILY_OF.containsKey(qualifiedName);
  }

  /** All overloads of {@code name}, {@code aten::add}, in the order of the table. */
  public static List<Op> overloads(String name) {
    return OVERLOADS.getOrDefault(name, List.of());
  }

  /** All ops, in the order of the table. */
  public static Collection<Op> all() {
    return BY_NAME.values();
  }
}

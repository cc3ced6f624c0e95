package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.Effects;
import dev.cresset.ir.pass.InferShapes;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What folds an affine function of channels into the weights of the layer before it. */
abstract class FoldIntoWeights {

  /**
   * {@code y·factor + shift}, with one number of double precision for each channel; the name says
   * what it was.
   *
   * @param dims how many dimensions the layer's input must have for that to hold, where it is not
   *     known how many it has: the graph then looks when it runs; 0 if it holds anyway
   */
  record Affine(String name, Tensor factor, Tensor shift, int dims) {}

  /** A layer of known weights: a convolution, a transposed one, or a linear layer. */
  record Weighted(Node node, Tensor weight, @Nullable Tensor bias, long groups) {
    boolean isLinear() {
      return node.is("aten::linear");
    }

    boolean isTransposed() {
      return node.kind().startsWith("aten::conv_transpose");
    }

    long channels() {
      return isTransposed() ? weight.size(1) * groups : weight.size(0);
    }

    int spatial() {
      return weight.dim() - 2;
    }

    /** The weight after the fold. */
    Tensor folded(Affine affine) {
      return scaled(affine.factor()).to(weight.dtype());
    }

    /** The bias after the fold. */
    Tensor bias(Affine affine) {
      Tensor before = bias == null ? affine.shift() : scaledBias(bias, affine);
      return before.to(weight.dtype());
    }

    private static Tensor scaledBias(Tensor bias, Affine affine) {
      return bias.to(DType.F64).mul(affine.factor()).add(affine.shift());
    }

    /** The weight with each channel's part scaled. */
    private Tensor scaled(Tensor factor) {
      Tensor weight = this.weight.to(DType.F64);
      if (!isTransposed()) {
        long[] sizes = new long[weight.dim()];
        Arrays.fill(sizes, 1);
        sizes[0] = channels();
        return weight.mul(factor.reshape(sizes));
      }
      // [in, out / groups, ..]: the rows of one group have that group's channels
      long rows = weight.size(0) / groups;
      long[] grouped = new long[weight.dim() + 1];
      long[] factors = new long[weight.dim() + 1];
      Arrays.fill(factors, 1);
      grouped[0] = groups;
      grouped[1] = rows;
      for (int d = 1; d < weight.dim(); d++) {
        grouped[d + 1] = weight.size(d);
      }
      factors[0] = groups;
      factors[2] = weight.size(1);
      return weight.reshape(grouped).mul(factor.reshape(factors)).reshape(weight.sizes());
    }
  }

  private static final Set<String> SIZES = Set.of("aten::dim", "aten::size");

  private final Graph graph;
  private final Names names;
  private final Uses uses;
  private final Effects effects;
  private final Map<Value, Sizes> sizes;
  private final Map<Value, Value> replaced = new HashMap<>();

  FoldIntoWeights(Graph graph) {
    this.graph = graph;
    names = Names.of(graph.block());
    uses = Uses.of(graph.block());
    effects = Effects.of(graph);
    sizes = InferShapes.in(graph).sizes();
  }

  /** The value that the node makes an affine function of; null if it is no such node. */
  abstract @Nullable Value source(Node node);

  /** The function; null if it is not known. */
  abstract @Nullable Affine affine(Node node, Weighted layer);

  /** The graph with what could be folded folded, one fold for each layer. */
  Graph apply() {
    return GradMode.off(() -> new Graph(block(graph.block())));
  }

  private Block block(Block block) {
    Map<Node, Affine> folds = new IdentityHashMap<>();
    Map<Node, Affine> guarded = new IdentityHashMap<>();
    Set<Value> moved = new HashSet<>();
    for (Node node : block.nodes()) {
      Value source = source(node);
      Node layer = source == null ? null : uses.maker(source);
      Weighted weighted = layer == null ? null : weighted(layer);
      if (layer != null
          && weighted != null
          && uses.count(layer.output()) - ofSizes(layer.output()) == 1
          && block.nodes().stream().anyMatch(each -> each == layer)) {
        Affine affine = affine(node, weighted);
        if (affine == null || !isFinite(weighted, affine)) {
          continue;
        }
        if (affine.dims() > 0 && mayMove(layer)) {
          guarded.put(node, affine);
          moved.add(layer.output());
        } else if (affine.dims() == 0) {
          folds.put(layer, affine);
          replaced.put(node.output(), layer.output());
        }
      }
    }
    List<Node> nodes = new ArrayList<>();
    for (Node node : block.nodes()) {
      Affine affine = folds.get(node);
      if (affine != null) {
        nodes.add(folded(node, affine, nodes));
      } else if (guarded.containsKey(node)) {
        guard(node, guarded.get(node), nodes);
      } else if (node.outputs().isEmpty()
          || !replaced.containsKey(node.outputs().get(0))
              && !moved.contains(node.outputs().get(0))) {
        nodes.add(
            node.withInputs(of(node.inputs()))
                .withBlocks(node.blocks().stream().map(this::block).toList()));
      }
    }
    return new Block(block.inputs(), nodes, of(block.outputs()));
  }

  /** Numbers that are too great for the weights would make NaN of what is 0 or infinite. */
  private static boolean isFinite(Weighted layer, Affine affine) {
    return layer.folded(affine).isfinite().all().toBool()
        && layer.bias(affine).isfinite().all().toBool();
  }

  /** Whether the layer may stand where the node behind it stands. */
  private boolean mayMove(Node layer) {
    return !effects.isWritten(layer.input(0)) && ofSizes(layer.output()) == 0;
  }

  /** How often only the sizes of a value are looked at, which a fold does not change. */
  private long ofSizes(Value value) {
    return graph.allNodes().stream()
        .filter(node -> SIZES.contains(node.kind()) && node.input(0).equals(value))
        .count();
  }

  private List<Value> of(List<Value> values) {
    return values.stream().map(value -> replaced.getOrDefault(value, value)).toList();
  }

  /** The layer with new weights, which are added before it. */
  private Node folded(Node layer, Affine affine, List<Node> nodes) {
    Weighted known = weighted(layer);
    if (known == null) {
      throw new IllegalStateException(layer + " was a layer of known weights");
    }
    Value weightNow = added(layer.input(1), known.folded(affine), affine, nodes);
    Value biasNow = added(layer.input(2), known.bias(affine), affine, nodes);
    List<Value> inputs = new ArrayList<>(of(layer.inputs()));
    inputs.set(1, weightNow);
    inputs.set(2, biasNow);
    return layer.withInputs(inputs);
  }

  /** The folded layer if its input has so many dimensions, else it and what came after it. */
  private void guard(Node node, Affine affine, List<Node> nodes) {
    Node layer = maker(node.input(0));
    Node folded = folded(layer, affine, nodes);
    Value wanted = names.fresh(Type.INT);
    Value dims = names.fresh(Type.INT);
    Value fits = names.fresh(Type.BOOL);
    long count = affine.dims();
    nodes.add(plain(Kinds.CONSTANT, List.of(), wanted).withAttribute("value", count));
    nodes.add(plain("aten::dim", List.of(folded.input(0)), dims));
    nodes.add(plain("aten::eq", List.of(dims, wanted), fits));
    Value result = names.like(layer.output());
    Value before = names.like(layer.output());
    Value after = names.like(node.output());
    List<Value> rest = new ArrayList<>(of(node.inputs()));
    rest.set(0, before);
    Node asItWas = layer.withInputs(of(layer.inputs())).withOutputs(List.of(before));
    Block then =
        new Block(List.of(), List.of(folded.withOutputs(List.of(result))), List.of(result));
    Block otherwise =
        new Block(
            List.of(),
            List.of(asItWas, node.withInputs(rest).withOutputs(List.of(after))),
            List.of(after));
    nodes.add(plain(Kinds.IF, List.of(fits), node.output()).withBlocks(List.of(then, otherwise)));
  }

  private static Node plain(String kind, List<Value> inputs, Value output) {
    return new Node(kind, "", inputs, Map.of(), List.of(output), List.of(), null);
  }

  private Node maker(Value value) {
    Node maker = uses.maker(value);
    if (maker == null) {
      throw new IllegalStateException(value + " is made by no node");
    }
    return maker;
  }

  private Value added(Value before, Tensor tensor, Affine affine, List<Node> nodes) {
    String name = (before.isNamed() ? before.name() : "folded") + "_fused_" + affine.name();
    Value made = names.fresh(name, FrozenConstants.typeOf(tensor));
    nodes.add(FrozenConstants.constant(made, tensor));
    return made;
  }

  private @Nullable Weighted weighted(Node node) {
    boolean linear = node.is("aten::linear");
    boolean convolution = node.kind().matches("aten::conv(_transpose)?[123]d");
    if (!linear && !convolution) {
      return null;
    }
    Tensor weight = tensor(node, 1);
    Tensor bias = tensor(node, 2);
    if (weight == null
        || !weight.isFloatingPoint()
        || bias == null && constant(node, 2) != None.NONE) {
      return null;
    }
    Object groups = linear ? (Object) 1L : constant(node, 6);
    return groups instanceof Long count ? new Weighted(node, weight, bias, count) : null;
  }

  @Nullable Object constant(Node node, int input) {
    return uses.constant(node.input(input));
  }

  @Nullable Tensor tensor(Node node, int input) {
    return constant(node, input) instanceof TensorValue value ? value.tensor() : null;
  }

  /** How many dimensions the value has; −1 if that is not known. */
  int rank(Value value) {
    Sizes known = sizes.get(value);
    return known == null ? -1 : known.rank();
  }
}

package dev.cresset.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.Tanh;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Modules that are reached in several ways, or in circles. */
class LinkedTreesTest {
  private static final Tensor X = Tensor.of(new float[][] {{1, -2}, {.5f, 3}});

  /** Two names, which may be of one module. */
  static class Twice extends LinkedTreesTest_TwiceModule {
    final Linear first;
    final Linear second;

    Twice(Linear first, Linear second) {
      this.first = first;
      this.second = second;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return second.call(first.call(x).tanh());
    }
  }

  /** A list that is walked through by number. */
  static class Numbered extends LinkedTreesTest_NumberedModule {
    final ModuleList<Linear> layers;
    final int last;

    Numbered(Linear... layers) {
      this.layers = new ModuleList<>(List.of(layers));
      this.last = layers.length - 1;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      for (int i = 0; i < layers.size(); i++) {
        x = layers.get(i).call(x);
      }
      return x.mul(last);
    }
  }

  /** A module that may hold another of its kind. */
  static class Chained extends LinkedTreesTest_ChainedModule {
    @Nullable Chained next;

    @Override
    @Script
    public Tensor forward(Tensor x) {
      if (next == null) {
        return x;
      }
      return next.call(x.add(1));
    }
  }

  @Test
  void aModuleOfTwoNamesIsReadOnce() {
    Linear shared = new Linear(2, 2);
    Twice twice = new Twice(shared, shared);
    Graph graph = Linker.link(twice);
    assertThat(read(graph)).hasSize(3).endsWith("weight", "bias");
    assertRuns(twice);
    assertThat(twice.parameters()).hasSize(2);
    assertThat(read(Linker.link(new Twice(new Linear(2, 2), new Linear(2, 2)))))
        .containsExactlyInAnyOrder("first", "weight", "bias", "second", "weight", "bias");
  }

  @Test
  void aModuleThatIsTwiceInAListIsReadOnce() {
    Linear shared = new Linear(2, 2);
    Numbered net = new Numbered(shared, new Linear(2, 2), shared);
    Graph graph = Linker.link(net);
    assertThat(read(graph)).filteredOn("weight"::equals).hasSize(2);
    assertThat(graph.allNodes()).noneMatch(node -> node.is(Kinds.LOOP));
    assertThat(graph.allNodes()).filteredOn(node -> node.is("aten::linear")).hasSize(3);
    assertThat(graph.toString()).contains("prim::Constant[value=2]"); // last, and no attribute
    assertRuns(net);
  }

  @Test
  void sequencesInSequencesAreOneRow() {
    Sequential inner = new Sequential(new Linear(2, 2), new Tanh());
    Sequential net = new Sequential(inner, new Dropout(0.5), inner).eval();
    Graph graph = Linker.link(net);
    assertThat(graph.allNodes()).filteredOn(node -> node.is("aten::linear")).hasSize(2);
    assertThat(read(graph)).filteredOn("weight"::equals).hasSize(1);
    assertRuns(net);
  }

  @Test
  void aChainEndsWhereThereIsNoMore() {
    Chained chained = new Chained();
    chained.next = new Chained();
    chained.next.next = new Chained();
    assertRuns(chained);
  }

  @Test
  void aCircleIsRefusedByName() {
    Chained chained = new Chained();
    chained.next = new Chained();
    chained.next.next = chained.next;
    assertThatThrownBy(() -> Linker.link(chained))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("forward of next calls itself")
        .hasMessageContaining("a graph has no recursion");
    Chained own = new Chained();
    own.next = own;
    assertThatThrownBy(() -> Linker.link(own))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("forward of the module calls itself");
  }

  private static List<String> read(Graph graph) {
    Stream<Node> reads = graph.allNodes().stream().filter(node -> node.is(Kinds.GET_ATTR));
    return reads.map(node -> node.text("name")).toList();
  }

  private static void assertRuns(Layer net) {
    IValue got = Executor.of(Linker.link(net)).run(net, List.of(IValue.from(X))).get(0);
    assertThat(got.toTensor().allClose(net.call(X))).isTrue();
  }
}

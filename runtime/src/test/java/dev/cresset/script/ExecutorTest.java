package dev.cresset.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Graphs of all kinds, run. */
class ExecutorTest {

  private static IValue run(String text, IValue... values) {
    return Executor.of(Graph.parse(text)).run(List.of(values)).get(0);
  }

  @Test
  void aLoopCarriesWhatItComputes() {
    String fibonacci =
        """
        graph(%n : int):
          %true : bool = prim::Constant[value=1]()
          %0 : int = prim::Constant[value=0]()
          %1 : int = prim::Constant[value=1]()
          %a : int, %b : int = prim::Loop(%n, %true, %0, %1)
            block0(%i : int, %x : int, %y : int):
              %z : int = aten::add(%x, %y)
              -> (%true, %y, %z)
          return (%a)
        """;
    assertThat(run(fibonacci, IValue.from(30)).toLong()).isEqualTo(832040);
    assertThat(run(fibonacci, IValue.from(0)).toLong()).isZero();
  }

  @Test
  void aRaiseTellsWhatTheProgramSaysAndWhere() {
    String text =
        """
        graph(%x : int):
          %type : str = prim::Constant[value="builtins.ValueError"]()
          %text : str = prim::Constant[value="bad value {}"]()
          %message : str = aten::format(%text, %x)
           = prim::RaiseException(%message, %type) # Net.java:7:4
          return (%x)
        """;
    assertThatThrownBy(() -> run(text, IValue.from(3)))
        .isInstanceOf(ScriptException.class)
        .hasMessage("bad value 3")
        .satisfies(raised -> assertThat(((ScriptException) raised).type()).contains("ValueError"))
        .satisfies(
            raised ->
                assertThat(raised.getStackTrace()[0])
                    .hasToString("graph.prim::RaiseException(Net.java:7)"));
  }

  @Test
  void dictionariesAndStringsAreComputedWith() {
    String text =
        """
        graph(%words : str[]):
          %true : bool = prim::Constant[value=1]()
          %0 : int = prim::Constant[value=0]()
          %1 : int = prim::Constant[value=1]()
          %counts : Dict(str, int) = prim::DictConstruct()
          %n : int = aten::len(%words)
           = prim::Loop(%n, %true)
            block0(%i : int):
              %word : str = aten::__getitem__(%words, %i)
              %before : int = aten::get(%counts, %word, %0)
              %now : int = aten::add(%before, %1)
               = aten::_set_item(%counts, %word, %now)
              -> (%true)
          return (%counts)
        """;
    IValue words = IValue.list(List.of(IValue.from("a"), IValue.from("b"), IValue.from("a")));
    assertThat(run(text, words))
        .isEqualTo(IValue.dictStringKeyFrom(Map.of("a", IValue.from(2), "b", IValue.from(1))));
  }

  @Test
  void whatAProgramKeepsIsNotHandedOut() {
    Tensor weight = Tensor.of(1.0, 2.0);
    Graph graph = Graph.parse("graph():\n  %w : Tensor = prim::Constant()\n  return (%w)");
    Node known = graph.nodes().get(0).withAttribute("value", new TensorValue(weight));
    Executor executor = Executor.of(new Graph(graph.inputs(), List.of(known), graph.outputs()));
    executor.run(List.of()).get(0).toTensor().add_(1);
    assertThat(executor.run(List.of()).get(0).toTensor().toFloatArray()).containsExactly(1f, 2f);
  }

  @Test
  void gradientsGoThrough() {
    Tensor x = Tensor.of(1.0, 2.0).requiresGrad_();
    String text = "graph(%x : Tensor):\n  %y : Tensor = aten::mul(%x, %x)\n  return (%y)";
    run(text, IValue.from(x)).toTensor().sum().backward();
    assertThat(x.grad().toFloatArray()).containsExactly(2f, 4f);
  }

  @Test
  void manyThreadsRunOneExecutor() {
    Executor executor =
        Executor.of(
            Graph.parse(
                """
                graph(%x : Tensor, %n : int):
                  %true : bool = prim::Constant[value=1]()
                  %one : int = prim::Constant[value=1]()
                  %r : Tensor = prim::Loop(%n, %true, %x)
                    block0(%i : int, %y : Tensor):
                      %z : Tensor = aten::add(%y, %x, %one)
                      -> (%true, %z)
                  return (%r)
                """));
    List<Float> results =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i ->
                    executor
                        .run(List.of(IValue.from(Tensor.of(1.0)), IValue.from((long) i)))
                        .get(0)
                        .toTensor()
                        .toFloat())
            .toList();
    assertThat(results).isEqualTo(IntStream.rangeClosed(1, 64).mapToObj(i -> (float) i).toList());
  }

  @Test
  void aNodeThatIsNoOpIsRefusedByName() {
    assertThatThrownBy(
            () ->
                Executor.of(
                    Graph.parse("graph(%x : Tensor):\n  %1 : Tensor = my::op(%x)\n  return (%1)")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("my::op");
  }
}

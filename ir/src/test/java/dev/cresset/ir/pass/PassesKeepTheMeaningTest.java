package dev.cresset.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.interpret.Interpreter;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Passes on graphs made by chance: what they give, and what they leave in their inputs. */
class PassesKeepTheMeaningTest {
  private static final int GRAPHS = 200;

  static Stream<Arguments> passesOnRandomGraphs() {
    List<Pass> passes =
        new ArrayList<>(
            Pipeline.STANDARD.steps().stream().map(Pipeline.Step::pass).distinct().toList());
    passes.add(InferShapes.PASS);
    passes.add(FoldLists.PASS);
    passes.add(new Pass("pipeline", Pipeline.STANDARD::apply));
    return passes.stream()
        .flatMap(pass -> LongStream.range(0, GRAPHS).mapToObj(seed -> Arguments.of(pass, seed)));
  }

  @ParameterizedTest(name = "{0} on the graph of seed {1}")
  @MethodSource("passesOnRandomGraphs")
  void everyPassKeepsTheMeaning(Pass pass, long seed) {
    Graph before = RandomGraph.of(seed);
    Graph after = pass.apply(before);
    for (int draw = 0; draw < 3; draw++) {
      List<Object> mine = RandomGraph.inputs(3 * seed + draw);
      List<Object> theirs = RandomGraph.inputs(3 * seed + draw);
      List<Object> given = new ArrayList<>(Interpreter.run(after, theirs));
      List<Object> wanted = new ArrayList<>(Interpreter.run(before, mine));
      given.addAll(theirs);
      wanted.addAll(mine);
      assertSame(given, wanted, before, after);
      for (int i = 0; i < given.size(); i++) { // and they share memory as before
        write(given.get(i), i);
        write(wanted.get(i), i);
      }
      assertSame(given, wanted, before, after);
    }
  }

  @Test
  void sizesThatAreInferredAreThoseThatComeOut() {
    long inferred = 0;
    for (long seed = 0; seed < GRAPHS; seed++) {
      Graph graph = RandomGraph.sized(seed);
      InferShapes.Found found = InferShapes.in(graph);
      assertThat(found.mismatches()).as("%s", graph).isEmpty();
      List<Object> given = Interpreter.run(graph, RandomGraph.inputs(seed));
      for (int i = 0; i < given.size(); i++) {
        Sizes sizes = found.sizes().get(graph.outputs().get(i));
        if (sizes != null && given.get(i) instanceof NdArray array) {
          assertThat(sizes).as("%s", graph).isEqualTo(Sizes.of(array.sizes()));
          inferred++;
        }
      }
    }
    assertThat(inferred).isGreaterThan(GRAPHS);
  }

  @Test
  void thesePassesDoSomethingToThem() {
    for (Pipeline.Step step : Pipeline.STANDARD.steps()) {
      long changed =
          LongStream.range(0, GRAPHS)
              .mapToObj(RandomGraph::of)
              .filter(graph -> !step.pass().apply(graph).equals(graph))
              .count();
      assertThat(changed).as(step.pass().name()).isGreaterThan(GRAPHS / 10);
    }
  }

  private static void write(Object value, int number) {
    if (value instanceof NdArray array && array.count() > 0) {
      array.set(0L, 10 + number);
    }
  }

  /** The very same numbers: no pass may as much as reorder a sum. */
  private static void assertSame(
      List<Object> given, List<Object> wanted, Graph before, Graph after) {
    assertThat(given).hasSameSizeAs(wanted);
    for (int i = 0; i < given.size(); i++) {
      boolean same =
          given.get(i) instanceof NdArray array
              ? array.sameAs((NdArray) wanted.get(i))
              : given.get(i).equals(wanted.get(i));
      assertThat(same)
          .as(
              "value %d is %s, not %s\n%s\nbecame\n%s",
              i, given.get(i), wanted.get(i), before, after)
          .isTrue();
    }
  }
}

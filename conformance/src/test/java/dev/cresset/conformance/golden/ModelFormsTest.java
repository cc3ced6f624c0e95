package dev.cresset.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.models.Autoencoder;
import dev.cresset.conformance.golden.models.CharLstm;
import dev.cresset.conformance.golden.models.GatedCell;
import dev.cresset.conformance.golden.models.MLP;
import dev.cresset.conformance.golden.models.MnistCnn;
import dev.cresset.conformance.golden.models.MyCell;
import dev.cresset.conformance.golden.models.MyDecisionGate;
import dev.cresset.conformance.golden.models.RNNLoop;
import dev.cresset.conformance.golden.models.ResNet;
import dev.cresset.conformance.golden.models.TinyGpt;
import dev.cresset.examples.buffer.Centered;
import dev.cresset.examples.readme.Circle;
import dev.cresset.examples.text.Gpt;
import dev.cresset.nn.NnModule;
import dev.cresset.script.ScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled forms of the goldens' models and of the examples give what their Java gives. */
class ModelFormsTest {
  private static final List<Path> CLASSES =
      List.of(Path.of("target/test-classes"), Path.of("../examples/target/classes"));

  /** Holders of functions, which tests of their own packages see. */
  private static final Set<String> ELSEWHERE = Set.of("dev.cresset.examples.trace.Scripted");

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void theCompiledFormIsTheMeaning(String name, NnModule model, List<IValue> inputs) {
    Tensor.manualSeed(5);
    ScriptCheck.scriptCheck(model.train(), inputs, 1e-5, 1e-4);
    ScriptCheck.scriptCheck(model.eval(), inputs, 1e-5, 1e-4);
  }

  static Stream<Arguments> models() {
    return Stream.of(
        of(new Autoencoder(4), randn(2, 1, 8, 8)),
        of(new CharLstm(7, 4, 5), Tensor.randint(0, 7, 3, 6)),
        of(new GatedCell(4), randn(3, 4), randn(3, 4)),
        of(new MLP(5, 8, 3), randn(4, 5)),
        of(new MnistCnn(0.3), randn(2, 1, 28, 28)),
        of(new MyCell(4), randn(3, 4), randn(3, 4)),
        of(new MyDecisionGate(), randn(3)),
        of(new RNNLoop(4), randn(5, 2, 4)),
        of(new ResNet(2, 5, 4), randn(2, 3, 16, 16)),
        of(new TinyGpt(9, 8, 2, 2), Tensor.randint(0, 9, 2, 6)),
        of(new Centered(3), randn(4, 3)),
        of(new Circle(), randn(4, 2)),
        of(new dev.cresset.examples.cell.MyCell(4), randn(3, 4), randn(3, 4)),
        of(new dev.cresset.examples.digits.ResNet(2, 8, 10), randn(2, 1, 28, 28)),
        of(new dev.cresset.examples.mnist.MnistCnn(), randn(2, 1, 28, 28)),
        of(new dev.cresset.examples.autoencoder.Autoencoder(4, 2), randn(2, 1, 8, 8)),
        of(new dev.cresset.examples.text.CharLstm(9, 5), Tensor.randint(0, 9, 3, 6)),
        of(new Gpt(9, 7, 8, 2, 2), Tensor.randint(0, 9, 2, 6)));
  }

  @Test
  void noModelIsLeftOut() throws IOException {
    Set<String> held = new TreeSet<>(ELSEWHERE);
    models()
        .flatMap(each -> ((NnModule) each.get()[1]).modules().stream())
        .forEach(each -> held.add(each.getClass().getName()));
    Set<String> scripted = new TreeSet<>();
    for (Path folder : CLASSES) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .map(file -> folder.relativize(file).toString())
            .filter(name -> name.endsWith("_Graph.class"))
            .forEach(name -> scripted.add(name.replace("_Graph.class", "").replace('/', '.')));
      }
    }
    assertThat(scripted).hasSizeGreaterThan(14).isSubsetOf(held);
  }

  private static Tensor randn(long... sizes) {
    return Tensor.randn(sizes).requiresGrad_(true);
  }

  private static Arguments of(NnModule model, Tensor... inputs) {
    return Arguments.of(
        model.getClass().getName(), model, Arrays.stream(inputs).map(IValue::from).toList());
  }
}

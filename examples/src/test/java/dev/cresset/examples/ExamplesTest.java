package dev.cresset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.examples.buffer.Centered;
import dev.cresset.examples.buffer.RunCentered;
import dev.cresset.examples.cell.MyCell;
import dev.cresset.examples.cell.RunCell;
import dev.cresset.examples.graph.DrawResNet;
import dev.cresset.examples.mlp.Spirals;
import dev.cresset.nn.Modes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small examples do what they say. */
class ExamplesTest {
  private static String printed(Consumer<PrintStream> program) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    program.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void thePerceptronTellsTheSpiralsApart() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(Spirals.run(new PrintStream(bytes, true, StandardCharsets.UTF_8))).isGreaterThan(98);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("step 600  loss 0.0");
  }

  @Test
  void theCellPrintsItsGraph() {
    assertThat(printed(RunCell::run)).contains("tensor(", "aten::tanh", "prim::TupleConstruct");
  }

  @Test
  void theCellAgreesWithItsForward() {
    Tensor.manualSeed(3);
    MyCell cell = new MyCell(4);
    Tensor x = Tensor.randn(3, 4);
    Tensor h = Tensor.randn(3, 4);
    assertThat(cell.call(x, h).out().allClose(cell.forward(x, h).out())).isTrue();
  }

  @Test
  void theResNetIsDrawnWithItsLines(@TempDir Path folder) throws IOException {
    DrawResNet.run(folder, Path.of("src/main/java"), Path.of("../runtime/src/main/java"));
    String page = Files.readString(folder.resolve("resnet.html"));
    assertThat(page).startsWith("<!DOCTYPE html>").contains("[1, 16, 14, 14]", "in blocks.1.conv2");
    assertThat(page).contains("<mark>").contains("out[i] = Math.max(x0[i] + x1[i], 0f);");
    assertThat(Files.readString(folder.resolve("resnet.dot"))).contains("conv2d", "->");
  }

  @Test
  void theBufferFollowsInTrainingAndStaysInEvaluation() {
    String text = printed(RunCentered::run);
    assertThat(text).contains("state dict: {scale=", "running_mean=");
    Centered compiled = new Centered(2);
    Centered eager = new Centered(2);
    Tensor x = Tensor.of(new double[] {1, 2}, new double[] {3, 4});
    Tensor y = compiled.call(x);
    try (Modes.Scope scope = Modes.eager()) {
      assertThat(eager.call(x).allClose(y)).isTrue();
    }
    Tensor mean = compiled.stateDict().get("running_mean");
    assertThat(mean).isNotNull();
    assertThat(mean.toFloatArray()).containsExactly(0.2f, 0.3f);
    compiled.eval().call(x);
    assertThat(mean.toFloatArray()).containsExactly(0.2f, 0.3f);
  }
}

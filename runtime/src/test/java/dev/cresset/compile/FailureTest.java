package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.compile.Misfits.Deep;
import dev.cresset.compile.Misfits.Fused;
import dev.cresset.compile.Misfits.Helped;
import dev.cresset.compile.Misfits.Pair;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of a call names the user's line and the module, compiled or as written. */
class FailureTest {
  private static final Path SOURCE =
      Path.of("src", "test", "java", "dev", "cresset", "compile", "Misfits.java");

  /** Runs it as written, or compiled. */
  private static void run(boolean asWritten, Runnable call) {
    if (!asWritten) {
      call.run();
      return;
    }
    try (Modes.Scope eager = Modes.eager()) {
      call.run();
    }
  }

  /** The line that ends with this comment. */
  private static String line(String comment) throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// " + comment)) {
        return "Misfits.java:" + (i + 1);
      }
    }
    throw new AssertionError(comment);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLayerThatDoesNotFitIsNamedByPath(boolean asWritten) throws IOException {
    assertThatThrownBy(() -> run(asWritten, () -> new Pair().call(Tensor.ones(1, 4))))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessageContaining("linear")
        .hasMessageEndingWith(" (%s, in second)", line("second"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePathGrowsOnTheWayOut(boolean asWritten) throws IOException {
    assertThatThrownBy(() -> run(asWritten, () -> new Deep().call(Tensor.ones(1, 4), false)))
        .hasMessageEndingWith(" (%s, in blocks.0.second)", line("second"));
    assertThatThrownBy(() -> run(asWritten, () -> new Deep().call(Tensor.ones(1, 2), true)))
        .hasMessageEndingWith(" (%s, in tail.1)", line("tail"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofFusedOpsTheOneAtFaultIsNamed(boolean asWritten) throws IOException {
    Tensor two = Tensor.ones(2);
    Tensor three = Tensor.ones(3);
    assertThatThrownBy(() -> run(asWritten, () -> new Fused().call(two, three, two)))
        .hasMessageStartingWith("add: ")
        .hasMessageEndingWith(" (%s)", line("sum"));
    assertThatThrownBy(() -> run(asWritten, () -> new Fused().call(two, two, three)))
        .hasMessageStartingWith("mul: ")
        .hasMessageEndingWith(" (%s)", line("product"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void helpersAreTheUsersToo(boolean asWritten) throws IOException {
    assertThatThrownBy(() -> run(asWritten, () -> new Helped().call(Tensor.ones(3))))
        .hasMessageEndingWith(" (%s)", line("view"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLayerAloneNamesTheLineThatCallsIt(boolean asWritten) {
    assertThatThrownBy(() -> run(asWritten, () -> new Linear(3, 3).call(Tensor.ones(1, 4))))
        .message()
        .containsPattern(" \\(FailureTest\\.java:\\d+\\)$");
  }

  @Test
  void aCompiledFunctionNamesItsLine() throws IOException {
    assertThatThrownBy(() -> Misfits_Helped_Graph.product(Tensor.ones(2, 3), Tensor.ones(4, 2)))
        .hasMessageEndingWith(" (%s)", line("matmul"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void hooksDoNotHideThePlace(boolean asWritten) throws IOException {
    Deep net = new Deep();
    net.blocks.get(0).registerForwardHook((module, in, out) -> null);
    assertThatThrownBy(() -> run(asWritten, () -> net.call(Tensor.ones(1, 4), false)))
        .hasMessageEndingWith(" (%s, in blocks.0.second)", line("second"));
    assertThat(net.blocks.get(0).plain()).isFalse();
  }
}

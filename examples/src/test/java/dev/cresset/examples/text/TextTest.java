package dev.cresset.examples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.data.Example;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Modes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTest {
  private static final String PAGE = "# A page\n\nThe quick brown fox jumps over the lazy dog.\n";

  @TempDir Path folder;

  private interface Program {
    double run(String[] arguments, PrintStream out);
  }

  private void learnsToWrite(Program program, String file) throws IOException {
    Files.writeString(folder.resolve("page.md"), (PAGE + "| a | table |\n").repeat(60));
    String[] arguments = {"--steps", "40", "--text", folder.toString(), "--out", folder.toString()};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    double loss = program.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(printed).contains("40/40", "bits a character", " parameters", "loss   * training");
    assertThat(loss).isLessThan(2); // 3.4 is chance
    String written = Files.readString(folder.resolve(file));
    assertThat(written).startsWith("# ").hasSize(602).doesNotContain("|");
    assertThat(printed).contains(written);
  }

  @Test
  void theLstmLearnsToWrite() throws IOException {
    learnsToWrite(WriteLstm::run, "lstm.txt");
  }

  @Test
  void theGptLearnsToWrite() throws IOException {
    learnsToWrite(WriteGpt::run, "gpt.txt");
  }

  @Test
  void compiledAndEagerAgree() {
    Tensor.manualSeed(4);
    Tensor text = Tensor.randint(0, 20, 3, 12);
    for (Layer model : List.of(new CharLstm(20, 16), new Gpt(20, 16, 24, 2, 3))) {
      Tensor compiled = model.call(text);
      List<Tensor> gradients = Autograd.grad(compiled.square().sum(), model.parameters());
      Tensor eager;
      try (Modes.Scope scope = Modes.eager()) {
        eager = model.call(text);
      }
      assertThat(compiled.sizes()).containsExactly(3, 12, 20);
      assertThat(compiled.allClose(eager, 1e-4, 1e-5, false)).isTrue();
      List<Tensor> others = Autograd.grad(eager.square().sum(), model.parameters());
      for (int i = 0; i < others.size(); i++) {
        assertThat(gradients.get(i).allClose(others.get(i), 1e-3, 1e-3, false)).isTrue();
      }
    }
  }

  @Test
  void noPlaceOfTheGptSeesWhatFollows() {
    Tensor.manualSeed(5);
    Gpt model = new Gpt(20, 16, 24, 2, 3);
    Tensor text = Tensor.randint(0, 20, 1, 12);
    Tensor other = text.clone();
    other.select(1, 11).fill_(text.select(1, 11).toLong() == 0 ? 1 : 0);
    Tensor before = model.call(text);
    Tensor after = model.call(other);
    assertThat(before.narrow(1, 0, 11).allClose(after.narrow(1, 0, 11))).isTrue();
    assertThat(before.narrow(1, 11, 1).allClose(after.narrow(1, 11, 1))).isFalse();
  }

  @Test
  void targetsAreOneCharacterLater() {
    Corpus corpus = new Corpus(PAGE.repeat(40));
    Example piece = corpus.draw(2, 10, new Generator(1));
    assertThat(piece.input().narrow(1, 1, 9).eq(piece.target().narrow(1, 0, 9)).all().toBool())
        .isTrue();
    StringBuilder text = new StringBuilder();
    for (long number : corpus.encode("The fox")) {
      text.append(corpus.decode(number));
    }
    assertThat(text).hasToString("The fox");
    assertThatThrownBy(() -> new Corpus(PAGE.repeat(12)).draw(1, 5000, new Generator(1)))
        .hasMessageContaining("too few");
  }
}

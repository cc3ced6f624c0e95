package dev.cresset.ir.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs as PyTorch 1.13 printed them: read, printed and read again. */
class TorchScriptTextTest {
  private static final Path ALL = Path.of("../../shared/golden/interop/ir");

  static Stream<Arguments> graphsOfPyTorch() throws IOException, URISyntaxException {
    Path own =
        Path.of(
            Objects.requireNonNull(TorchScriptTextTest.class.getResource("mycell.graph.txt"))
                .toURI());
    TreeMap<String, Path> files = new TreeMap<>();
    collect(Objects.requireNonNull(own.getParent()), files);
    if (Files.isDirectory(ALL)) {
      collect(ALL, files);
    }
    return files.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  private static void collect(Path folder, TreeMap<String, Path> files) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(file -> file.getFileName().toString().matches(".*graph.*\\.txt"))
          .forEach(file -> files.put(file.getFileName().toString(), file));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphsOfPyTorch")
  void printsWhatItRead(String name, Path file) throws IOException {
    String text = Files.readString(file).stripTrailing() + "\n";
    Graph graph = Graph.parse(text);
    assertThat(graph).hasToString(text);
    assertThat(Graph.parse(graph.toString())).isEqualTo(graph);
    assertThat(graph.sameAs(graph.canonical())).isTrue();
  }
}

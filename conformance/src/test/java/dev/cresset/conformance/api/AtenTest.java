package dev.cresset.conformance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The methods of tensors and the functions are what the table of ops says they are. */
class AtenTest {

  @Test
  void everyMethodIsTheOpThatItNames() throws IOException {
    List<String> problems = new ArrayList<>();
    Set<String> ops = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("..", "runtime", "target", "classes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        problems.addAll(AtenCheck.problems(Files.readAllBytes(file), ops));
      }
    }
    assertThat(problems).isEmpty();
    assertThat(ops).hasSizeGreaterThan(300).contains("aten::relu", "aten::add_.Tensor");
  }

  @Test
  void whatDiffersFromTheTableIsSeen() throws IOException {
    assertThat(AtenCheck.problems(bytes(Wrong.class), new HashSet<>()))
        .hasSize(6)
        .anyMatch(p -> p.contains("noOp") && p.contains("there is no such op"))
        .anyMatch(p -> p.contains("noArgument") && p.contains("has no argument 'axis'"))
        .anyMatch(p -> p.contains("noArgument") && p.contains("needs 'dim'"))
        .anyMatch(p -> p.contains("otherType") && p.contains("'dim' is a int, not a double"))
        .anyMatch(p -> p.contains("otherResult") && p.contains("the op gives"))
        .anyMatch(p -> p.contains("twoNumbers") && p.contains("takes 1 tensors, not 2"));
  }

  /** Methods that the table knows nothing of. */
  interface Wrong {
    @Aten("no_such_op")
    Tensor noOp();

    @Aten("softmax.int")
    Tensor noArgument(int axis);

    @Aten("softmax.int")
    Tensor otherType(double dim);

    @Aten("relu")
    List<Tensor> otherResult();

    @Aten("relu")
    static float twoNumbers(float self, float other) {
      return self + other;
    }
  }

  private static byte[] bytes(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

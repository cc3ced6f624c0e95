package dev.cresset.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.models.ModelsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No scripted class of the library is left out where compiled forms are held to their meaning. */
class EveryScriptedClassTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void isHeldToItsMeaning() throws IOException {
    Set<String> held = new TreeSet<>();
    Stream.of(CompiledLayersTest.layers(), CompiledSequencesTest.layers(), ModelsTest.networks())
        .flatMap(cases -> cases)
        .flatMap(each -> Stream.of(each.get()))
        .map(each -> each instanceof Supplier<?> supplier ? supplier.get() : each)
        .filter(NnModule.class::isInstance)
        .flatMap(each -> ((NnModule) each).modules().stream())
        .forEach(each -> held.add(each.getClass().getName()));
    assertThat(scripted()).hasSizeGreaterThan(140).isSubsetOf(held);
  }

  private static Set<String> scripted() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith("_Graph.class"))
          .map(name -> name.replace("_Graph.class", "").replace('\\', '.').replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

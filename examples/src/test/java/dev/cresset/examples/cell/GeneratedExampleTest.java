package dev.cresset.examples.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page about generated code shows it as it is: the blocks under the name of a file, one blank
 * line between two of them, are the file. With {@code -Dgolden.update} they are written anew; each
 * keeps the two lines that it begins with.
 */
class GeneratedExampleTest {
  private static final Path PAGE = Path.of("../docs/generated-example.md");
  private static final Path PLACE = Path.of("dev/cresset/examples/cell");
  private static final Path WRITTEN = Path.of("src/main/java").resolve(PLACE);
  private static final Path GENERATED =
      Path.of("target/generated-sources/annotations").resolve(PLACE);
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void theClassIsTheExample() throws IOException {
    shows(WRITTEN, "MyCell.java");
  }

  @Test
  void theSuperclassIsWhatTheProcessorWrote() throws IOException {
    shows(GENERATED, "MyCellModule.java");
  }

  @Test
  void theCompiledFormIsWhatTheProcessorWrote() throws IOException {
    shows(GENERATED, "MyCell_Graph.java");
  }

  private static void shows(Path folder, String name) throws IOException {
    String file = read(folder.resolve(name));
    String page = read(PAGE);
    int start = page.indexOf("## " + name + "\n");
    assertThat(start).as("the heading '## %s'", name).isNotNegative();
    int next = page.indexOf("\n## ", start);
    int end = next < 0 ? page.length() : next;
    String section = page.substring(start, end);
    if (System.getProperty("golden.update") != null) {
      section = updated(section, file);
      Files.writeString(PAGE, page.substring(0, start) + section + page.substring(end));
    }
    assertThat(String.join("\n", blocks(section))).isEqualTo(file);
  }

  private static String read(Path path) throws IOException {
    return Files.readString(path).replace("\r\n", "\n");
  }

  private static List<String> blocks(String section) {
    return BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
  }

  /** The section with the blocks of {@code file} in place of its own. */
  private static String updated(String section, String file) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    List<String> blocks = blocks(section);
    for (String block : blocks.subList(1, blocks.size())) {
      String first = block.lines().limit(2).reduce((a, b) -> a + "\n" + b).orElseThrow();
      int at = file.indexOf("\n\n" + first, from);
      assertThat(at).as("a part that begins with%n%s", first).isNotNegative();
      parts.add(file.substring(from, at + 1));
      from = at + 2;
    }
    parts.add(file.substring(from));
    Matcher place = BLOCK.matcher(section);
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      assertThat(place.find()).isTrue();
      place.appendReplacement(text, Matcher.quoteReplacement("```java\n" + part + "```\n"));
    }
    return place.appendTail(text).toString();
  }
}

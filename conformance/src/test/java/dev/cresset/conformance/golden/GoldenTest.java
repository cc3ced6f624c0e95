package dev.cresset.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.nn.Modes;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Numbers that PyTorch computed, against ours. {@code -Dgolden.dir=FOLDER} names a folder of cases
 * to run; without it the small copy in this module's resources is run, and beside it {@code
 * ../shared/golden/torch} if that is there. What became of each case is written to {@code
 * target/golden.json}.
 */
@Order(Integer.MAX_VALUE) // so that its line is the last that is printed
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenTest {
  private static final Path SHARED = Path.of("../../shared/golden/torch");

  @Test
  void smallCopyAgrees() throws URISyntaxException {
    GoldenRun run = GoldenRun.of(small());
    assertThat(run.failed()).isEmpty();
    assertThat(run.uncovered()).isEmpty();
  }

  @Test
  void ownForwardMethodsAgreeAsCompiledCodeDoes() throws URISyntaxException {
    Path all = all();
    try (Modes.Scope scope = Modes.eager()) {
      assertThat(GoldenRun.of(all).failed()).isEmpty();
    }
  }

  @Test
  void tracesAgreeAsWhatTheyAreOf() throws URISyntaxException {
    Path all = all();
    Calls.byTraces(() -> assertThat(GoldenRun.of(all).failed()).isEmpty());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void folderAgrees() {
    String named = System.getProperty("golden.dir", "");
    Path folder = // a relative one is meant from where Maven was started
        named.isEmpty() ? SHARED : Path.of(System.getProperty("session.dir", "")).resolve(named);
    if (named.isEmpty() && !Files.exists(folder.resolve("manifest.json"))) {
      return; // a clone by itself: the small copy is what there is
    }
    GoldenRun run = GoldenRun.of(folder);
    run.write(Path.of("target/golden.json"));
    run.failed().forEach((id, why) -> System.out.println("failed " + id + ": " + why));
    System.out.println(run);
    assertThat(run.failed()).isEmpty();
  }

  /** The copy in the resources. */
  private static Path small() throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(GoldenTest.class.getResource("/golden/manifest.json")).toURI())
        .getParent();
  }

  /** All cases that are there. */
  private static Path all() throws URISyntaxException {
    return Files.exists(SHARED.resolve("manifest.json")) ? SHARED : small();
  }
}

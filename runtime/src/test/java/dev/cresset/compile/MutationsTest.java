package dev.cresset.compile;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Programs with slips: whatever the user writes, the processor does not break, says where each of
 * its errors is, takes no superclass away, and writes nothing that javac refuses.
 *
 * <p>{@code -Dmutations.count=5000 -Dmutations.seed=9} tries so many, however long it takes.
 */
class MutationsTest {
  private static final int COUNT = Integer.getInteger("mutations.count", 300);
  private static final long SEED = Long.getLong("mutations.seed", 1);
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Path GOOD = Path.of("src/test/resources/dev/cresset/compile/good");

  @Test
  void noSlipBreaksTheProcessor() throws IOException {
    List<Path> programs = new ArrayList<>(BadPrograms.in(GOOD));
    programs.addAll(programs); // as likely as those that are wrong already
    programs.addAll(BadPrograms.in(BadPrograms.ONE_MISTAKE));
    programs.addAll(BadPrograms.in(BadPrograms.MANY_MISTAKES));
    List<String> broken = new ArrayList<>();
    long end = System.nanoTime() + TIME.toNanos();
    int tried = 0;
    for (int i = 0; i < COUNT; i++) {
      if (System.getProperty("mutations.count") == null && System.nanoTime() > end) {
        break;
      }
      Random random = new Random(SEED * 1_000_003 + i);
      Path program = programs.get(random.nextInt(programs.size()));
      String mutant = Mutation.of(BadPrograms.read(program), random);
      String what = complaint(program, mutant);
      tried++;
      if (what != null) {
        broken.add("number %d, %s: %s\n%s".formatted(i, program.getFileName(), what, mutant));
      }
    }
    assertThat(tried).isPositive();
    assertThat(broken).as("of %d with seed %d", tried, SEED).isEmpty();
  }

  /** What is wrong with the processor, seen from this program; null if nothing is. */
  private static @Nullable String complaint(Path program, String mutant) {
    Compilation compilation;
    try {
      compilation =
          javac()
              .withOptions("-Acresset.verify")
              .withProcessors(new ScriptProcessor())
              .compile(JavaFileObjects.forSourceString(name(program, mutant), mutant));
    } catch (RuntimeException failure) {
      return "thrown: " + failure;
    }
    boolean marked = words(mutant) >= words(BadPrograms.read(program));
    boolean others =
        compilation.errors().stream()
            .anyMatch(error -> !isMissingSuperclass(error.getMessage(Locale.ROOT), mutant));
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      String message = error.getMessage(Locale.ROOT);
      JavaFileObject source = error.getSource();
      if (message.startsWith("[script/internal]") || message.startsWith("[script/disagrees]")) {
        return message;
      } else if (source == null && message.startsWith("[script/")) {
        return "no place: " + message;
      } else if (source != null && source.getName().contains("SOURCE_OUTPUT")) {
        return "generated: " + source.getName() + ":" + error.getLineNumber() + ": " + message;
      } else if (marked && !others && isMissingSuperclass(message, mutant)) {
        return "no superclass: " + message;
      }
    }
    return null;
  }

  /** How many words of ours are there: without one, a class is no module. */
  private static long words(String program) {
    return Pattern.compile("@(Script|Param|Buffer|Constant)\\b").matcher(program).results().count();
  }

  /** Whether a class is told to extend what is generated for it, and it is not there. */
  private static boolean isMissingSuperclass(String message, String mutant) {
    Matcher missing = Pattern.compile("symbol: +class (\\w+)Module\\b").matcher(message);
    return missing.find()
        && Pattern.compile(
                "\\bclass %1$s(<[^{]*>)? extends %1$sModule\\b".formatted(missing.group(1)))
            .matcher(mutant)
            .find();
  }

  private static String name(Path program, String mutant) {
    Matcher name = Pattern.compile("public (?:final )?class (\\w+)").matcher(mutant);
    String simple = program.getFileName().toString().replace(".java", "");
    return mutant.replaceFirst("(?s).*?package (\\w+);.*", "$1")
        + "."
        + (name.find() ? name.group(1) : simple);
  }
}

package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Bodies may name classes that other processors write, also later than in the first round. */
class RoundsTest {

  @Test
  void aClassThatComesLateIsWaitedFor() throws IOException {
    Compilation compilation =
        javac()
            .withOptions("-Xlint:all", "-Werror", "-Acresset.verify")
            .withProcessors(new LateProcessor(), new ScriptProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "models.Net",
                    """
                    package models;
                    import dev.cresset.Tensor;
                    import dev.cresset.annotations.Script;
                    public class Net extends NetModule {
                      @Script public Tensor forward(Tensor x) { return x.mul(late.Sizes.WIDTH); }
                    }
                    """));
    assertThat(compilation).succeeded();
    assertThat(Compiled.written(compilation).get("Net_Graph.java")).contains("value=3");
  }

  @Test
  void aSuperclassIsNotMadeWithoutAFieldThatComesLate() {
    JavaFileObject net =
        JavaFileObjects.forSourceString(
            "models.Net",
            """
            package models;
            import dev.cresset.Tensor;
            import dev.cresset.annotations.Script;
            public class Net extends NetModule {
              final late.First first = null;
              @Script public Tensor forward(Tensor x) { return x; }
            }
            """);
    Compilation compilation =
        javac().withProcessors(new LateProcessor(), new ScriptProcessor()).compile(net);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[script/late-type]").inFile(net).onLine(5);
  }

  /** What is written in the last round would be a warning of javac's. */
  @Test
  void functionsWithoutAModuleAreWrittenBeforeTheLastRound() {
    Compilation compilation =
        Compiled.compile(
            """
            package models;
            import dev.cresset.Tensor;
            import dev.cresset.annotations.Script;
            public final class MyOps {
              private MyOps() {}
              @Script static float half(float v) { return 0.5f * v; }
              @Script static Tensor fusedRelu(Tensor x, Tensor y) { return x.add(y).relu(); }
            }
            """,
            """
            package models;
            import dev.cresset.Tensor;
            class User {
              private User() {}
              static Tensor use(Tensor x) { return MyOps_Graph.half(MyOps_Graph.fusedRelu(x, x)); }
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void functionsThatNeedWhatOthersWriteAreWaitedFor() throws IOException {
    Compilation compilation =
        javac()
            .withOptions("-Xlint:all", "-Werror", "-Acresset.verify")
            .withProcessors(new LateProcessor(), new ScriptProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "models.MyOps",
                    """
                    package models;
                    import dev.cresset.Tensor;
                    import dev.cresset.annotations.Script;
                    public class MyOps {
                      @Script static Tensor scaled(Tensor x) { return x.mul(late.Sizes.WIDTH); }
                    }
                    """));
    assertThat(compilation).succeeded();
    assertThat(Compiled.written(compilation).get("MyOps_Graph.java")).contains("value=3");
  }

  /** Writes a class in the first round, and in the second the one that is waited for. */
  @SupportedAnnotationTypes("*")
  private static final class LateProcessor extends AbstractProcessor {
    private int rounds;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      rounds++;
      if (rounds == 1) {
        write("late.First", "package late; public class First {}");
      } else if (rounds == 2) {
        write(
            "late.Sizes",
            "package late; public class Sizes { public static final int WIDTH = 3; }");
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        out.write(text);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}

package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cresset.compile.Compiled.compile;
import static dev.cresset.compile.Compiled.compileAgainst;
import static dev.cresset.compile.Compiled.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small modules become part of the graphs that call them, from source and from class files. */
class InliningTest {
  private static final String PART =
      """
      package parts;

      import dev.cresset.Tensor;
      import dev.cresset.annotations.Param;
      import dev.cresset.annotations.Script;

      public final class Part extends PartModule {
        @Param final Tensor weight = param(Tensor.of(1f));
        public final Inner inner = new Inner();

        @Script
        public Tensor forward(Tensor x) {
          return inner.call(training ? helped(x) : weight);
        }

        private Tensor helped(Tensor x) {
          return x;
        }

        public static class Inner extends Part_InnerModule {
          @Script
          public Tensor forward(Tensor x) {
            return x;
          }
        }
      }
      """;

  private static final String NET =
      """
      package nets;

      import dev.cresset.Tensor;
      import dev.cresset.annotations.Script;
      import parts.Part;

      public final class Net extends NetModule {
        final Part part = new Part();

        @Script
        public Tensor forward(Tensor x) {
          return part.call(x);
        }
      }
      """;

  @Test
  void fromSourceOfTheSameCompilation() throws IOException {
    Compilation both = compile(PART, NET);
    assertThat(both).succeededWithoutWarnings();
    assertInlined(both);
  }

  @Test
  void fromClassFiles(@TempDir Path folder) throws IOException {
    Compilation net = compileAgainst(folder, compile(PART), NET);
    assertThat(net).succeededWithoutWarnings();
    assertInlined(net);
  }

  /** Its code would have to name the class in it, which other packages do not see. */
  @Test
  void notWhereAClassInItIsHidden() throws IOException {
    String hidden =
        """
        package parts;

        import dev.cresset.Tensor;
        import dev.cresset.annotations.Script;

        class Hidden extends HiddenModule {
          @Script
          public Tensor forward(Tensor x) {
            return x.relu();
          }
        }
        """;
    String open =
        """
        package parts;

        import dev.cresset.Tensor;
        import dev.cresset.annotations.Script;

        public class Open extends OpenModule {
          final Hidden hidden = new Hidden();

          @Script
          public Tensor forward(Tensor x) {
            return hidden.call(x);
          }
        }
        """;
    String net =
        """
        package %s;

        import dev.cresset.Tensor;
        import dev.cresset.annotations.Script;
        import parts.Open;

        public class Net extends NetModule {
          final Open open = new Open();

          @Script
          public Tensor forward(Tensor x) {
            return open.call(x).add(1);
          }
        }
        """;
    Compilation far = compile(hidden, open, net.formatted("nets"));
    assertThat(far).succeededWithoutWarnings();
    assertThat(written(far).get("Net_Graph.java")).contains("add(self.open.call(x), 1L, 1L)");
    Compilation near =
        compile(hidden, open, net.formatted("parts").replace("import parts.Open;", ""));
    assertThat(near).succeededWithoutWarnings();
    assertThat(written(near).get("Net_Graph.java")).contains("self.open.hidden.getClass()");
  }

  private static void assertInlined(Compilation compilation) throws IOException {
    assertThat(written(compilation).get("Net_Graph.java"))
        .contains("if (self.part.isTraining()) {")
        .contains("return Part_Graph.weightOf(self.part);")
        .contains(
            """
                return FRESH
                    && self.part.getClass() == Part.class
                    && self.part.plain()
                    && self.part.inner.getClass() == Part.Inner.class
                    && self.part.inner.plain();
            """)
        .contains("Part_Graph.hash().equals(");
  }
}

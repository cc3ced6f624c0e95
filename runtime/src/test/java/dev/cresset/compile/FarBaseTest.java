package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cresset.compile.Compiled.compile;
import static dev.cresset.compile.Compiled.compileAgainst;
import static dev.cresset.compile.Compiled.loaded;
import static dev.cresset.compile.Compiled.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cresset.Tensor;
import dev.cresset.nn.NnModule;
import dev.cresset.script.ScriptCheck;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module on top of one of another package, whose protected members it uses. */
class FarBaseTest {
  private static final String BASE =
      """
      package bases;

      import dev.cresset.Tensor;
      import dev.cresset.annotations.Param;
      import dev.cresset.annotations.Script;
      import dev.cresset.nn.Linear;

      public class Base extends BaseModule {
        protected final Linear linear = new Linear(2, 2);
        @Param protected final Tensor scale = param(Tensor.of(2f, 3));
        protected final int count;

        protected Base(int count) {
          this.count = count;
        }
      %s
      }
      """;

  private static final String SCRIPTED =
      """
        @Script
        public Tensor forward(Tensor x) {
          return x.neg();
        }

        @Script
        protected Tensor grown(Tensor x, int times, float by) {
          return x.mul(times * by);
        }
      """;

  private static final String TOP =
      """
      package tops;

      import bases.Base;
      import dev.cresset.Tensor;
      import dev.cresset.annotations.Script;

      @Script(base = Base.class)
      public class Top extends TopModule {
        public Top() {
          super(3);
        }

        %s
        @Script
        public Tensor forward(Tensor x) {
          return %s;
        }
      }
      """;

  private static final String NET =
      """
      package nets;

      import dev.cresset.Tensor;
      import dev.cresset.annotations.Script;
      import tops.Top;

      public class Net extends NetModule {
        final Top top = new Top();

        @Script
        public Tensor forward(Tensor x) {
          return top.call(x).add(1);
        }
      }
      """;

  @Test
  void readsProtectedFieldsThatTheBaseDoesNotRead() throws Exception {
    String top = TOP.formatted("@Override", "linear.call(x).mul(scale).add(count)");
    Compilation all = compile(BASE.formatted(SCRIPTED), top, NET);
    assertAgrees(all);
    assertThat(written(all).get("Net_Graph.java"))
        .contains("Base_Graph.linearOf(self.top)")
        .contains("self.top.getClass() == Top.class");
  }

  @Test
  void readsThemOfABaseWithoutScripts() throws Exception {
    assertAgrees(compile(BASE.formatted(""), TOP.formatted("", "linear.call(x).mul(count)"), NET));
  }

  @Test
  void readsThemOfABaseThatWasCompiledBefore(@TempDir Path folder) throws IOException {
    Compilation base = compile(BASE.formatted(SCRIPTED));
    assertThat(base).succeededWithoutWarnings();
    String top = TOP.formatted("@Override", "linear.call(x).mul(scale).add(count)");
    assertThat(compileAgainst(folder, base, top, NET)).succeededWithoutWarnings();
  }

  @Test
  void callsProtectedMethodsAsWritten() throws Exception {
    String top = TOP.formatted("@Override", "grown(x, count, 0.5f)");
    assertAgrees(compile(BASE.formatted(SCRIPTED), top, NET));
  }

  private static void assertAgrees(Compilation all) throws Exception {
    assertThat(all).succeededWithoutWarnings();
    ClassLoader loader = loaded(all);
    for (String name : new String[] {"tops.Top", "nets.Net"}) {
      NnModule module = (NnModule) loader.loadClass(name).getConstructor().newInstance();
      ScriptCheck.scriptCheck(module, Tensor.randn(3, 2).requiresGrad_(true));
    }
  }
}

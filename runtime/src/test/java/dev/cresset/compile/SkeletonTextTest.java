package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cresset.compile.Compiled.compile;
import static dev.cresset.compile.Compiled.expected;
import static dev.cresset.compile.Compiled.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is written for a module is plain Java, clean under every warning, and always the same. */
class SkeletonTextTest {
  private static final String NET =
      """
      package models;

      import dev.cresset.Tensor;
      import dev.cresset.annotations.Buffer;
      import dev.cresset.annotations.Param;
      import dev.cresset.annotations.Script;
      import dev.cresset.ir.type.DType;
      import dev.cresset.nn.ModuleList;
      import java.util.List;

      public class Net extends NetModule {
        public record Result(Tensor out, List<Tensor> all, int[] sizes) {}

        @Param final Tensor weight = param(Tensor.of(1f));
        @Buffer final Tensor mean = Tensor.of(0f);
        final Integer heads = 2;
        final List<Float> scales = List.of(1f);
        final Part part = new Part();
        final ModuleList<Part> parts = new ModuleList<>();

        @Script
        Result forward(Tensor x, List<List<Tensor>> each, int[] sizes, float scale, DType type) {
          return new Result(x, each.get(0), sizes);
        }

        public static class Part extends Net_PartModule {
          @Script
          public Tensor forward(Tensor v) {
            return v;
          }
        }
      }
      """;

  @Test
  void theSuperclassOfAModule() throws IOException {
    Compilation net =
        compile(NET.replace(", DType type", "").replace("import dev.cresset.ir.type.DType;\n", ""));
    assertThat(net).succeededWithoutWarnings();
    String superclass = written(net).get("NetModule.java");
    assertThat(superclass).isEqualTo(expected("NetModule", superclass));
  }

  @Test
  void theSameSourceGivesTheSameText() throws IOException {
    String net = NET.replace(", DType type", "").replace("import dev.cresset.ir.type.DType;\n", "");
    assertThat(written(compile(net))).isEqualTo(written(compile(net)));
  }

  @Test
  void whatCannotGoThroughTheUntypedDoorIsNamedOnItsParameter() {
    Compilation net = compile(NET);
    assertThat(net).hadErrorCount(1);
    assertThat(net)
        .hadErrorContaining("dev.cresset.ir.type.DType cannot go into or out of a module")
        .inFile(net.sourceFiles().get(0))
        .onLineContaining("DType type");
  }

  @Test
  void modulesOfOnePackageMayNeedEachOther() {
    assertThat(
            compile(
                """
                package models;

                import dev.cresset.annotations.Script;
                import dev.cresset.nn.Layer;
                import dev.cresset.nn.ModuleDict;

                @Script
                public class First<M extends Layer> extends FirstModule<M> {
                  final Second second = null;
                  final ModuleDict<M> others = new ModuleDict<>();
                }
                """,
                """
                package models;

                import dev.cresset.Tensor;
                import dev.cresset.annotations.Script;

                final class Second extends SecondModule {
                  First<Second> first;

                  @Script
                  public Tensor forward(Tensor x) {
                    return x;
                  }

                  Second test() {
                    return new Second().eval().train(true).cpu();
                  }
                }
                """))
        .succeededWithoutWarnings();
  }
}

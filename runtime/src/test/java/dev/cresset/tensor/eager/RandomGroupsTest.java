package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.ir.plan.KernelPlan;
import dev.cresset.ir.render.Form;
import dev.cresset.ir.render.JavaKernel;
import dev.cresset.ir.scalar.Primitive;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.Scalar.Fold;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Groups made by chance: loops, blocks, folds of rows and temps in any order compute what the
 * scalars say, also where results are written over inputs. Every second group folds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomGroupsTest {
  private static final int GROUPS = 60;
  private static final int N = 37;
  private static final List<Primitive> REAL =
      Arrays.stream(Primitive.values()).filter(Primitive::takesReals).toList();

  private final Map<String, Class<?>> kernels = new HashMap<>();

  /** A group, known by its seed. */
  private record Group(int seed, int inputs, int parameters, List<Scalar> outputs) {
    static Group of(int seed) {
      Random random = new Random(seed);
      int inputs = 1 + random.nextInt(4);
      int parameters = random.nextInt(3);
      List<Scalar> known = new ArrayList<>();
      IntStream.range(0, inputs).forEach(i -> known.add(Scalar.input(i)));
      IntStream.range(0, parameters).forEach(i -> known.add(Scalar.parameter(i)));
      known.add(Scalar.constant(random.nextInt(5) * 0.5));
      for (int i = 3 + random.nextInt(25); i > 0; i--) {
        if (seed % 2 == 1 && random.nextInt(5) == 0) {
          Fold fold = random.nextBoolean() ? Fold.SUM : Fold.MAX;
          Scalar row = new Scalar.Row(fold, known.get(random.nextInt(known.size())));
          known.add(random.nextBoolean() ? row : row.div(new Scalar.RowLength()));
          continue;
        }
        Primitive function = REAL.get(random.nextInt(REAL.size()));
        List<Scalar> in = new ArrayList<>();
        for (int k = 0; k < function.arity(); k++) {
          in.add(known.get(random.nextInt(known.size())));
        }
        known.add(new Scalar.Call(function, in));
      }
      List<Scalar> outputs = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        outputs.add(known.get(known.size() - 1 - random.nextInt(Math.min(6, known.size()))));
      }
      return new Group(seed, inputs, parameters, outputs);
    }

    KernelPlan plan() {
      return KernelPlan.of(inputs, parameters, outputs);
    }

    String kernel() {
      return JavaKernel.render(
          plan(),
          new JavaKernel.Names(
              "Group" + seed,
              "group" + seed,
              names("x", inputs),
              names("s", parameters),
              names("y", outputs.size()),
              "group " + seed),
          EnumSet.of(Form.F64));
    }

    private static List<String> names(String prefix, int count) {
      return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Override
    public String toString() {
      return "seed " + seed;
    }
  }

  static List<Group> groups() {
    return IntStream.range(0, GROUPS).mapToObj(Group::of).toList();
  }

  @BeforeAll
  void compile() throws IOException {
    StringBuilder text = new StringBuilder("package made;\n");
    JavaKernel.IMPORTS.forEach(name -> text.append("import ").append(name).append(";\n"));
    text.append("public final class Kernels {\n");
    groups().forEach(group -> text.append(group.kernel()));
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all", "-Werror")
            .compile(
                JavaFileObjects.forSourceString("made.Kernels", text.append("}\n").toString()));
    assertThat(compilation.errors()).isEmpty();
    Map<String, byte[]> bytes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String name = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "").replace(".class", "");
        try (InputStream in = file.openInputStream()) {
          bytes.put(name.replace('/', '.'), in.readAllBytes());
        }
      }
    }
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = bytes.get(name);
            if (code == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
          }
        };
    for (Group group : groups()) {
      try {
        kernels.put("Group" + group.seed, loader.loadClass("made.Kernels$Group" + group.seed));
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void computesWhatItsScalarsSay(Group group) throws ReflectiveOperationException {
    Class<?> type = kernels.get("Group" + group.seed);
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    PointwiseKernel kernel = (PointwiseKernel) constructor.newInstance();
    Random random = new Random(group.seed);
    double[][] in = new double[group.inputs][];
    Arrays.setAll(in, i -> random.doubles(N, -2, 3).toArray());
    double[] numbers = random.doubles(group.parameters, 0.5, 2).toArray();
    double[][] want = new double[group.outputs.size()][];
    RowMeaning meaning = new RowMeaning(in, numbers, N);
    Arrays.setAll(want, o -> meaning.of(group.outputs.get(o)));
    double[][] out = new double[want.length][];
    for (int o = 0; o < out.length; o++) {
      boolean over = o < in.length && random.nextBoolean();
      out[o] = over ? in[o] : new double[N];
    }
    double[][] temps = new double[kernel.temps()][N];
    kernel.f64(in, numbers, out, temps, 0, N);
    for (int o = 0; o < out.length; o++) {
      for (int i = 0; i < N; i++) {
        double error = 1e-12 * Math.max(1, Math.abs(want[o][i]));
        assertThat(
                out[o][i] == want[o][i]
                    || Math.abs(out[o][i] - want[o][i]) <= error
                    || Double.isNaN(out[o][i]) && Double.isNaN(want[o][i]))
            .as("result %d, element %d: %s, want %s", o, i, out[o][i], want[o][i])
            .isTrue();
      }
    }
  }
}

package dev.cresset.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.ir.graph.Graph;
import dev.cresset.processor.generate.CompiledClass.CompiledMethod;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Component;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A graph becomes Java that a colleague could have written. */
class GraphWriterTest {
  private static final At AT = new At("Net.java", 3, 4, 0);
  private static final ScriptType STATE =
      new Tuple(
          "models.Net.State",
          List.of(new Component("out", Simple.TENSOR), new Component("steps", Simple.INT)));

  @Test
  void namesOfTheUserSurviveAndTheRestStandsWhereItIsUsed() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor):
          %none : NoneType = prim::Constant()
          %hidden : __torch__.dev.cresset.nn.Linear = prim::GetAttr[name="hidden"](%self)
          %w : Tensor = prim::GetAttr[name="weight"](%hidden)
          %1 : Tensor = aten::matmul(%x, %w) # Net.java:4:4
          %h : Tensor = aten::linear(%1, %w, %none) # Net.java:4:4
          %2 : Tensor = aten::t(%h) # Net.java:5:4
          %3 : Tensor = aten::matmul(%h, %2) # Net.java:5:4
          return (%3)
        """,
        Simple.TENSOR,
        List.of(parameter("x", Simple.TENSOR)),
        """
        public static Tensor forward(Net self, Tensor x) {
          Tensor h = linear(matmul(x, self.hidden.weight), self.hidden.weight, null); // Net.java:4
          return matmul(h, t(h)); // Net.java:5
        }
        """);
  }

  @Test
  void whatIsComputedFirstStaysFirst() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor):
          %1 : Tensor = aten::t(%x) # Net.java:4:4
          %2 : Tensor = aten::matmul(%x, %x) # Net.java:5:4
          %3 : Tensor = aten::matmul(%2, %1) # Net.java:6:4
          return (%3)
        """,
        Simple.TENSOR,
        List.of(parameter("x", Simple.TENSOR)),
        """
        public static Tensor forward(Net self, Tensor x) {
          Tensor t1 = t(x); // Net.java:4
          Tensor t2 = matmul(x, x); // Net.java:5
          return matmul(t2, t1); // Net.java:6
        }
        """);
  }

  @Test
  void aBranchThatReturnsLeavesAtOnce() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor, %n : int):
          %zero : int = prim::Constant[value=0]()
          %training : bool = prim::GetAttr[name="training"](%self)
          %1 : Tensor = prim::If(%training) # Net.java:4:4
            block0():
              -> (%x)
            block1():
              %2 : bool = aten::lt(%n, %zero) # Net.java:5:4
              %y : Tensor = prim::If(%2) # Net.java:5:4
                block0():
                  %3 : Tensor = aten::t(%x) # Net.java:6:6
                  -> (%3)
                block1():
                  -> (%x)
              %4 : Tensor = aten::matmul(%y, %y) # Net.java:7:4
              -> (%4)
          return (%1)
        """,
        Simple.TENSOR,
        List.of(parameter("x", Simple.TENSOR), parameter("n", Simple.INT)),
        """
        public static Tensor forward(Net self, Tensor x, int n) {
          if (self.isTraining()) { // Net.java:4
            return x;
          }
          Tensor y = n < 0 ? t(x) : x; // t Net.java:6; Net.java:5
          return matmul(y, y); // Net.java:7
        }
        """);
  }

  @Test
  void aLoopOverModulesIsOneOverTheirList() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor):
          %true : bool = prim::Constant[value=1]()
          %blocks : __torch__.dev.cresset.nn.ModuleList = prim::GetAttr[name="blocks"](%self)
          %1 : int = aten::len(%blocks) # Net.java:4:4
          %x.3 : Tensor = prim::Loop(%1, %true, %x) # Net.java:4:4
            block0(%3 : int, %x.1 : Tensor):
              %b : __torch__.models.Block = prim::ModuleContainerIndex(%blocks, %3) # Net.java:4:4
              %x.2 : Tensor = prim::CallMethod[name="forward"](%b, %x.1) # Net.java:5:4
              -> (%true, %x.2)
          return (%x.3)
        """,
        Simple.TENSOR,
        List.of(parameter("x", Simple.TENSOR)),
        """
        public static Tensor forward(Net self, Tensor x) {
          Tensor x1 = x;
          for (var b : self.blocks) { // Net.java:4
            x1 = b.call(x1); // Net.java:5
          }
          return x1; // Net.java:4
        }
        """);
  }

  @Test
  void aLoopCarriesItsVariablesAndSwapsThemAtOnce() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor, %n : int):
          %most : int = prim::Constant[value=9223372036854775807]()
          %true : bool = prim::Constant[value=1]()
          %ten : int = prim::Constant[value=10]()
          %two : int = prim::Constant[value=2]()
          %0 : bool = aten::lt(%n, %ten)
          %a : Tensor, %b : Tensor, %m : int = prim::Loop(%most, %0, %x, %x, %n) # Net.java:4:4
            block0(%3 : int, %a.1 : Tensor, %b.1 : Tensor, %m.1 : int):
              %4 : int = aten::mul(%m.1, %two)
              %5 : int = cresset::wrap_int(%4) # Net.java:5:4
              %6 : bool = aten::lt(%5, %ten) # Net.java:4:4
              -> (%6, %b.1, %a.1, %5)
          %7 : Tensor = aten::matmul(%a, %b)
          %8 : (Tensor, int) = prim::TupleConstruct(%7, %m)
          return (%8)
        """,
        STATE,
        List.of(parameter("x", Simple.TENSOR), parameter("n", Simple.INT)),
        """
        public static Net.State forward(Net self, Tensor x, int n) {
          Tensor a = x;
          Tensor b = x;
          long m = n;
          boolean go = n < 10;
          while (go) { // Net.java:4
            long n1 = (int) (m * 2); // Net.java:5
            Tensor b1 = a;
            go = n1 < 10;
            a = b;
            b = b1;
            m = n1;
          }
          return new Net.State(matmul(a, b), (int) m);
        }
        """);
  }

  @Test
  void argumentsTakeTheirJavaForms() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor, %n : int):
          %1 : int = prim::Constant[value=1]()
          %f : int = prim::Constant[value=6]()
          %no : bool = prim::Constant[value=0]()
          %none : NoneType = prim::Constant()
          %8 : int[] = prim::ListConstruct(%1, %n)
          %y : Tensor = aten::sum(%x, %8, %no, %f) # Net.java:4:4
          %z : Tensor = aten::softmax(%y, %n, %none) # Net.java:5:4
          %9 : Tensor[] = prim::ListConstruct(%y, %z)
          %w : Tensor = aten::cat(%9, %1) # Net.java:6:4
          return (%w)
        """,
        Simple.TENSOR,
        List.of(parameter("x", Simple.TENSOR), parameter("n", Simple.INT)),
        """
        public static Tensor forward(Net self, Tensor x, int n) {
          Tensor y = sum(x, new long[] {1, n}, false, DType.F32); // Net.java:4
          Tensor z = softmax(y, n, null); // Net.java:5
          return cat(List.of(y, z), 1); // Net.java:6
        }
        """);
  }

  @Test
  void aCallForItsEffectAloneIsAStatement() {
    assertForward(
        """
        graph(%self : __torch__.models.Net, %x : Tensor, %y : Tensor, %b : bool):
          %1 : int = prim::Constant[value=1]()
           = prim::If(%b) # Net.java:4:4
            block0():
              %2 : Tensor = aten::add_(%x, %y, %1) # Net.java:5:6
              -> ()
            block1():
              -> ()
          return (%x)
        """,
        Simple.TENSOR,
        List.of(
            parameter("x", Simple.TENSOR),
            parameter("y", Simple.TENSOR),
            parameter("b", Simple.BOOLEAN)),
        """
        public static Tensor forward(Net self, Tensor x, Tensor y, boolean b) {
          if (b) { // Net.java:4
            add_(x, y, 1L); // Net.java:5
          }
          return x;
        }
        """);
  }

  private static Parameter parameter(String name, ScriptType type) {
    return new Parameter(name, type, AT);
  }

  private static void assertForward(
      String graph, ScriptType returns, List<Parameter> parameters, String expected) {
    Graph parsed = Graph.parse(graph);
    ScriptMethod forward =
        new ScriptMethod("forward", Kind.FORWARD, true, parameters, returns, List.of(), AT);
    ScriptClass net =
        new ScriptClass(
            "models.Net", "models", true, true, List.of(), null, List.of(), List.of(forward), AT);
    CompiledClass compiled =
        new CompiledClass(
            net, graph, "", List.of(), List.of(new CompiledMethod(forward, parsed)), Set.of());
    String text = GraphWriter.write(compiled, List.of(), new Alone(), Text.of("")).text();
    int from = text.indexOf("  public static ");
    int to = text.indexOf("\n  }\n", from) + 5;
    assertThat(
            text.substring(from, to)
                .lines()
                .map(line -> line.replaceFirst("^  ", ""))
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(expected);
  }

  /** A class of which nothing around it is known but names. */
  private static final class Alone implements Surroundings {
    @Override
    public ClassName className(String canonicalName) {
      String[] names = canonicalName.substring(canonicalName.indexOf('.') + 1).split("\\.");
      return ClassName.get(
          canonicalName.substring(0, canonicalName.indexOf('.')),
          names[0],
          Arrays.copyOfRange(names, 1, names.length));
    }

    @Override
    public boolean maySee(String owner, String method, String from) {
      return true;
    }

    @Override
    public @Nullable ScriptMethod method(String owner, String name) {
      return null;
    }

    @Override
    public @Nullable Attribute attribute(String owner, String key, String from) {
      return null;
    }

    @Override
    public TypeName fieldType(String owner, String key) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public List<TypeVariableName> typeParameters(String owner) {
      return List.of();
    }
  }
}

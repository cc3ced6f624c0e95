package dev.cresset.processor.lower;

import static dev.cresset.processor.lower.Scripts.LINEAR;
import static dev.cresset.processor.lower.Scripts.STATE;
import static dev.cresset.processor.lower.Scripts.TENSOR;
import static dev.cresset.processor.lower.Scripts.add;
import static dev.cresset.processor.lower.Scripts.assign;
import static dev.cresset.processor.lower.Scripts.binary;
import static dev.cresset.processor.lower.Scripts.call;
import static dev.cresset.processor.lower.Scripts.field;
import static dev.cresset.processor.lower.Scripts.forward;
import static dev.cresset.processor.lower.Scripts.line;
import static dev.cresset.processor.lower.Scripts.local;
import static dev.cresset.processor.lower.Scripts.net;
import static dev.cresset.processor.lower.Scripts.number;
import static dev.cresset.processor.lower.Scripts.op;
import static dev.cresset.processor.lower.Scripts.parameter;
import static dev.cresset.processor.lower.Scripts.real;
import static dev.cresset.processor.lower.Scripts.relu;
import static dev.cresset.processor.lower.Scripts.returns;
import static dev.cresset.processor.lower.Scripts.times;
import static dev.cresset.processor.lower.Scripts.v;
import static dev.cresset.processor.lower.Scripts.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.type.Schema;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary.Operator;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ModuleOf;
import dev.cresset.processor.script.ScriptType.ModulesOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A scripted method becomes the graph that TorchScript prints for the same program. */
class LoweringTest {
  private static final Map<String, Schema> SCHEMAS = new TreeMap<>();

  static {
    List.of(
            "aten::relu(Tensor self) -> Tensor",
            "aten::tanh(Tensor self) -> Tensor",
            "aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor",
            "aten::max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor"
                + " indices)",
            "aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType?"
                + " dtype=None) -> Tensor",
            "aten::max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0,"
                + " int[2] dilation=1, bool ceil_mode=False) -> Tensor",
            "aten::linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor")
        .forEach(text -> SCHEMAS.put(Schema.parse(text).qualifiedName(), Schema.parse(text)));
  }

  private static final List<Parameter> X = List.of(parameter("x", TENSOR));
  private static final List<Parameter> X_AND_B =
      List.of(parameter("x", TENSOR), parameter("b", Simple.BOOLEAN));
  private static final List<Parameter> X_AND_N =
      List.of(parameter("x", TENSOR), parameter("n", Simple.INT));

  @Test
  void callsOfModulesReadTheAttributeFirst() {
    assertLowers(
        forward(
            STATE,
            List.of(parameter("x", TENSOR), parameter("h", TENSOR)),
            local(
                12,
                "newH",
                op(
                    12,
                    "aten::tanh",
                    "self",
                    add(12, call(12, field("linear", LINEAR), v("x")), v("h")))),
            returns(13, new Expression.Construct(STATE, List.of(v("newH"), v("newH")), line(13)))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %h : Tensor):
          %2 : int = prim::Constant[value=1]()
          %linear : __torch__.dev.cresset.nn.Linear = prim::GetAttr[name="linear"](%self)
          %1 : Tensor = prim::CallMethod[name="forward"](%linear, %x) # Net.java:12:4
          %3 : Tensor = aten::add(%1, %h, %2) # Net.java:12:4
          %newH : Tensor = aten::tanh(%3) # Net.java:12:4
          %4 : (Tensor, Tensor) = prim::TupleConstruct(%newH, %newH) # Net.java:13:4
          return (%4)
        """);
  }

  @Test
  void oneNumberForAListOfTwoIsTwoOfThem() {
    assertLowers(
        forward(
            TENSOR,
            List.of(parameter("x", TENSOR)),
            returns(4, op(4, "aten::max_pool2d", "self", v("x"), "kernel_size", number(3)))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor):
          %1 : int = prim::Constant[value=3]() # Net.java:3:4
          %4 : int = prim::Constant[value=0]()
          %6 : int = prim::Constant[value=1]()
          %8 : bool = prim::Constant[value=0]()
          %2 : int[] = prim::ListConstruct(%1, %1) # Net.java:3:4
          %3 : int[] = prim::ListConstruct() # Net.java:4:4
          %5 : int[] = prim::ListConstruct(%4, %4) # Net.java:4:4
          %7 : int[] = prim::ListConstruct(%6, %6) # Net.java:4:4
          %9 : Tensor = aten::max_pool2d(%x, %2, %3, %5, %7, %8) # Net.java:4:4
          return (%9)
        """);
  }

  @Test
  void whatBranchesAssignLeavesThemAsResult() {
    assertLowers(
        forward(
            TENSOR,
            X_AND_B,
            when(4, v("b", Simple.BOOLEAN), List.of(assign(5, "x", relu(5, v("x"))))),
            returns(6, relu(6, v("x")))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %b : bool):
          %x.2 : Tensor = prim::If(%b) # Net.java:4:4
            block0():
              %x.1 : Tensor = aten::relu(%x) # Net.java:5:4
              -> (%x.1)
            block1():
              -> (%x)
          %1 : Tensor = aten::relu(%x.2) # Net.java:6:4
          return (%1)
        """);
  }

  @Test
  void whatFollowsAnEarlyReturnIsTheOtherBranch() {
    assertLowers(
        forward(
            TENSOR,
            X_AND_B,
            when(4, v("b", Simple.BOOLEAN), List.of(returns(5, v("x")))),
            local(6, "y", relu(6, v("x"))),
            returns(7, relu(7, v("y")))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %b : bool):
          %2 : Tensor = prim::If(%b) # Net.java:4:4
            block0():
              -> (%x)
            block1():
              %y : Tensor = aten::relu(%x) # Net.java:6:4
              %1 : Tensor = aten::relu(%y) # Net.java:7:4
              -> (%1)
          return (%2)
        """);
  }

  @Test
  void aReturnInsideOfALoopIsCarriedAsAFlag() {
    assertLowers(
        forward(
            TENSOR,
            List.of(
                parameter("x", TENSOR), parameter("n", Simple.INT), parameter("b", Simple.BOOLEAN)),
            times(
                4,
                "i",
                v("n", Simple.INT),
                when(5, v("b", Simple.BOOLEAN), List.of(returns(6, v("x")))),
                assign(7, "x", relu(7, v("x")))),
            returns(8, v("x"))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %n : int,
              %b : bool):
          %1 : int = prim::Constant[value=0]() # Net.java:3:4
          %2 : bool = prim::Constant[value=1]() # Net.java:4:4
          %3 : bool = prim::Constant[value=0]()
          %4 : Tensor = prim::Uninitialized()
          %x.4 : Tensor, %10 : bool, %11 : Tensor = prim::Loop(%n, %2, %x, %3, %4) # Net.java:4:4
            block0(%i : int, %x.1 : Tensor, %5 : bool, %6 : Tensor):
              %x.3 : Tensor, %7 : Tensor, %8 : bool = prim::If(%b) # Net.java:5:4
                block0():
                  -> (%x.1, %x.1, %2)
                block1():
                  %x.2 : Tensor = aten::relu(%x.1) # Net.java:7:4
                  -> (%x.2, %6, %3)
              %9 : bool = aten::__not__(%8) # Net.java:4:4
              -> (%9, %x.3, %8, %7)
          %12 : Tensor = prim::If(%10) # Net.java:4:4
            block0():
              -> (%11)
            block1():
              -> (%x.4)
          return (%12)
        """);
  }

  @Test
  void aCountedLoopKnowsItsTurns() {
    assertLowers(
        forward(
            TENSOR,
            X_AND_N,
            times(4, "i", v("n", Simple.INT), assign(5, "x", relu(5, v("x")))),
            returns(6, v("x"))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %n : int):
          %1 : int = prim::Constant[value=0]() # Net.java:3:4
          %2 : bool = prim::Constant[value=1]() # Net.java:4:4
          %x.3 : Tensor = prim::Loop(%n, %2, %x) # Net.java:4:4
            block0(%i : int, %x.1 : Tensor):
              %x.2 : Tensor = aten::relu(%x.1) # Net.java:5:4
              -> (%2, %x.2)
          return (%x.3)
        """);
  }

  @Test
  void aLoopWhoseBoundMovesAsksBeforeEachTurn() {
    Expression n = v("n", Simple.INT);
    assertLowers(
        forward(
            TENSOR,
            X_AND_N,
            times(
                4,
                "i",
                n,
                assign(5, "n", binary(Operator.DIVIDE, n, number(2), Simple.INT)),
                assign(6, "x", relu(6, v("x")))),
            returns(7, v("x"))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %n : int):
          %1 : int = prim::Constant[value=0]() # Net.java:3:4
          %3 : int = prim::Constant[value=9223372036854775807]() # Net.java:4:4
          %5 : int = prim::Constant[value=2]() # Net.java:3:4
          %6 : int = prim::Constant[value=1]() # Net.java:3:4
          %2 : bool = aten::lt(%1, %n) # Net.java:3:4
          %x.3 : Tensor, %n.3 : int, %i.2 : int = prim::Loop(%3, %2, %x, %n, %1) # Net.java:4:4
            block0(%4 : int, %x.1 : Tensor, %n.1 : int, %i : int):
              %n.2 : int = cresset::div_trunc(%n.1, %5) # Net.java:3:4
              %x.2 : Tensor = aten::relu(%x.1) # Net.java:6:4
              %7 : int = aten::add(%i, %6) # Net.java:3:4
              %i.1 : int = cresset::wrap_int(%7) # Net.java:3:4
              %8 : bool = aten::lt(%i.1, %n.2) # Net.java:3:4
              -> (%8, %x.2, %n.2, %i.1)
          return (%x.3)
        """);
  }

  @Test
  void aLoopOverModulesStaysALoop() {
    ModuleOf block = new ModuleOf("models.Block");
    ScriptType blocks = new ModulesOf("dev.cresset.nn.ModuleList", block);
    assertLowers(
        forward(
            TENSOR,
            X,
            new Statement.ForEach(
                "loop",
                "b",
                block,
                field("blocks", blocks),
                List.of(assign(5, "x", call(5, v("b", block), v("x")))),
                line(4)),
            returns(6, v("x"))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor):
          %2 : bool = prim::Constant[value=1]() # Net.java:4:4
          %blocks : __torch__.dev.cresset.nn.ModuleList = prim::GetAttr[name="blocks"](%self)
          %1 : int = aten::len(%blocks) # Net.java:4:4
          %x.3 : Tensor = prim::Loop(%1, %2, %x) # Net.java:4:4
            block0(%3 : int, %x.1 : Tensor):
              %b : __torch__.models.Block = prim::ModuleContainerIndex(%blocks, %3) # Net.java:4:4
              %x.2 : Tensor = prim::CallMethod[name="forward"](%b, %x.1) # Net.java:5:4
              -> (%2, %x.2)
          return (%x.3)
        """);
  }

  @Test
  void argumentsThatAreNotWrittenAreTheSchemasDefaults() {
    Expression kernel =
        new Expression.ListLiteral(
            List.of(number(2), number(2)), new ScriptType.ListOf(Simple.LONG, true), line(4));
    assertLowers(
        forward(
            TENSOR,
            X,
            returns(4, op(4, "aten::max_pool2d", "self", v("x"), "kernel_size", kernel))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor):
          %1 : int = prim::Constant[value=2]() # Net.java:3:4
          %4 : int = prim::Constant[value=0]()
          %6 : int = prim::Constant[value=1]()
          %8 : bool = prim::Constant[value=0]()
          %2 : int[] = prim::ListConstruct(%1, %1) # Net.java:4:4
          %3 : int[] = prim::ListConstruct() # Net.java:4:4
          %5 : int[] = prim::ListConstruct(%4, %4) # Net.java:4:4
          %7 : int[] = prim::ListConstruct(%6, %6) # Net.java:4:4
          %9 : Tensor = aten::max_pool2d(%x, %2, %3, %5, %7, %8) # Net.java:4:4
          return (%9)
        """);
  }

  @Test
  void aNullTestTellsTheBranchThatTheTensorIsThere() {
    ScriptType maybe = new ScriptType.OptionalOf(TENSOR);
    assertLowers(
        forward(
            TENSOR,
            List.of(parameter("x", TENSOR), parameter("mask", maybe)),
            when(
                4,
                new Expression.IsNull(v("mask", maybe), true, line(4)),
                List.of(assign(5, "x", add(5, v("x"), v("mask"))))),
            returns(6, v("x"))),
        """
        graph(%self : __torch__.models.Net,
              %x : Tensor,
              %mask : Tensor?):
          %1 : NoneType = prim::Constant()
          %3 : int = prim::Constant[value=1]()
          %2 : bool = aten::__isnot__(%mask, %1) # Net.java:4:4
          %x.2 : Tensor = prim::If(%2) # Net.java:4:4
            block0():
              %mask.1 : Tensor = prim::unchecked_cast(%mask)
              %x.1 : Tensor = aten::add(%x, %mask.1, %3) # Net.java:5:4
              -> (%x.1)
            block1():
              -> (%x)
          return (%x.2)
        """);
  }

  @Test
  void javasFloatsAreRoundedAndItsIntsWrapped() {
    Expression n = v("n", Simple.INT);
    Expression f = v("f", Simple.FLOAT);
    assertLowers(
        forward(
            Simple.FLOAT,
            List.of(parameter("n", Simple.INT), parameter("f", Simple.FLOAT)),
            local(4, "m", binary(Operator.MULTIPLY, n, n, Simple.INT)),
            local(5, "small", binary(Operator.REMAINDER, n, number(10), Simple.INT)),
            local(
                6,
                "sum",
                binary(Operator.ADD, v("small", Simple.INT), v("m", Simple.INT), Simple.INT)),
            returns(
                7,
                binary(
                    Operator.ADD,
                    f,
                    new Expression.Convert(v("sum", Simple.INT), Simple.FLOAT, line(7)),
                    Simple.FLOAT))),
        """
        graph(%self : __torch__.models.Net,
              %n : int,
              %f : float):
          %2 : int = prim::Constant[value=10]() # Net.java:3:4
          %1 : int = aten::mul(%n, %n) # Net.java:3:4
          %m : int = cresset::wrap_int(%1) # Net.java:3:4
          %small : int = cresset::rem(%n, %2) # Net.java:3:4
          %3 : int = aten::add(%small, %m) # Net.java:3:4
          %sum : int = cresset::wrap_int(%3) # Net.java:3:4
          %4 : float = aten::Float(%sum) # Net.java:7:4
          %5 : float = cresset::round_float(%4) # Net.java:7:4
          %6 : float = aten::add(%f, %5) # Net.java:3:4
          %7 : float = cresset::round_float(%6) # Net.java:3:4
          return (%7)
        """);
  }

  @Test
  void aFloatFunctionIsTheSameArithmeticOnTensors() {
    Expression f = v("v", Simple.FLOAT);
    ScriptMethod leaky =
        new ScriptMethod(
            "leaky",
            ScriptMethod.Kind.POINTWISE,
            true,
            List.of(parameter("v", Simple.FLOAT)),
            Simple.FLOAT,
            List.of(
                when(
                    3,
                    binary(Operator.GREATER, f, real(0), Simple.BOOLEAN),
                    List.of(returns(4, f))),
                returns(5, binary(Operator.SUBTRACT, real(1), f, Simple.FLOAT))),
            line(2));
    assertLowers(
        leaky,
        """
        graph(%v : Tensor):
          %1 : float = prim::Constant[value=0.]()
          %3 : float = prim::Constant[value=1.]()
          %4 : int = prim::Constant[value=1]()
          %2 : Tensor = aten::gt(%v, %1) # Net.java:3:4
          %5 : Tensor = aten::rsub(%v, %3, %4) # Net.java:3:4
          %6 : Tensor = aten::where(%2, %v, %5) # Net.java:3:4
          return (%6)
        """);
  }

  private static void assertLowers(ScriptMethod method, String expected) {
    Graph graph = new Lowering(SCHEMAS::get).lower(net(method)).get(0).graph();
    assertThat(graph.toString().strip()).isEqualTo(expected.strip());
    assertThat(Graph.parse(graph.toString())).isEqualTo(graph);
  }
}

package dev.cresset.ir.op;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphParser;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpTableTest {

  /** What rules are made of beside calls. */
  private static final List<String> LANGUAGE =
      List.of(Kinds.CONSTANT, Kinds.IF, Kinds.LIST_CONSTRUCT, Kinds.UNCHECKED_CAST);

  /**
   * Schemas of LibTorch 1.13's registry: of the ops declared here, and of those that rules call.
   */
  private static final Map<String, Schema> TORCH = schemasOfTorch();

  private static Map<String, Schema> schemasOfTorch() {
    Map<String, Schema> all = new LinkedHashMap<>();
    try (InputStream in = OpTableTest.class.getResourceAsStream("torch113.txt")) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        Schema schema = Schema.parse(line);
        all.put(schema.qualifiedName(), schema);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  static Stream<Op> ops() {
    return OpTable.all().stream();
  }

  static Stream<Op> opsWithGradients() {
    return ops().filter(op -> !op.gradients().isEmpty());
  }

  static Stream<Op> opsWithMeaning() {
    return ops().filter(Op::hasMeaning);
  }

  @ParameterizedTest
  @MethodSource("ops")
  void aSchemaReadsBackAsItPrints(Op op) {
    assertThat(Schema.parse(op.toString())).isEqualTo(op.schema());
  }

  @ParameterizedTest
  @MethodSource("ops")
  void anOpOfPyTorchHasItsSchema(Op op) {
    Schema torch = TORCH.get(op.name());
    if (op == NormOps.BATCH_NORM || op == CompositeOps.INSTANCE_NORM) {
      // PyTorch hides there that it writes to the running statistics.
      assertThat(op.toString().replace("(a!)", "").replace("(b!)", "")).isEqualTo(torch.toString());
    } else if (torch != null) {
      assertThat(op).hasToString(torch.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("opsWithGradients")
  void aGradientIsAGraphOfOpsThatFit(Op op) {
    for (GradientRule rule : op.gradients()) {
      Graph graph = rule.graph(op.schema(), OpTableTest::schema);
      assertThat(graph.outputs()).hasSameSizeAs(rule.arguments());
      for (int i = 0; i < rule.arguments().size(); i++) {
        Argument argument =
            op.schema().arguments().get(op.schema().indexOf(rule.arguments().get(i)));
        Type wanted = argument.type() instanceof Type.ListOf ? Type.TENSOR.list() : Type.TENSOR;
        assertThat(graph.outputs().get(i).type()).isEqualTo(wanted);
      }
      assertThat(graph.inputs()).extracting(Value::name).anyMatch(name -> name.startsWith("dy"));
      assertFits(graph.nodes());
    }
  }

  @ParameterizedTest
  @MethodSource("opsWithMeaning")
  void aMeaningIsAGraphOfOpsThatFit(Op op) {
    Graph graph = op.meaning(OpTableTest::schema);
    assertThat(graph.inputs()).hasSameSizeAs(op.schema().arguments());
    assertThat(graph.outputs())
        .extracting(Value::type)
        .isEqualTo(op.schema().returns().stream().map(each -> each.type().inGraph()).toList());
    assertFits(graph.nodes());
    assertThat(op.gradients()).as("what is recorded as other ops has their gradients").isEmpty();
  }

  private static void assertFits(List<Node> nodes) {
    for (Node node : nodes) {
      node.blocks().forEach(block -> assertFits(block.nodes()));
      if (!LANGUAGE.contains(node.kind())) {
        Schema callee = schema(node.qualifiedKind());
        List<Type> types = node.inputs().stream().map(Value::type).toList();
        assertThat(callee.takes(types)).as("%s takes %s", callee, types).isTrue();
      }
    }
  }

  /** Of an op of the table, or of PyTorch's where another family is yet to declare it. */
  private static Schema schema(String name) {
    Op op = OpTable.find(name);
    return op == null ? TORCH.get(name) : op.schema();
  }

  @Test
  void aGradientReadsAsItsRule() {
    Op sum = OpTable.get("aten::sum.dim_IntList");
    assertThat(sum.gradientGraph(sum.gradients().get(0)))
        .isEqualTo(
            GraphParser.parse(
                """
                graph(%dy : Tensor,
                      %in_self : Tensor,
                      %in_dim : int[]?,
                      %in_keepdim : bool):
                  %1 : int[] = aten::size(%in_self)
                  %2 : Tensor = cresset::expand_reduced(%dy, %1, %in_dim, %in_keepdim)
                  return (%2)
                """));
  }

  @Test
  void whatOneBranchNeedsIsComputedInIt() {
    Graph dropout = OpTable.get("aten::dropout").meaning(OpTableTest::schema);
    Node branch = dropout.nodes().get(0);
    assertThat(branch.kind()).isEqualTo(Kinds.IF);
    assertThat(branch.blocks().get(0).nodes())
        .extracting(Node::kind)
        .containsExactly("cresset::dropout_mask", "aten::mul");
    assertThat(branch.blocks().get(1).nodes()).isEmpty();
  }

  @Test
  void aTwinWritesToSelf() {
    Op twin = OpTable.get("aten::addmm_");
    assertThat(twin)
        .hasToString(
            "aten::addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1,"
                + " Scalar alpha=1) -> Tensor(a!)");
    assertThat(twin.functional().name()).isEqualTo("aten::addmm");
    assertThat(OpTable.get("aten::bernoulli_.float").functional()).isNotNull();
    assertThatThrownBy(() -> OpTable.get("aten::cat").withInPlace())
        .hasMessageContaining("can have no in-place twin");
  }

  @Test
  void everyConstantOfAFamilyIsInTheTable() throws IllegalAccessException {
    for (Class<?> file :
        List.of(
            ShapeOps.class,
            SliceOps.class,
            MemoryOps.class,
            JoinOps.class,
            IndexOps.class,
            ReductionOps.class,
            StatisticsOps.class,
            VectorOps.class,
            SoftmaxOps.class,
            MatrixOps.class,
            ScanOps.class,
            SortOps.class,
            ConvolutionOps.class,
            PoolOps.class,
            VolumePoolOps.class,
            ResizeOps.class,
            FoldOps.class,
            GridOps.class,
            NormOps.class,
            EmbeddingOps.class,
            LossOps.class,
            MarginLossOps.class,
            LabelLossOps.class,
            CtcOps.class,
            RandomOps.class,
            CompositeOps.class,
            FactoryOps.class)) {
      for (var field : file.getDeclaredFields()) {
        if (field.getType() == Op.class) {
          Op op = (Op) field.get(null);
          assertThat(OpTable.find(op.name())).as(op.name()).isSameAs(op);
        }
      }
    }
  }

  @Test
  void anUnknownOpIsRefusedByName() {
    assertThat(OpTable.find("aten::rel")).isNull();
    assertThatThrownBy(() -> OpTable.get("aten::rel"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no op aten::rel");
    assertThat(OpTable.overloads("aten::sum"))
        .extracting(Op::name)
        .startsWith("aten::sum", "aten::sum.dim_IntList");
  }
}

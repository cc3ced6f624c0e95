package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.GradientRule;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.plan.KernelPlan;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.Scalar.Call;
import dev.cresset.ir.scalar.Scalar.Input;
import dev.cresset.ir.scalar.ScalarText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The class of one elementwise op: its kernels, and its gradients out of ops for passes that are
 * recorded. One class each, so that only what is used is loaded.
 */
final class ElementwiseClass {
  private static final int LONGEST_TEXT = 90;

  private final Op op;
  private final Elementwise each;
  private final Source source = new Source();

  private ElementwiseClass(Op op, Elementwise each) {
    this.op = op;
    this.each = each;
  }

  /** The class's name, {@code AddTensorOp}. */
  static String name(Op op) {
    String name = op.name().substring(op.name().indexOf("::") + 2);
    return JavaNames.pascal(name) + "Op";
  }

  static String render(Op op, Elementwise each) {
    ElementwiseClass type = new ElementwiseClass(op, each);
    type.write();
    return type.source.toString();
  }

  private String kernelName() {
    return JavaNames.camel(JavaNames.plain(op.schema())).replaceFirst("^_+", "");
  }

  private void write() {
    EagerOps.header(
        source,
        List.of(
            "dev.cresset.Tensor",
            "dev.cresset.backend.Device",
            "dev.cresset.ir.op.Dtypes",
            "dev.cresset.ir.type.DType",
            "dev.cresset.tensor.Pointwise",
            "dev.cresset.tensor.Pointwise.Gradient",
            "dev.cresset.tensor.Scalars",
            "org.jspecify.annotations.Nullable"),
        JavaKernel.IMPORTS);
    source.line("/** {@code %s} */", op.name());
    source.open("final class %s", name(op));
    source.line("static final Pointwise OP =");
    source.line("    new Pointwise(");
    source.line("        \"%s\",", JavaNames.plain(op.schema()));
    source.line("        \"%s\",", TapeNames.of(op));
    source.line("        Dtypes.%s,", each.dtypes());
    source.line("        %d,", each.promoting());
    List<String> gradients = gradients();
    source.line("        new Forward()%s", gradients.isEmpty() ? ");" : ",");
    for (int i = 0; i < gradients.size(); i++) {
      source.line("        %s%s", gradients.get(i), i + 1 < gradients.size() ? "," : ");");
    }
    source.line();
    source.open("private %s()", name(op)).close();
    recorded();
    kernels();
    source.close();
  }

  private List<String> gradients() {
    List<String> gradients = new ArrayList<>();
    if (each.derivatives().stream().allMatch(derivative -> derivative == null)) {
      return gradients;
    }
    for (int i = 0; i < each.tensors().size(); i++) {
      Scalar derivative = each.derivatives().get(i);
      if (derivative == null) {
        gradients.add("null");
      } else if (isDy(derivative)) {
        gradients.add("Gradient.same()");
      } else {
        String tensor = JavaNames.camel(each.tensors().get(i));
        StringBuilder uses = new StringBuilder();
        uses(derivative).forEach(use -> uses.append(", ").append(use));
        gradients.add(
            "new Gradient(new %s(), %s::%sGradient%s)"
                .formatted(gradientType(tensor), name(op), tensor, uses));
      }
    }
    return gradients;
  }

  private static String gradientType(String tensor) {
    return JavaNames.pascal(tensor) + "Gradient";
  }

  private boolean isDy(Scalar derivative) {
    return derivative instanceof Input input && input.index() == each.tensors().size() + 1;
  }

  /** The inputs that a derivative uses besides dy. */
  private Set<Integer> uses(Scalar derivative) {
    Set<Integer> uses = new TreeSet<>();
    gather(derivative, uses, new IdentityHashMap<>());
    uses.remove(each.tensors().size() + 1);
    return uses;
  }

  private static void gather(Scalar scalar, Set<Integer> uses, Map<Scalar, Boolean> seen) {
    if (seen.put(scalar, true) != null) {
      return;
    }
    if (scalar instanceof Input input) {
      uses.add(input.index());
    } else if (scalar instanceof Call call) {
      call.arguments().forEach(argument -> gather(argument, uses, seen));
    }
  }

  /** The gradients out of ops. */
  private void recorded() {
    for (GradientRule rule : op.gradients()) {
      String argument = rule.arguments().get(0);
      Scalar derivative = each.derivatives().get(each.tensors().indexOf(argument));
      if (derivative == null || isDy(derivative)) {
        continue;
      }
      source.line();
      source.open(
          "private static Tensor %sGradient(Tensor dy, @Nullable Tensor[] in, Number[] scalars,"
              + " @Nullable Tensor y)",
          JavaNames.camel(argument));
      Graph graph = op.gradientGraph(rule);
      GraphCode code = new GraphCode(source);
      for (Value input : graph.inputs()) {
        code.name(input, recordedInput(input.name()), input.type());
      }
      source.line("return %s;", code.write(graph).get(0));
      source.close();
    }
  }

  private String recordedInput(String name) {
    if (!name.startsWith("in_")) {
      return name;
    }
    String argument = name.substring("in_".length());
    int tensor = each.tensors().indexOf(argument);
    return tensor >= 0 ? "in[" + tensor + "]" : "scalars[" + each.numbers().indexOf(argument) + "]";
  }

  private void kernels() {
    List<String> tensors = each.tensors().stream().map(JavaNames::camel).toList();
    List<String> numbers = each.numbers().stream().map(JavaNames::camel).toList();
    KernelPlan forward =
        KernelPlan.of(each.tensors().size(), each.numbers().size(), List.of(each.body()));
    Set<Form> forms = JavaKernel.forms(forward);
    if (!each.wholes() || each.dtypes() == Dtypes.PROMOTE_TO_FLOAT) {
      forms.remove(Form.I64);
    }
    source.line();
    source.lines(
        JavaKernel.render(
            forward,
            new JavaKernel.Names(
                "Forward",
                kernelName(),
                tensors,
                numbers,
                List.of("out"),
                ScalarText.of(each.body(), tensors, numbers, LONGEST_TEXT)),
            forms));
    for (int i = 0; i < each.tensors().size(); i++) {
      Scalar derivative = each.derivatives().get(i);
      if (derivative != null && !isDy(derivative)) {
        gradientKernel(tensors, numbers, i, derivative);
      }
    }
  }

  /** A kernel that reads dy, and then what the derivative uses. */
  private void gradientKernel(
      List<String> tensors, List<String> numbers, int tensor, Scalar derivative) {
    List<Integer> order = new ArrayList<>(List.of(tensors.size() + 1));
    order.addAll(uses(derivative));
    List<String> all = new ArrayList<>(tensors);
    all.add("y");
    all.add("dy");
    Scalar body = renumbered(derivative, order, new IdentityHashMap<>());
    List<String> names = order.stream().map(all::get).toList();
    source.line();
    source.lines(
        JavaKernel.render(
            KernelPlan.of(order.size(), numbers.size(), List.of(body)),
            new JavaKernel.Names(
                gradientType(tensors.get(tensor)),
                kernelName() + "Backward",
                names,
                numbers,
                List.of("out"),
                ScalarText.of(body, names, numbers, LONGEST_TEXT)),
            EnumSet.of(Form.F32, Form.F64)));
  }

  private static Scalar renumbered(Scalar scalar, List<Integer> order, Map<Scalar, Scalar> known) {
    Scalar result = known.get(scalar);
    if (result == null) {
      result = scalar;
      if (scalar instanceof Input input) {
        result = Scalar.input(order.indexOf(input.index()));
      } else if (scalar instanceof Call call) {
        result =
            new Call(
                call.function(),
                call.arguments().stream().map(each -> renumbered(each, order, known)).toList());
      }
      known.put(scalar, result);
    }
    return result;
  }
}

package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.plan.FusedGroup;
import dev.cresset.ir.plan.KernelPlan;
import dev.cresset.ir.render.Form;
import dev.cresset.ir.render.JavaKernel;
import dev.cresset.ir.render.JavaNames;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.ScalarText;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.link.GraphText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fused groups of a class: a field for each, its kernels, and the same group op by op. */
final class FusedGroups implements Groups {
  private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_FORMULA = 80;
  private static final List<ClassName> KERNEL_NAMES =
      JavaKernel.IMPORTS.stream().map(ClassName::bestGuess).toList();

  /** One group. */
  private record Group(
      FusedGroup fused, @Nullable KernelPlan backward, String field, String pascal) {
    String camel() {
      return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    String eager() {
      return "eager" + pascal;
    }
  }

  private final ClassName owner;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  /** The groups of the class {@code owner}. */
  FusedGroups(ClassName owner) {
    this.owner = owner;
  }

  @Override
  public Code call(Node node, List<Code> in) {
    Graph body = node.subgraph();
    String text = body.canonical().toString();
    Group group = groups.get(text);
    if (group == null) {
      FusedGroup fused = FusedGroup.of(body);
      if (fused == null) {
        throw new Inexpressible("a group that is no kernel");
      }
      String pascal = name(body);
      group = new Group(fused, fused.backward(), constant(pascal), pascal);
      groups.put(text, group);
    }
    List<Code> tensors = new ArrayList<>();
    List<Code> numbers = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      if (body.inputs().get(i).type().isTensor()) {
        tensors.add(in.get(i));
      } else {
        numbers.add(JavaOps.wide(body.inputs().get(i).type(), in.get(i)));
      }
    }
    Set<Local> reads = EagerCalls.reads(in);
    boolean plain = numbers.isEmpty() && body.outputs().size() == 1;
    if (plain) {
      return new Code(
          Text.of("$L.run($L)", group.field, EagerCalls.join(tensors)), reads, Binds.TIGHT, false);
    }
    List<Text> arguments = new ArrayList<>();
    arguments.add(Text.of("new $T[] {$L}", Library.TENSOR, EagerCalls.join(tensors)));
    numbers.forEach(number -> arguments.add(number.text()));
    return new Code(
        Text.of(
            body.outputs().size() == 1 ? "$L.runAll($L)[0]" : "$L.runAll($L)",
            group.field,
            Text.join(arguments, ",$W")),
        reads,
        Binds.TIGHT,
        false);
  }

  /** {@code AddMulRelu}: the ops in their order, as many as one can read. */
  private String name(Graph body) {
    List<String> ops =
        body.nodes().stream()
            .filter(node -> !node.isConstant())
            .map(node -> JavaNames.pascal(node.kind().substring(node.kind().indexOf(':') + 2)))
            .toList();
    String base =
        ops.size() <= LONGEST_NAME
            ? String.join("", ops)
            : String.join("", ops.subList(0, LONGEST_NAME - 1)) + "Etc";
    String name = base;
    for (int i = 2; !names.add(name); i++) {
      name = base + i;
    }
    return name;
  }

  private static String constant(String pascal) {
    return WORD.matcher(pascal).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  // ---- fields

  /** Writes the fields. */
  void fields(ClassText to) {
    groups.forEach((text, group) -> to.add(field(text, group)));
  }

  private Text field(String text, Group group) {
    FusedGroup fused = group.fused;
    Text forward =
        Text.of(
            "new $T(new $L(), $L, $L, $L)",
            Library.FUSED_OP.nestedClass("Forward"),
            group.pascal + "Kernel",
            ints(numbersOf(fused.conditions())),
            ints(numbersOf(fused.truths())),
            lists(fused.reaches()));
    Text gradient =
        group.backward == null
            ? Text.of("null")
            : Text.of(
                "new $T(new $L(), $L, $L)",
                Library.FUSED_OP.nestedClass("Gradient"),
                group.pascal + "Gradient",
                ints(fused.uses()),
                ints(fused.differentiated()));
    Text rows = fused.rows().isEmpty() ? Text.of("") : Text.of(",\n$L", rows(fused));
    return Text.of(
        "/** $L. */\n"
            + "private static final $T $L =\n"
            + "$>$>new $T($>$>\n"
            + "$L,\n"
            + "$L,\n"
            + "$L,\n"
            + "$T::$L$L);\n"
            + "$<$<$<$<",
        GraphText.comment(formula(fused)),
        Library.FUSED_OP,
        group.field,
        Library.FUSED_OP,
        TextBlock.of(text),
        forward,
        gradient,
        owner,
        group.eager(),
        rows);
  }

  private static Text rows(FusedGroup fused) {
    List<Text> all = new ArrayList<>();
    for (FusedGroup.Rows each : fused.rows()) {
      all.add(
          Text.of(
              "new $T($L, $L, $L, $L)",
              Library.FUSED_OP.nestedClass("Rows"),
              each.dimension(),
              each.length(),
              ints(each.tensors()),
              ints(each.lengths())));
    }
    return Text.join(all, ",\n");
  }

  private static Text lists(List<List<Integer>> lists) {
    return Text.of(
        "new int[][] {$L}",
        lists.stream().map(each -> "{" + join(each) + "}").collect(Collectors.joining(", ")));
  }

  private static List<Integer> numbersOf(List<Boolean> flags) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < flags.size(); i++) {
      if (flags.get(i)) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  private static Text ints(List<Integer> values) {
    return Text.of("new int[] {$L}", join(values));
  }

  private static String join(List<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  // ---- op by op

  /** Writes the groups op by op, for other dtypes and devices and for passes that are recorded. */
  void methods(Scene scene, ClassText to) {
    for (Group group : groups.values()) {
      Text.Builder method =
          Text.builder()
              .open(
                  "private static $1T[] $2L($1T[] in, Number[] numbers)",
                  Library.TENSOR,
                  group.eager());
      Driver.writeGroup(scene, group.fused.graph()).forEach(line -> method.add(line.text()));
      to.add(method.close().build());
    }
  }

  // ---- kernels

  /** Writes the kernels, as nested classes. */
  void kernels(ClassText to) {
    for (Group group : groups.values()) {
      StringBuilder text = new StringBuilder();
      kernels(group, text);
      to.take(group.pascal + "Kernel");
      to.take(group.pascal + "Gradient");
      to.add(text.toString(), KERNEL_NAMES);
    }
  }

  private static void kernels(Group group, StringBuilder text) {
    FusedGroup fused = group.fused;
    KernelNames names = new KernelNames();
    List<String> tensors = fused.tensors().stream().map(names::of).toList();
    List<String> numbers = fused.numbers().stream().map(names::of).toList();
    text.append(
        JavaKernel.render(
            fused.forward(),
            new JavaKernel.Names(
                group.pascal + "Kernel",
                group.camel(),
                tensors,
                numbers,
                names.numbered("out", fused.results().size()),
                formula(fused)),
            EnumSet.of(Form.F32)));
    KernelPlan backward = group.backward;
    if (backward == null) {
      return;
    }
    List<String> all = new ArrayList<>(tensors);
    all.addAll(names.numbered("y", fused.results().size()));
    all.addAll(names.numbered("dy", fused.results().size()));
    text.append('\n')
        .append(
            JavaKernel.render(
                backward,
                new JavaKernel.Names(
                    group.pascal + "Gradient",
                    group.camel() + "Gradient",
                    fused.uses().stream().map(all::get).toList(),
                    numbers,
                    fused.differentiated().stream()
                        .map(i -> names.free("d_" + tensors.get(i)))
                        .toList(),
                    "The gradients of " + formula(fused)),
                EnumSet.of(Form.F32)));
  }

  /** What it computes: a formula if one can read it, else its ops. */
  private static String formula(FusedGroup fused) {
    KernelNames names = new KernelNames();
    List<String> tensors = fused.tensors().stream().map(names::of).toList();
    List<String> numbers = fused.numbers().stream().map(names::of).toList();
    List<String> formulas = new ArrayList<>();
    for (Scalar result : fused.results()) {
      formulas.add(ScalarText.of(result, tensors, numbers, LONGEST_FORMULA));
    }
    String text = String.join("; ", formulas);
    return text.length() <= LONGEST_FORMULA && !text.contains("…")
        ? text
        : ops(fused) + " of " + String.join(", ", tensors);
  }

  private static String ops(FusedGroup fused) {
    return fused.graph().nodes().stream()
        .filter(node -> !node.isConstant())
        .map(node -> node.kind().substring(node.kind().indexOf(':') + 2))
        .collect(Collectors.joining(", "));
  }
}

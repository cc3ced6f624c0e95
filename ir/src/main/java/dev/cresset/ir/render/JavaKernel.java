package dev.cresset.ir.render;

import dev.cresset.ir.plan.KernelPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A kernel plan as a Java class, a subclass of the runtime's {@code PointwiseKernel}, or {@code
 * RowKernel} if it folds rows. What it is written into imports {@link #IMPORTS}.
 */
public final class JavaKernel {
  /** The classes that kernels name. */
  public static final List<String> IMPORTS =
      List.of(
          "dev.cresset.backend.Blocks",
          "dev.cresset.backend.DoubleBlocks",
          "dev.cresset.backend.PointwiseKernel",
          "dev.cresset.backend.RowFolds",
          "dev.cresset.backend.RowKernel",
          "dev.cresset.ir.scalar.Numbers");

  /**
   * The names in a kernel.
   *
   * @param type the class
   * @param kernel what errors and profiles call it, and its loop's method: {@code addMulRelu}
   * @param inputs the arrays that are read
   * @param parameters the numbers
   * @param outputs the arrays that are written
   * @param comment what it computes, in a line
   */
  public record Names(
      String type,
      String kernel,
      List<String> inputs,
      List<String> parameters,
      List<String> outputs,
      String comment) {
    /** These names. */
    public Names {
      inputs = List.copyOf(inputs);
      parameters = List.copyOf(parameters);
      outputs = List.copyOf(outputs);
    }
  }

  private JavaKernel() {}

  /** The forms that a plan has. */
  public static Set<Form> forms(KernelPlan plan) {
    Set<Form> forms = EnumSet.noneOf(Form.class);
    if (plan.takesReals()) {
      forms.add(Form.F32);
      forms.add(Form.F64);
    }
    if (plan.takesWholes()) {
      forms.add(Form.I64);
    }
    return forms;
  }

  /** The kernel as a static nested class of these forms. */
  public static String render(KernelPlan plan, Names names, Set<Form> forms) {
    Source source = new Source();
    source.line("/** %s. */", names.comment());
    source.open(
        "static final class %s extends %s",
        names.type(), plan.rowwise() ? "RowKernel" : "PointwiseKernel");
    source.open("%s()", names.type());
    source.line(
        "super(\"%s\", %d, %d, %d, %d%s);",
        names.kernel(),
        plan.inputs(),
        plan.parameters(),
        plan.outputs().size(),
        plan.temps(),
        plan.rowwise() ? "" : ", " + plan.blocked());
    source.close();
    for (Form form : Form.values()) {
      if (forms.contains(form)) {
        source.line();
        override(source, plan, names, form);
        source.line();
        source.lines(KernelMethod.render(plan, names, form));
      } else if (form == Form.F32) {
        source.line();
        refusal(source, names);
      }
    }
    return source.close().toString();
  }

  private static void override(Source source, KernelPlan plan, Names names, Form form) {
    String type = form.type();
    source.line("@Override");
    source.line("public void %s(", form.method());
    source.open(
        "    %1$s[][] in, %1$s[] scalars, %1$s[][] out, %1$s[][] temps, int from, int to)", type);
    List<String> arguments = new ArrayList<>();
    numbered(arguments, "in", plan.inputs());
    numbered(arguments, "scalars", plan.parameters());
    numbered(arguments, "out", plan.outputs().size());
    numbered(arguments, "temps", form == Form.I64 ? 0 : plan.temps());
    arguments.add("from");
    arguments.add("to");
    source.line("%s(%s);", names.kernel(), String.join(", ", arguments));
    source.close();
  }

  private static void numbered(List<String> arguments, String array, int count) {
    for (int i = 0; i < count; i++) {
      arguments.add(array + "[" + i + "]");
    }
  }

  /** A kernel of whole numbers alone says so. */
  private static void refusal(Source source, Names names) {
    source.line("@Override");
    source.line("public void f32(");
    source.open(
        "    float[][] in, float[] scalars, float[][] out, float[][] temps, int from, int to)");
    source.line(
        "throw new UnsupportedOperationException(\"%s takes whole numbers\");", names.kernel());
    source.close();
  }
}

package dev.cresset.ir.render;

import dev.cresset.ir.plan.Cell;
import dev.cresset.ir.plan.KernelPlan;
import dev.cresset.ir.plan.Step.Array;
import dev.cresset.ir.plan.Step.Block;
import dev.cresset.ir.plan.Step.Fold;
import dev.cresset.ir.plan.Step.Loop;
import dev.cresset.ir.plan.Step.Store;
import dev.cresset.ir.scalar.Primitive;
import dev.cresset.ir.scalar.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The static method that computes a kernel in one form. */
final class KernelMethod {
  private final KernelPlan plan;
  private final JavaKernel.Names names;
  private final Form form;
  private final Source source = new Source();
  private final Map<Cell, String> uniforms = new LinkedHashMap<>();
  private int folds;

  private KernelMethod(KernelPlan plan, JavaKernel.Names names, Form form) {
    this.plan = plan;
    this.names = names;
    this.form = form;
  }

  static String render(KernelPlan plan, JavaKernel.Names names, Form form) {
    KernelMethod method = new KernelMethod(plan, names, form);
    method.write();
    return method.source.toString();
  }

  private void write() {
    source.line("private static void %s(", names.kernel());
    source.open("    %s)", String.join(", ", parameters()));
    for (Cell cell : plan.cells()) {
      if (cell.uniform() && cell.function() != null && isMet(cell)) {
        uniform(cell);
      }
    }
    if (form == Form.I64) {
      List<Store> stores = new ArrayList<>();
      for (int i = 0; i < plan.outputs().size(); i++) {
        stores.add(new Store(plan.outputs().get(i), new Array(Array.Kind.OUTPUT, i)));
      }
      loop(new Loop(stores), 0);
    } else {
      for (int i = 0; i < plan.steps().size(); i++) {
        if (plan.steps().get(i) instanceof Loop loop) {
          loop(loop, i);
        } else if (plan.steps().get(i) instanceof Block block) {
          block(block, i);
        } else if (plan.steps().get(i) instanceof Fold fold) {
          fold(fold.cell(), i);
        }
      }
    }
    source.close();
  }

  private List<String> parameters() {
    List<String> all = new ArrayList<>();
    names.inputs().forEach(name -> all.add(form.type() + "[] " + name));
    names.parameters().forEach(name -> all.add(form.type() + " " + name));
    names.outputs().forEach(name -> all.add(form.type() + "[] " + name));
    for (int i = 0; i < plan.temps() && form != Form.I64; i++) {
      all.add(form.type() + "[] t" + i);
    }
    all.add("int from");
    all.add("int to");
    return all;
  }

  /** Whether something that differs from element to element is computed from a uniform cell. */
  private boolean isMet(Cell cell) {
    return plan.outputs().contains(cell)
        || plan.cells().stream().anyMatch(c -> !c.uniform() && c.operands().contains(cell));
  }

  /** Computed once, before the loops. */
  private void uniform(Cell cell) {
    KernelExpression expression =
        new KernelExpression(form, new LinkedHashMap<>(uniforms), this::leaf);
    String name = "u" + (uniforms.size() - folds);
    boolean truth = cell.function() != null && cell.function().givesTruth();
    source.line(
        "%s %s = %s;",
        truth ? "boolean" : form.type(),
        name,
        truth ? expression.truth(cell) : expression.number(cell));
    uniforms.put(cell, name);
  }

  private String array(Array array) {
    return switch (array.kind()) {
      case INPUT -> names.inputs().get(array.index());
      case OUTPUT -> names.outputs().get(array.index());
      case TEMP -> "t" + array.index();
    };
  }

  /** A parameter's name. */
  private String leaf(int parameter) {
    return names.parameters().get(parameter);
  }

  private void loop(Loop loop, int step) {
    Set<Cell> seen = new HashSet<>();
    loop.stores().forEach(store -> numbersOfRow(store.cell(), seen));
    Map<Cell, String> known = new LinkedHashMap<>(uniforms);
    Map<Cell, Integer> uses = new LinkedHashMap<>();
    for (Store store : loop.stores()) {
      boolean computed = form == Form.I64 || !store.cell().isBlock();
      gather(store.cell(), computed, step, known, uses);
    }
    source.open("for (int i = from; i < to; i++)");
    KernelExpression expression = new KernelExpression(form, known, this::leaf);
    int locals = 0;
    boolean several = loop.stores().size() > 1;
    for (Cell cell : plan.cells()) {
      int count = uses.getOrDefault(cell, 0);
      boolean isResult = loop.stores().stream().anyMatch(store -> store.cell().equals(cell));
      if (cell.function() == null || known.containsKey(cell)) {
        continue;
      }
      if (count > 1 || several && isResult && count > 0) {
        boolean truth = cell.function().givesTruth();
        String name = "v" + locals++;
        source.line(
            "%s %s = %s;",
            truth ? "boolean" : form.type(),
            name,
            truth ? expression.truth(cell) : expression.number(cell));
        known.put(cell, name);
      }
    }
    List<String> values = new ArrayList<>();
    for (Store store : loop.stores()) {
      String value = expression.number(store.cell());
      if (several && value.endsWith("[i]")) { // loads come before stores
        String name = "v" + locals++;
        source.line("%s %s = %s;", form.type(), name, value);
        value = name;
      }
      values.add(value);
    }
    for (int i = 0; i < values.size(); i++) {
      source.line("%s[i] = %s;", array(loop.stores().get(i).array()), values.get(i));
    }
    source.close();
  }

  /** Computed before the first loop that takes them: what is one number for the whole row. */
  private void numbersOfRow(Cell cell, Set<Cell> seen) {
    if (cell.uniform() || cell.isStep() || !seen.add(cell) || uniforms.containsKey(cell)) {
      return;
    }
    if (!cell.ofRow()) {
      cell.operands().forEach(operand -> numbersOfRow(operand, seen));
    } else if (cell.function() != null) {
      uniform(cell);
    }
  }

  private void fold(Cell cell, int step) {
    Cell each = cell.operands().get(0);
    Array home = plan.home(each, step);
    Scalar.Fold fold = Objects.requireNonNull(cell.fold());
    if (home == null) {
      throw new IllegalStateException(each + " of " + cell + " lies in no array");
    }
    String name = "r" + folds++;
    String value =
        switch (fold) {
          case SUM -> "RowFolds.sum(" + array(home) + ", to)";
          case MAX -> "RowFolds.max(" + array(home) + ", to)";
          case FIRST -> array(home) + "[0]";
        };
    source.line("%s %s = %s;", form.type(), name, value);
    uniforms.put(cell, name);
  }

  /** Counts uses of what is computed in this loop; what lies in an array is known. */
  private void gather(
      Cell cell, boolean computed, int step, Map<Cell, String> known, Map<Cell, Integer> uses) {
    if (cell.isSame()) {
      return;
    }
    Array home =
        form == Form.I64 && !cell.isInput() || computed && !cell.isInput()
            ? null
            : plan.home(cell, step);
    if (home != null) {
      known.put(cell, array(home) + "[i]");
      return;
    }
    if (uses.merge(cell, 1, Integer::sum) == 1) {
      cell.operands().forEach(operand -> gather(operand, false, step, known, uses));
    }
  }

  private void block(Block block, int step) {
    Cell cell = block.cell();
    Primitive function = Objects.requireNonNull(cell.function());
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < cell.operands().size(); i++) {
      Cell operand = cell.operands().get(i);
      Array home = plan.home(operand, step);
      if (KernelPlan.isPlainNumber(cell, i)) {
        arguments.add(new KernelExpression(form, uniforms, this::leaf).number(operand));
      } else if (home != null) {
        arguments.add(array(home));
      } else {
        throw new IllegalStateException(operand + " of " + cell + " lies in no array");
      }
    }
    arguments.add(array(block.array()));
    arguments.add("to");
    String blocks = form == Form.F64 ? "DoubleBlocks" : "Blocks";
    source.line("%s.%s(%s);", blocks, blockName(function), String.join(", ", arguments));
  }

  private static String blockName(Primitive function) {
    String[] words = function.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}

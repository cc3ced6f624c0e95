package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.ShapeMismatch;
import dev.cresset.ir.shape.ShapeRule;
import dev.cresset.ir.shape.ShapeScope;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.shape.TensorFact;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of an op's results from what is known of its arguments. */
final class OpFacts {
  private OpFacts() {}

  /** Of a constant of the graph. */
  static Object ofConstant(Object value) {
    if (value instanceof Long number) {
      return Size.of(number);
    } else if (value instanceof List<?> list) {
      return list.stream().map(OpFacts::ofConstant).toList();
    }
    return value;
  }

  /**
   * Of each result; null if nothing is known of any.
   *
   * @param inside what a graph in the place of the op gives
   * @throws ShapeMismatch if the arguments surely do not fit
   */
  static @Nullable List<? extends @Nullable Object> of(
      Op op, ShapeScope in, Function<Graph, List<@Nullable Object>> inside) {
    ShapeRule rule = op.functional() == null ? op.shape() : op.functional().shape();
    if (op.functional() != null || op.schema().name().equals("aten::copy_")) {
      return Collections.singletonList(in.raw(0));
    } else if (rule != null) {
      List<@Nullable Object> facts = new ArrayList<>();
      rule.apply(in).forEach(sizes -> facts.add(TensorFact.of(sizes, null)));
      boolean list = op.schema().returns().get(0).type() instanceof Type.ListOf;
      return !list ? facts : Collections.singletonList(facts.isEmpty() ? null : facts);
    } else if (op.elementwise() != null) {
      Sizes sizes = broadcast(op.elementwise().tensors(), in);
      return Collections.singletonList(TensorFact.of(sizes, null));
    } else if (asks(op)) {
      return Collections.singletonList(answer(op, in));
    } else if (op.hasMeaning()) {
      return inside.apply(op.meaningGraph());
    }
    return Collections.singletonList(computed(op, in));
  }

  private static @Nullable Sizes broadcast(List<String> tensors, ShapeScope in) {
    Sizes met = new Sizes(List.of());
    for (String name : tensors) {
      Sizes sizes = in.lastSizes(name);
      try {
        met = met.broadcast(sizes == null ? Sizes.last(List.of()) : sizes);
      } catch (ShapeMismatch mismatch) {
        List<String> all = new ArrayList<>();
        for (String each : tensors) {
          if (in.lastSizes(each) != null) {
            all.add(in.name(each) + " is " + in.lastSizes(each));
          }
        }
        throw new ShapeMismatch(String.join(", ", all) + "; " + mismatch.getMessage());
      }
    }
    return met.open() && met.all().stream().allMatch(Size.UNKNOWN::equals) ? null : met;
  }

  private static boolean asks(Op op) {
    return switch (op.name()) {
      case "aten::size",
          "aten::size.int",
          "aten::dim",
          "aten::numel",
          "aten::len.Tensor",
          "aten::len.t",
          "aten::__getitem__.t",
          "aten::__isnot__",
          "aten::__is__" ->
          true;
      default -> false;
    };
  }

  /** What a question for a tensor's sizes is answered, or for a list's elements. */
  private static @Nullable Object answer(Op op, ShapeScope in) {
    Object first = in.raw(0);
    switch (op.name()) {
      case "aten::len.t" -> {
        return first instanceof List<?> list
            ? Size.of(list.size())
            : first instanceof Made.Modules modules ? Size.of(modules.modules().size()) : null;
      }
      case "aten::__getitem__.t" -> {
        return ShapeInference.element(first, in.raw(1));
      }
      case "aten::__is__", "aten::__isnot__" -> {
        Object same = Facts.operation("==", Facts.orUnknown(first), Facts.orUnknown(in.raw(1)));
        return same instanceof Boolean is
            ? (Object) (is == op.name().equals("aten::__is__"))
            : null;
      }
      default -> {
        Sizes sizes = first instanceof TensorFact tensor ? tensor.sizes() : null;
        return sizes == null ? null : answer(op, sizes, in);
      }
    }
  }

  private static @Nullable Object answer(Op op, Sizes sizes, ShapeScope in) {
    if (op.name().equals("aten::size.int")) {
      Long dim = in.integer("dim");
      if (dim == null || sizes.open() && dim >= 0) {
        return Size.UNKNOWN;
      }
      return sizes.open() ? sizes.fromEnd((int) -dim) : sizes.get(dim);
    } else if (sizes.open()) {
      return null;
    }
    return switch (op.name()) {
      case "aten::size" -> sizes.all();
      case "aten::dim" -> Size.of(sizes.rank());
      case "aten::numel" -> sizes.count();
      default -> sizes.rank() == 0 ? null : sizes.get(0);
    };
  }

  /** Arithmetic on numbers that are known. */
  private static @Nullable Object computed(Op op, ShapeScope in) {
    Object symbolic = symbolic(op, in);
    if (symbolic != null) {
      return symbolic;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      Object plain = plain(in.raw(i));
      if (plain == null) {
        return null;
      }
      values.add(plain);
    }
    boolean pure = !op.schema().writes() && !op.isRandom();
    if (!pure || op.reference() == null) {
      return null;
    }
    try {
      return ofConstant(op.reference().apply(new Arguments(values)));
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException fails) {
      return null; // it is to fail when the graph runs
    }
  }

  /** Arithmetic on numbers that have names. */
  private static @Nullable Object symbolic(Op op, ShapeScope in) {
    if (op.schema().arguments().size() != 2
        || !(in.raw(0) instanceof Size a)
        || !(in.raw(1) instanceof Size b)
        || a.known() != null && b.known() != null) {
      return null;
    }
    return switch (op.name()) {
      case "aten::add.int" -> a.plus(b);
      case "aten::sub.int" -> a.minus(b);
      case "aten::mul.int" -> a.times(b);
      case "aten::floordiv.int" -> a.dividedBy(b);
      case "aten::eq.int" -> truth(Facts.operation("==", a, b));
      case "aten::ne.int" -> truth(Facts.operation("!=", a, b));
      case "aten::lt.int" -> truth(Facts.operation("<", a, b));
      case "aten::le.int" -> truth(Facts.operation("<=", a, b));
      case "aten::gt.int" -> truth(Facts.operation(">", a, b));
      case "aten::ge.int" -> truth(Facts.operation(">=", a, b));
      default -> null;
    };
  }

  private static @Nullable Object truth(Object fact) {
    return fact instanceof Boolean ? fact : null;
  }

  private static @Nullable Object plain(@Nullable Object fact) {
    if (fact instanceof Size size) {
      return size.known();
    } else if (fact instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      for (Object each : list) {
        Object plain = plain(each);
        if (plain == null) {
          return null;
        }
        all.add(plain);
      }
      return all;
    }
    return fact instanceof Double
            || fact instanceof Boolean
            || fact instanceof String
            || fact == None.NONE
        ? fact
        : null;
  }
}

package dev.cresset.ir.shape;

import dev.cresset.ir.shape.Made.Built;
import dev.cresset.ir.shape.Made.Choice;
import dev.cresset.ir.shape.Made.Given;
import dev.cresset.ir.shape.Made.Modules;
import dev.cresset.ir.shape.Made.Operation;
import dev.cresset.ir.shape.Made.Parameter;
import dev.cresset.ir.shape.Made.Read;
import dev.cresset.ir.shape.Made.Repeated;
import dev.cresset.ir.shape.Made.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of values of any kind: joined where two ways meet, and told in other terms. */
public final class Facts {
  private Facts() {}

  /** What is known of a value that is either this or the other; null if that is nothing. */
  public static @Nullable Object joined(@Nullable Object a, @Nullable Object b) {
    if (a instanceof TensorFact mine && b instanceof TensorFact theirs) {
      return mine.or(theirs);
    } else if (a instanceof Size mine && b instanceof Size theirs) {
      return mine.or(theirs);
    } else if (a instanceof List<?> mine && b instanceof List<?> theirs) {
      return mine.size() == theirs.size() ? joined(mine, theirs) : null;
    }
    return a != null && a.equals(b) ? a : null;
  }

  private static List<@Nullable Object> joined(List<?> a, List<?> b) {
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      all.add(joined(a.get(i), b.get(i)));
    }
    return Collections.unmodifiableList(all);
  }

  /** {@code fact}, or {@link Size#UNKNOWN} for null. */
  public static Object orUnknown(@Nullable Object fact) {
    return fact == null ? Size.UNKNOWN : fact;
  }

  /** A choice that cannot be made, as what both sides have in common. */
  public static @Nullable Object settled(@Nullable Object fact) {
    if (fact instanceof Choice choice) {
      return joined(settled(choice.then()), settled(choice.otherwise()));
    }
    if (fact instanceof Tensor tensor) {
      return new TensorFact(
          new Sizes(
              tensor.sizes().stream()
                  .map(each -> each instanceof Size size ? size : Size.UNKNOWN)
                  .toList()),
          DType.F32);
    }
    return fact == Size.UNKNOWN
            || fact instanceof Read
            || fact instanceof Parameter
            || fact instanceof Operation
        ? null
        : fact;
  }

  /**
   * What is known in the terms of a constructor, in the terms of one that called it.
   *
   * @param names what the parameters are given; a name that is not there becomes unknown
   */
  public static Object replaced(Object fact, Map<String, Object> names) {
    if (fact instanceof Size size) {
      return size.replace(name -> names.get(name) instanceof Size other ? other : Size.UNKNOWN);
    } else if (fact instanceof List<?> list) {
      return replaced(list, names);
    } else if (fact instanceof TensorFact tensor && tensor.sizes() != null) {
      return new TensorFact(
          tensor.sizes().map(size -> (Size) replaced(size, names)), tensor.dtype());
    } else if (fact instanceof Built built) {
      return new Built(built.className(), built.constructor(), replaced(built.arguments(), names));
    } else if (fact instanceof Modules modules) {
      return new Modules(modules.className(), replaced(modules.modules(), names));
    } else if (fact instanceof Repeated repeated) {
      return new Repeated(repeated.className(), replaced(repeated.module(), names));
    } else if (fact instanceof Parameter parameter) {
      return orUnknown(names.get(parameter.name()));
    } else if (fact instanceof Given given) {
      return new Given(given.option(), replaced(given.arguments(), names));
    } else if (fact instanceof Read read) {
      return read(replaced(read.options(), names), read.option(), replaced(read.absent(), names));
    } else if (fact instanceof Choice choice) {
      return choice(
          replaced(choice.condition(), names),
          replaced(choice.then(), names),
          replaced(choice.otherwise(), names));
    } else if (fact instanceof Operation operation) {
      return operation(
          operation.operator(),
          replaced(operation.left(), names),
          replaced(operation.right(), names));
    } else if (fact instanceof Tensor tensor) {
      return tensor(replaced(tensor.sizes(), names));
    }
    return fact;
  }

  private static List<Object> replaced(List<?> facts, Map<String, Object> names) {
    List<Object> all = new ArrayList<>();
    facts.forEach(each -> all.add(replaced(orUnknown(each), names)));
    return List.copyOf(all);
  }

  /** What options say about one of them. */
  public static Object read(Object options, String option, Object absent) {
    if (options instanceof Parameter || options instanceof Read) {
      return new Read(options, option, absent);
    } else if (options instanceof Given one && option.startsWith(Read.PART)) {
      int index = Integer.parseInt(option.substring(Read.PART.length()));
      return index < one.arguments().size() ? one.arguments().get(index) : Size.UNKNOWN;
    } else if (!(options instanceof List<?>)) {
      return Size.UNKNOWN;
    }
    Object value = absent;
    for (Object each : (List<?>) options) {
      if (!(each instanceof Given given) || hides(given, option)) {
        return Size.UNKNOWN;
      } else if (given.option().equals(option)) {
        value = given.arguments().size() == 1 ? given.arguments().get(0) : given.arguments();
      }
    }
    return value;
  }

  /** Whether an option changes what another one means. */
  private static boolean hides(Given given, String option) {
    boolean padding = option.equals("padding") || option.equals("around");
    return padding && Set.of("samePadding", "paddingMode").contains(given.option());
  }

  /** One of two values, as far as it is decided which. */
  public static Object choice(Object condition, Object then, Object otherwise) {
    if (condition instanceof Boolean known) {
      return known ? then : otherwise;
    } else if (then.equals(otherwise)) {
      return then;
    }
    return condition == Size.UNKNOWN
        ? orUnknown(joined(settled(then), settled(otherwise)))
        : new Choice(condition, then, otherwise);
  }

  /** A tensor of single precision of these sizes. */
  public static Object tensor(List<?> sizes) {
    if (sizes.size() == 1 && sizes.get(0) instanceof List<?> list) {
      return tensor(list);
    } else if (sizes.stream().allMatch(Size.class::isInstance)) {
      return new TensorFact(new Sizes(sizes.stream().map(Size.class::cast).toList()), DType.F32);
    }
    boolean list = sizes.size() == 1 && !(sizes.get(0) instanceof Operation);
    return list ? Size.UNKNOWN : new Tensor(List.copyOf(sizes));
  }

  /** What comes out of an operator of Java on numbers or truths. */
  public static Object operation(String operator, Object left, Object right) {
    Object known =
        switch (operator) {
          case "!" -> left instanceof Boolean truth ? (Object) !truth : null;
          case "&&" -> both(false, left, right);
          case "||" -> both(true, left, right);
          case "==" -> same(left, right);
          case "+", "-", "*", "/", "%" -> arithmetic(operator, left, right);
          case "!=" -> same(left, right) instanceof Boolean same ? (Object) !same : null;
          default -> compared(operator, left, right);
        };
    if (known != null) {
      return known;
    }
    return left == Size.UNKNOWN || right == Size.UNKNOWN
        ? Size.UNKNOWN
        : new Operation(operator, left, right);
  }

  private static @Nullable Object arithmetic(String operator, Object left, Object right) {
    if (!(left instanceof Size a) || !(right instanceof Size b)) {
      return left instanceof Double || right instanceof Double ? Size.UNKNOWN : null;
    }
    Long x = a.known();
    Long y = b.known();
    return switch (operator) {
      case "+" -> a.plus(b);
      case "-" -> a.minus(b);
      case "*" -> a.times(b);
      case "/" -> x != null && y != null && y != 0 ? Size.of(x / y) : a.dividedBy(b);
      default -> x != null && y != null && y != 0 ? Size.of(x % y) : Size.UNKNOWN;
    };
  }

  private static @Nullable Object both(boolean decides, Object left, Object right) {
    if (left.equals(decides) || right.equals(decides)) {
      return decides;
    }
    return left instanceof Boolean && right instanceof Boolean ? !decides : null;
  }

  private static @Nullable Object same(Object left, Object right) {
    if (left instanceof Size a && right instanceof Size b) {
      return a.differsFrom(b) ? Boolean.FALSE : a.equals(b) && a != Size.UNKNOWN ? true : null;
    } else if (left == None.NONE || right == None.NONE) {
      boolean object =
          isObject(left)
              || isObject(right)
              || left instanceof TensorFact
              || right instanceof TensorFact;
      return left.equals(right) ? Boolean.TRUE : object ? Boolean.FALSE : null;
    }
    boolean plain = left instanceof Boolean && right instanceof Boolean;
    return plain ? (Object) left.equals(right) : null;
  }

  private static boolean isObject(Object fact) {
    return fact instanceof Built || fact instanceof Modules || fact instanceof Repeated;
  }

  private static @Nullable Object compared(String operator, Object left, Object right) {
    if (!(left instanceof Size a) || !(right instanceof Size b)) {
      return null;
    }
    Formula.Bounds bounds = Formula.bounds(a.minus(b));
    return switch (operator) {
      case "<" -> bounds.most() < 0 ? Boolean.TRUE : bounds.least() >= 0 ? Boolean.FALSE : null;
      case "<=" -> bounds.most() <= 0 ? Boolean.TRUE : bounds.least() > 0 ? Boolean.FALSE : null;
      case ">" -> bounds.least() > 0 ? Boolean.TRUE : bounds.most() <= 0 ? Boolean.FALSE : null;
      case ">=" -> bounds.least() >= 0 ? Boolean.TRUE : bounds.most() < 0 ? Boolean.FALSE : null;
      default -> null;
    };
  }
}

package dev.cresset.ir.render;

import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How schemas are called in Java. */
public final class JavaNames {
  /** By the ops' names. */
  private static final Map<String, String> METHODS = new ConcurrentHashMap<>();

  private static final Set<String> KEYWORDS =
      Set.of(
          "default", "float", "double", "long", "int", "boolean", "char", "byte", "short", "for");

  private JavaNames() {}

  /** {@code masked_fill_} as {@code maskedFill_}; underscores at the ends stay. */
  public static String camel(String name) {
    int first = 0;
    int end = name.length();
    while (first < end && name.charAt(first) == '_') {
      first++;
    }
    while (end > first && name.charAt(end - 1) == '_') {
      end--;
    }
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' && i > first && i < end || c == '.') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }

  /** {@code masked_fill.Scalar} as {@code MaskedFillScalar}. */
  public static String pascal(String name) {
    String camel = camel(name.replace('.', '_')).replaceFirst("^_+", "");
    return Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
  }

  /** An argument's name in Java. */
  public static String argument(Argument argument) {
    String camel = camel(argument.name());
    return KEYWORDS.contains(camel) ? camel + "Value" : camel;
  }

  /** The name without its namespace: {@code add} of {@code aten::add}. */
  static String plain(Schema schema) {
    return schema.name().substring(schema.name().indexOf("::") + 2);
  }

  /** The static method of an op: its name, and its overload where the types do not tell. */
  public static String method(Op op) {
    return METHODS.computeIfAbsent(op.name(), name -> methodOf(op));
  }

  private static String methodOf(Op op) {
    String plain = plain(op.schema());
    boolean clashes =
        OpTable.siblings(op).stream()
            .anyMatch(other -> other != op && erased(other.schema()).equals(erased(op.schema())));
    return clashes && !op.schema().overload().isEmpty()
        ? camel(plain + "_" + op.schema().overload())
        : camel(plain);
  }

  private static List<String> erased(Schema schema) {
    return schema.arguments().stream()
        .map(argument -> type(argument.type()).replace("@Nullable ", "").replaceAll("<.*>", ""))
        .toList();
  }

  /** The Java type of an argument or a result. */
  public static String type(Type type) {
    if (type instanceof Type.OptionalOf option) {
      return optional(option.element());
    } else if (type instanceof Type.ListOf list) {
      return list(list.element());
    } else if (type.equals(Type.TENSOR)) {
      return "Tensor";
    } else if (type instanceof Type.Atom atom) {
      return switch (atom) {
        case INT -> "long";
        case FLOAT -> "double";
        case BOOL -> "boolean";
        case STR -> "String";
        case SCALAR -> "Number";
        case DEVICE -> "Device";
        case SCALAR_TYPE -> "DType";
        case GENERATOR -> "Generator";
        case LAYOUT, MEMORY_FORMAT -> "long";
        default -> throw new IllegalArgumentException(type + " has no form in Java");
      };
    }
    throw new IllegalArgumentException(type + " has no form in Java");
  }

  private static String optional(Type element) {
    if (element instanceof Type.ListOf list && !list.element().equals(Type.TENSOR)) {
      return type(element).replace("[]", " @Nullable []");
    }
    String plain = type(element);
    return "@Nullable " + boxed(plain);
  }

  private static String list(Type element) {
    if (element.equals(Type.TENSOR)) {
      return "List<Tensor>";
    } else if (element instanceof Type.OptionalOf) {
      return "List<" + type(element) + ">";
    }
    return type(element) + "[]";
  }

  /** The class of a primitive type. */
  static String boxed(String type) {
    return switch (type) {
      case "long" -> "Long";
      case "double" -> "Double";
      case "boolean" -> "Boolean";
      default -> type;
    };
  }

  /** The Java type of what an op gives. */
  public static String result(Schema schema) {
    List<Argument> returns = schema.returns();
    if (returns.isEmpty()) {
      return "void";
    }
    return returns.size() == 1 ? type(returns.get(0).type()) : "Tensor[]";
  }
}

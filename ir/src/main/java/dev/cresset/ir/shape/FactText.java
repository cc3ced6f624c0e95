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
import dev.cresset.ir.type.Cursor;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.Literals;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What constructors make as text, for class files: what is written is read back as it was. */
public final class FactText {
  private static final String NO_DTYPE = "_";

  private FactText() {}

  // ---- writing

  /** A constructor as text. */
  public static String of(Construction construction) {
    String parameters =
        construction.parameters().stream().map(FactText::of).collect(Collectors.joining(", "));
    String fields =
        construction.fields().entrySet().stream()
            .map(field -> field.getKey() + " = " + of(field.getValue()))
            .collect(Collectors.joining("; "));
    return "(" + parameters + (construction.spread() ? "*" : "") + ") " + fields;
  }

  private static String of(Object fact) {
    if (fact instanceof List<?> list) {
      return "{" + all(list) + "}";
    } else if (fact instanceof TensorFact tensor) {
      String dtype = tensor.dtype() == null ? NO_DTYPE : tensor.dtype().name();
      return tensor.sizes() == null ? "?" : dtype + tensor.sizes();
    } else if (fact instanceof Built built) {
      String name = "%new " + built.className() + "#" + built.constructor();
      return name + "(" + all(built.arguments()) + ")";
    } else if (fact instanceof Modules modules) {
      return "%all " + modules.className() + "(" + all(modules.modules()) + ")";
    } else if (fact instanceof Repeated repeated) {
      return "%each " + repeated.className() + "(" + of(repeated.module()) + ")";
    } else if (fact instanceof Parameter parameter) {
      return "$" + parameter.name();
    } else if (fact instanceof Given given) {
      return "@" + given.option() + "(" + all(given.arguments()) + ")";
    } else if (fact instanceof Read read) {
      return "%read(" + all(List.of(read.options(), read.option(), read.absent())) + ")";
    } else if (fact instanceof Choice one) {
      return "%choose(" + all(List.of(one.condition(), one.then(), one.otherwise())) + ")";
    } else if (fact instanceof Operation one) {
      return "%do(" + all(List.of(one.operator(), one.left(), one.right())) + ")";
    } else if (fact instanceof Tensor tensor) {
      return "%tensor(" + all(tensor.sizes()) + ")";
    } else if (fact instanceof String text) {
      return Literals.text(text);
    } else if (fact instanceof Double number) {
      return "%real " + Literals.text(number.toString());
    } else if (fact instanceof Boolean || fact == None.NONE) {
      return fact == None.NONE ? "%null" : "%" + fact;
    }
    return fact.toString();
  }

  private static String all(List<?> facts) {
    return facts.stream().map(each -> of(Facts.orUnknown(each))).collect(Collectors.joining(", "));
  }

  // ---- reading

  /** A constructor of its text. */
  public static Construction construction(String text) {
    Cursor in = new Cursor(text);
    in.expect("(");
    List<Object> parameters = new ArrayList<>();
    boolean spread = false;
    while (!in.accepts(")")) {
      if (!parameters.isEmpty()) {
        in.expect(",");
      }
      parameters.add(in.accepts("$") ? new Parameter(in.word("")) : new Size.Given(in.word("")));
      spread = in.accepts("*");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    while (!in.atEnd()) {
      if (!fields.isEmpty()) {
        in.expect(";");
      }
      String key = in.word("");
      in.expect("=");
      fields.put(key, fact(in));
    }
    return new Construction(parameters, spread, fields);
  }

  private static Object fact(Cursor in) {
    if (in.accepts("{")) {
      return all(in, "}");
    } else if (in.accepts("$")) {
      return new Parameter(in.word(""));
    } else if (in.accepts("@")) {
      String option = in.word("");
      in.expect("(");
      return new Given(option, all(in, ")"));
    } else if (in.sees("\"")) {
      return Literals.string(in);
    } else if (in.accepts("%")) {
      return word(in, in.word(""));
    }
    int start = in.skipSpace().mark();
    if (Character.isLetter(in.next()) || in.next() == '_') {
      String word = in.word("");
      if (in.accepts("[")) {
        return tensor(in, word);
      }
      in.back(start);
    }
    return SizeText.parse(in, Size.Given::new);
  }

  private static Object word(Cursor in, String word) {
    switch (word) {
      case "null" -> {
        return None.NONE;
      }
      case "true", "false" -> {
        return word.equals("true");
      }
      case "real" -> {
        return Double.valueOf(Literals.string(in));
      }
      case "new" -> {
        String name = in.word(".$");
        in.expect("#");
        int constructor = Integer.parseInt(in.word(""));
        in.expect("(");
        return new Built(name, constructor, all(in, ")"));
      }
      case "all" -> {
        String name = in.word(".$");
        in.expect("(");
        return new Modules(name, all(in, ")"));
      }
      case "each" -> {
        String name = in.word(".$");
        in.expect("(");
        return new Repeated(name, all(in, ")").get(0));
      }
      default -> {
        in.expect("(");
        List<Object> parts = all(in, ")");
        return switch (word) {
          case "read" -> new Read(parts.get(0), parts.get(1).toString(), parts.get(2));
          case "choose" -> new Choice(parts.get(0), parts.get(1), parts.get(2));
          case "do" -> new Operation(parts.get(0).toString(), parts.get(1), parts.get(2));
          case "tensor" -> new Tensor(parts);
          default -> throw in.error("'" + word + "' is nothing that a constructor makes");
        };
      }
    }
  }

  private static TensorFact tensor(Cursor in, String dtype) {
    boolean open = in.accepts("...");
    List<Size> sizes = new ArrayList<>();
    while (!in.accepts("]")) {
      if (open || !sizes.isEmpty()) {
        in.expect(",");
      }
      sizes.add(SizeText.parse(in, Size.Given::new));
    }
    return new TensorFact(
        new Sizes(sizes, open), dtype.equals(NO_DTYPE) ? null : DType.valueOf(dtype));
  }

  private static List<Object> all(Cursor in, String end) {
    List<Object> all = new ArrayList<>();
    while (!in.accepts(end)) {
      if (!all.isEmpty()) {
        in.expect(",");
      }
      all.add(fact(in));
    }
    return all;
  }
}

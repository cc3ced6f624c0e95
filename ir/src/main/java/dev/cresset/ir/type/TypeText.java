package dev.cresset.ir.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as text. */
final class TypeText {
  private static final String DOTTED = ".$";
  private static final Map<String, Type> ATOMS = atoms();
  private static final Map<String, DType> DTYPES = dtypes();

  private TypeText() {}

  private static Map<String, Type> atoms() {
    Map<String, Type> atoms = new HashMap<>();
    for (Type.Atom atom : Type.Atom.values()) {
      atoms.put(atom.toString(), atom);
    }
    atoms.put("SymInt", Type.INT); // a size that may be symbolic in later PyTorch; an int for us
    atoms.put("None", Type.NONE);
    return Map.copyOf(atoms);
  }

  private static Map<String, DType> dtypes() {
    Map<String, DType> names = new HashMap<>();
    for (DType dtype : DType.values()) {
      names.put(dtype.printName(), dtype);
    }
    return names;
  }

  static String of(Type.Tensor type) {
    DType dtype = type.dtype();
    List<String> inside = new ArrayList<>();
    String name = dtype == null ? "Tensor" : dtype.printName();
    if (type.sizes() != null) {
      type.sizes().forEach(size -> inside.add(size == null ? "*" : size.toString()));
    } else if (dtype != null) {
      name += "Tensor"; // FloatTensor: the dtype is known, the sizes are not
    }
    if (type.strides() != null) {
      inside.add(
          type.strides().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ", "strides=[", "]")));
    }
    if (type.requiresGrad() != null) {
      inside.add("requires_grad=" + (type.requiresGrad() ? 1 : 0));
    }
    if (type.device() != null) {
      inside.add("device=" + type.device());
    }
    return inside.isEmpty() && type.sizes() == null
        ? name
        : name + "(" + String.join(", ", inside) + ")";
  }

  static Type parse(Cursor in) {
    return suffixes(in, base(in, true));
  }

  private static Type suffixes(Cursor in, Type type) {
    Type whole = type;
    while (true) {
      if (in.next() == '?') {
        in.advance();
        whole = whole.optional();
      } else if (in.next() == '[') {
        in.expect("[");
        in.expect("]");
        whole = whole.list();
      } else {
        return whole;
      }
    }
  }

  /**
   * Reads a type without {@code []} and {@code ?} after it.
   *
   * @param facts whether a bracket after {@code Tensor} holds facts, as in graphs, and not alias
   *     marks, as in schemas
   */
  static Type base(Cursor in, boolean facts) {
    if (in.accepts("(")) {
      return new Type.Tuple(list(in));
    }
    String name = in.word(DOTTED);
    Type atom = ATOMS.get(name);
    if (atom != null) {
      return atom;
    }
    boolean bracket = facts && in.next() == '(';
    return switch (name) {
      case "Tensor" -> bracket ? tensor(in, null, false) : Type.TENSOR;
      case "Dict" -> dict(in);
      case "Enum" -> enumeration(in);
      case "NamedTuple" -> namedTuple(in);
      default -> named(in, name, bracket);
    };
  }

  private static Type named(Cursor in, String name, boolean bracket) {
    DType dtype = DTYPES.get(name);
    if (dtype != null && bracket) {
      return tensor(in, dtype, true);
    }
    if (name.endsWith("Tensor")) {
      dtype = DTYPES.get(name.substring(0, name.length() - "Tensor".length()));
      if (dtype != null) {
        return bracket ? tensor(in, dtype, false) : new Type.Tensor(dtype, null, null, null, null);
      }
    }
    // Schemas call open types t, t1, tVal, key; a class has a capital or a package.
    boolean open = name.matches("[a-z][0-9]?|t[A-Z]\\w*|key|value");
    return open ? new Type.Variable(name) : new Type.ClassOf(name);
  }

  /**
   * Reads the facts of a tensor. One without a size is of no dimension only if its name says so.
   */
  private static Type tensor(Cursor in, @Nullable DType dtype, boolean sizesKnown) {
    List<@Nullable Long> sizes = new ArrayList<>();
    List<Long> strides = null;
    Boolean requiresGrad = null;
    String device = null;
    in.expect("(");
    boolean empty = in.sees(")");
    for (boolean first = true; !in.accepts(")"); first = false) {
      if (!first) {
        in.expect(",");
      }
      if (in.accepts("strides=[")) {
        strides = longs(in);
      } else if (in.accepts("requires_grad=")) {
        requiresGrad = Literals.number(in).intValue() != 0;
      } else if (in.accepts("device=")) {
        device = in.word(":");
      } else {
        sizes.add(in.accepts("*") ? null : Long.valueOf(Literals.number(in).longValue()));
      }
    }
    boolean known = sizesKnown || empty || !sizes.isEmpty();
    return new Type.Tensor(dtype, known ? sizes : null, strides, requiresGrad, device);
  }

  private static List<Long> longs(Cursor in) {
    List<Long> values = new ArrayList<>();
    while (!in.accepts("]")) {
      if (!values.isEmpty()) {
        in.expect(",");
      }
      values.add(Literals.number(in).longValue());
    }
    return values;
  }

  private static List<Type> list(Cursor in) {
    List<Type> types = new ArrayList<>();
    while (!in.accepts(")")) {
      if (!types.isEmpty()) {
        in.expect(",");
      }
      types.add(parse(in));
    }
    return types;
  }

  private static Type dict(Cursor in) {
    in.expect("(");
    Type key = parse(in);
    in.expect(",");
    Type value = parse(in);
    in.expect(")");
    return new Type.Dict(key, value);
  }

  private static Type enumeration(Cursor in) {
    in.expect("<");
    String name = in.word(DOTTED);
    in.expect(">");
    return new Type.ClassOf("Enum<" + name + ">");
  }

  private static Type namedTuple(Cursor in) {
    in.expect("(");
    List<Type.NamedTuple.Field> fields = new ArrayList<>();
    while (!in.accepts(")")) {
      if (!fields.isEmpty()) {
        in.expect(",");
      }
      String name = in.word("");
      in.expect(":");
      fields.add(new Type.NamedTuple.Field(name, parse(in)));
    }
    return new Type.NamedTuple(fields);
  }
}

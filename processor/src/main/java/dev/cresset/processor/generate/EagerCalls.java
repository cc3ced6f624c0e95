package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.render.JavaNames;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of the library's eager ops, one static method each, all arguments given in order. */
final class EagerCalls {
  private static final String EAGER = "dev.cresset.tensor.eager";

  private final Set<String> taken;
  private final Map<String, ClassName> imported = new LinkedHashMap<>();

  /**
   * Calls from a class that has methods of these names itself, which would hide those of the
   * library.
   */
  EagerCalls(Set<String> taken) {
    this.taken = taken;
  }

  /** What is to be imported statically: methods and the classes that they are in. */
  Map<String, ClassName> imported() {
    return imported;
  }

  /** The call of {@code op}, the op of {@code node}. */
  Code call(Op op, Node node, List<Code> in) {
    List<Code> arguments = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      Argument argument = op.schema().arguments().get(i);
      arguments.add(argument(op, argument.type(), node.input(i), in.get(i), i));
    }
    return new Code(
        Text.of("$L($L)", method(op), join(arguments)), reads(arguments), Binds.TIGHT, false);
  }

  private Text method(Op op) {
    ClassName family = ClassName.get(EAGER, OpTable.family(op.name()));
    String name = JavaNames.method(op);
    boolean free =
        !taken.contains(name) && family.equals(imported.computeIfAbsent(name, absent -> family));
    return free ? Text.imported(family, name) : Text.of("$T.$L", family, name);
  }

  static Text join(List<Code> arguments) {
    return Text.join(arguments.stream().map(Code::text).toList(), ",$W");
  }

  static Set<Local> reads(List<Code> arguments) {
    Set<Local> reads = new LinkedHashSet<>();
    arguments.forEach(argument -> reads.addAll(argument.reads()));
    return reads;
  }

  private static Code argument(Op op, Type type, Value value, Code code, int index) {
    Type whole = type instanceof Type.OptionalOf option ? option.element() : type;
    if (code.java().equals("null")) {
      return isAmbiguous(op, index) ? code.with(nullOf(whole), Binds.UNARY) : code;
    } else if (whole == Type.Atom.SCALAR_TYPE) {
      return dtype(code);
    } else if (whole == Type.SCALAR || whole != type && whole.isNumber()) {
      return JavaOps.wide(value.type(), code); // so that it is boxed as a Long or Double
    } else if (code.list()) {
      return ListCalls.asArray(value.type(), code);
    } else if (whole == Type.INT || whole == Type.FLOAT) {
      return code.with(Literal.plain(code), code.binds());
    }
    return code;
  }

  /** A dtype by its number. */
  private static Code dtype(Code code) {
    String text = code.java();
    if (text.matches("\\d+L")) {
      DType dtype = DType.ofCode(Long.parseLong(text.substring(0, text.length() - 1)));
      return Code.of("$T.$L", Library.DTYPE, dtype.name());
    }
    return code.with(Text.of("$T.ofCode($L)", Library.DTYPE, code.text()), Binds.TIGHT);
  }

  /** Whether an overload with as many arguments takes something else at {@code index}. */
  private static boolean isAmbiguous(Op op, int index) {
    int size = op.schema().arguments().size();
    return OpTable.siblings(op).stream()
        .filter(other -> other.schema().arguments().size() == size)
        .anyMatch(
            other ->
                !other
                    .schema()
                    .arguments()
                    .get(index)
                    .type()
                    .equals(op.schema().arguments().get(index).type()));
  }

  private static Text nullOf(Type type) {
    if (type == Type.Atom.SCALAR_TYPE) {
      return Text.of("($T) null", Library.DTYPE);
    } else if (type == Type.Atom.LAYOUT || type == Type.Atom.MEMORY_FORMAT) {
      return Text.of("($T) null", Long.class);
    }
    return Text.of("($T) null", Held.of(type).box());
  }
}

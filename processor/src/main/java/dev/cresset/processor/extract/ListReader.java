package dev.cresset.processor.extract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.cresset.processor.extract.CallReader.Found;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Expression.Literal;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lists and arrays: how they are made, and what is done to them. */
final class ListReader {
  private final Context context;
  private final Unit unit;
  private final ExpressionReader expressions;

  ListReader(Context context, ExpressionReader expressions) {
    this.context = context;
    this.unit = context.unit();
    this.expressions = expressions;
  }

  /** A class of the JDK. */
  TypeElement library(String name) {
    TypeElement element = context.elements().getTypeElement(name);
    if (element == null) {
      throw new IllegalStateException("this JDK has no " + name);
    }
    return element;
  }

  /** What a list of type {@code type} holds, or null if it is no list. */
  @Nullable TypeMirror element(TypeMirror type) {
    boolean list = context.script().of(type) instanceof ListOf of && !of.array();
    return list ? context.script().iterated(type) : null;
  }

  // ---- made

  /** {@code new ArrayList<>()} and its like; null if something else is made. */
  @Nullable Typed made(NewClassTree tree, @Nullable TypeMirror declared) {
    boolean diamond =
        tree.getIdentifier() instanceof ParameterizedTypeTree type
            && type.getTypeArguments().isEmpty();
    Tree named =
        diamond ? ((ParameterizedTypeTree) tree.getIdentifier()).getType() : tree.getIdentifier();
    TypeMirror type = expressions.type(named);
    if (!Library.className(type).equals(Library.ARRAY_LIST) || tree.getClassBody() != null) {
      return null;
    }
    Typed other =
        tree.getArguments().isEmpty() ? null : expressions.read(tree.getArguments().get(0));
    boolean copies = other != null && element(other.type()) != null;
    TypeMirror held;
    if (!diamond) {
      held = context.script().iterated(type);
    } else if (declared != null && element(declared) != null) {
      held = element(declared);
    } else {
      held = other != null && copies ? element(other.type()) : null;
    }
    if (held == null) {
      throw unit.refuse(Problem.EMPTY_LIST, tree);
    }
    TypeMirror whole = context.types().getDeclaredType(library(Library.ARRAY_LIST), held);
    if (other != null && copies) {
      return copy(other, whole, tree);
    }
    ListOf script = (ListOf) expressions.supported(context.script().of(whole), tree);
    return new Typed(new Expression.ListLiteral(List.of(), script, unit.at(tree)), whole);
  }

  /** {@code new long[n]}. */
  Typed array(NewArrayTree tree, TypeMirror type, ListOf script) {
    Expression length = expressions.read(tree.getDimensions().get(0)).expression();
    ScriptType element = script.element();
    Object zero =
        element == Simple.INT || element == Simple.LONG
            ? Long.valueOf(0)
            : element.isNumeric()
                ? Double.valueOf(0)
                : element == Simple.BOOLEAN ? Boolean.FALSE : null;
    Expression one =
        new Expression.ListLiteral(
            List.of(new Literal(zero, element, unit.at(tree))), script, unit.at(tree));
    return new Typed(
        new Expression.ListCall("aten::mul.left_t", List.of(one, length), script, unit.at(tree)),
        type);
  }

  /** A list or array of its own with the same elements. */
  Typed copy(Typed list, TypeMirror type, Tree tree) {
    ScriptType script = expressions.supported(context.script().of(type), tree);
    return new Typed(
        new Expression.ListCall("aten::list.t", List.of(list.expression()), script, unit.at(tree)),
        type);
  }

  // ---- static methods

  /** {@code List.copyOf(a)}, {@code Collections.reverse(a)} and their like; null for others. */
  @Nullable Typed function(TypeElement owner, String name, MethodInvocationTree tree) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    String function = owner.getQualifiedName() + "." + name;
    switch (function) {
      case "java.util.List.copyOf" -> {
        Typed list = expressions.read(arguments.get(0));
        TypeMirror held = element(list.type());
        return held == null
            ? null
            : copy(list, context.types().getDeclaredType(library("java.util.List"), held), tree);
      }
      case "java.util.Collections.reverse" -> {
        Typed list = expressions.read(arguments.get(0));
        return done("aten::reverse.t", List.of(list.expression()), tree);
      }
      case "java.util.Collections.sort", "java.util.Arrays.sort" -> {
        Typed list = expressions.read(arguments.get(0));
        String kind = kind(list.scriptType());
        return arguments.size() == 1 && kind != null && !kind.equals("bool")
            ? done(
                "aten::sort." + kind,
                List.of(list.expression(), new Literal(false, Simple.BOOLEAN, unit.at(tree))),
                tree)
            : null;
      }
      default -> {
        return null;
      }
    }
  }

  private Typed done(String op, List<Expression> in, Tree tree) {
    return new Typed(
        new Expression.ListCall(op, in, Simple.VOID, unit.at(tree)),
        context.types().getNoType(javax.lang.model.type.TypeKind.VOID));
  }

  /** How TorchScript calls lists of these elements in names of ops. */
  private static @Nullable String kind(ScriptType list) {
    if (!(NumberReader.plain(list) instanceof ListOf of)) {
      return null;
    }
    ScriptType element = of.element();
    return element == Simple.INT || element == Simple.LONG
        ? "int"
        : element.isNumeric()
            ? "float"
            : element == Simple.BOOLEAN ? "bool" : element == Simple.STRING ? "str" : null;
  }

  // ---- methods

  /**
   * A method of a list or a text; null if it is none of these.
   *
   * @param effect whether nobody asks for the result
   */
  @Nullable Typed call(Found call, Typed receiver, boolean effect) {
    ScriptType type = NumberReader.plain(receiver.scriptType());
    if (type == Simple.STRING) {
      return text(call, receiver);
    } else if (!(type instanceof ListOf list) || list.array()) {
      return null;
    }
    List<Expression> in = new ArrayList<>(List.of(receiver.expression()));
    in.addAll(call.arguments());
    ListOf of = (ListOf) type;
    switch (call.name() + in.size()) {
      case "add2" -> {
        return changed("aten::append.t", in, call, effect);
      }
      case "add3" -> {
        return changed("aten::insert.t", in, call, effect);
      }
      case "set3" -> {
        return changed("aten::_set_item.t", in, call, effect);
      }
      case "addAll2" -> {
        return in.get(1).type() instanceof ListOf
            ? changed("aten::extend.t", in, call, effect)
            : null;
      }
      case "clear1" -> {
        return changed("aten::clear.t", in, call, effect);
      }
      case "remove2" -> {
        return in.get(1).type() == Simple.INT
            ? given("aten::pop.t", in, effect ? Simple.VOID : of.element(), call)
            : null;
      }
      case "isEmpty1" -> {
        Expression none = new Literal(0L, Simple.INT, unit.at(call.tree()));
        Expression length = new Expression.Length(receiver.expression(), unit.at(call.tree()));
        return new Typed(
            new Binary(Binary.Operator.EQUAL, length, none, Simple.BOOLEAN, unit.at(call.tree())),
            call.returns());
      }
      case "contains2" -> {
        String kind = kind(of);
        return kind == null || kind.equals("bool")
            ? null
            : given("aten::__contains__." + kind + "_list", in, Simple.BOOLEAN, call);
      }
      case "equals2" -> {
        String kind = kind(in.get(1).type());
        return kind == null || !kind.equals(kind(of)) || !kind.equals("int")
            ? null
            : given("aten::eq.int_list", in, Simple.BOOLEAN, call);
      }
      case "subList3" -> {
        in.add(new Literal(1L, Simple.INT, unit.at(call.tree())));
        return given("aten::slice.t", in, of, call);
      }
      default -> {
        return null;
      }
    }
  }

  private Typed changed(String op, List<Expression> in, Found call, boolean effect) {
    if (!effect) {
      throw unit.refuse(Problem.LIST_RESULT, call.tree(), call.name());
    }
    return given(op, in, Simple.VOID, call);
  }

  private Typed given(String op, List<Expression> in, ScriptType type, Found call) {
    return new Typed(new Expression.ListCall(op, in, type, unit.at(call.tree())), call.returns());
  }

  private @Nullable Typed text(Found call, Typed receiver) {
    List<Expression> in = new ArrayList<>(List.of(receiver.expression()));
    in.addAll(call.arguments());
    return switch (call.name() + in.size()) {
      case "length1" -> given("cresset::str_length", in, Simple.INT, call);
      case "substring3" -> given("cresset::substring", in, Simple.STRING, call);
      case "substring2" -> {
        in.add(
            new Expression.ListCall(
                "cresset::str_length",
                List.of(receiver.expression()),
                Simple.INT,
                unit.at(call.tree())));
        yield given("cresset::substring", in, Simple.STRING, call);
      }
      default -> null;
    };
  }

  /** The type of an array's elements. */
  static TypeMirror held(TypeMirror array) {
    return ((ArrayType) array).getComponentType();
  }
}

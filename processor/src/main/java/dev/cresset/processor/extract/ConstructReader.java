package dev.cresset.processor.extract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What scripted code makes: records, arrays, lists. */
final class ConstructReader {
  private final Context context;
  private final Unit unit;
  private final ExpressionReader expressions;
  private final ListReader lists;

  ConstructReader(Context context, ExpressionReader expressions) {
    this.context = context;
    this.unit = context.unit();
    this.expressions = expressions;
    this.lists = new ListReader(context, expressions);
  }

  /**
   * {@code new State(out, h)}, {@code new ArrayList<>()}.
   *
   * @param declared the type of the variable, if one is asked for
   */
  Typed object(NewClassTree tree, @Nullable TypeMirror declared) {
    Typed list = lists.made(tree, declared);
    if (list != null) {
      return list;
    }
    TypeMirror type = expressions.type(tree.getIdentifier());
    ScriptType script = context.script().of(type);
    expressions.found(script, tree);
    if (!(script instanceof Tuple tuple) || tree.getClassBody() != null) {
      throw unit.refuse(Problem.NEW_OBJECT, tree, "the " + TypeReader.text(type));
    }
    TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
    List<? extends RecordComponentElement> components = record.getRecordComponents();
    if (components.size() != tree.getArguments().size()) {
      throw unit.leave(tree, "no constructor of " + record + " takes these arguments");
    }
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(record.getEnclosedElements())) {
      plain(constructor, record, tree);
    }
    List<Expression> arguments = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      TypeMirror each = components.get(i).asType();
      arguments.add(expressions.read(tree.getArguments().get(i), each).expression());
    }
    return new Typed(new Expression.Construct(tuple, arguments, unit.at(tree)), type);
  }

  /** Refuses code that a record of this compilation has in {@code member}. */
  void plain(ExecutableElement member, TypeElement record, Tree tree) {
    boolean written = context.elements().getOrigin(member) == Elements.Origin.EXPLICIT;
    if (written && unit.isSource(record) && unit.isWritten(member)) {
      String what =
          member.getSimpleName().contentEquals("<init>")
              ? "its constructor"
              : "'" + member.getSimpleName() + "'";
      throw unit.refuse(Problem.RECORD_WITH_CODE, tree, record.getSimpleName(), what);
    }
  }

  /**
   * {@code new long[] {1, 2}}.
   *
   * @param declared the type of the variable, where the tree names none
   */
  Typed array(NewArrayTree tree, @Nullable TypeMirror declared) {
    List<? extends ExpressionTree> elements = tree.getInitializers();
    TypeMirror element =
        tree.getType() != null
            ? expressions.type(tree.getType())
            : declared instanceof ArrayType array ? array.getComponentType() : null;
    if (element == null) {
      throw unit.leave(tree, "this array has no type");
    }
    TypeMirror type = context.types().getArrayType(element);
    ListOf script = (ListOf) expressions.supported(context.script().of(type), tree);
    if (elements == null && tree.getDimensions().size() == 1) {
      return lists.array(tree, type, script);
    } else if (elements == null || !tree.getDimensions().isEmpty()) {
      throw unit.refuse(Problem.NEW_ARRAY, tree, TypeReader.text(element));
    }
    List<Expression> read =
        unit.each(elements, each -> expressions.read(each, element).expression());
    return new Typed(new Expression.ListLiteral(read, script, unit.at(tree)), type);
  }

  /**
   * {@code List.of(a, b)}, whose elements have one type.
   *
   * @param declared the type of the variable, which tells what an empty list holds
   */
  Typed list(List<Typed> elements, @Nullable TypeMirror declared, Tree tree) {
    TypeMirror held = declared == null ? null : lists.element(declared);
    if (elements.isEmpty() && held != null) {
      TypeMirror type = context.types().getDeclaredType(listElement(), held);
      ListOf script = (ListOf) expressions.supported(context.script().of(type), tree);
      return new Typed(new Expression.ListLiteral(List.of(), script, unit.at(tree)), type);
    }
    if (elements.isEmpty()) {
      throw unit.refuse(Problem.EMPTY_LIST, tree);
    }
    TypeMirror first = boxed(elements.get(0).type());
    for (Typed each : elements) {
      if (!context.types().isSameType(boxed(each.type()), first)) {
        throw unit.leave(tree, "the elements of a list are of one type");
      }
    }
    TypeMirror type = context.types().getDeclaredType(listElement(), first);
    ListOf script = (ListOf) expressions.supported(context.script().of(type), tree);
    List<Expression> values = elements.stream().map(Typed::expression).toList();
    return new Typed(new Expression.ListLiteral(values, script, unit.at(tree)), type);
  }

  private TypeElement listElement() {
    return lists.library("java.util.List");
  }

  ListReader lists() {
    return lists;
  }

  TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? context.types().boxedClass((javax.lang.model.type.PrimitiveType) type).asType()
        : type instanceof TypeVariable variable ? variable.getUpperBound() : type;
  }

  /** {@code value} as a text has it, {@code tree} being where it stands. */
  Expression text(Typed value, Tree tree) {
    ScriptType type = value.scriptType();
    if (type == Simple.STRING) {
      return value.expression();
    }
    ScriptType plain = NumberReader.plain(type);
    boolean known =
        plain.isNumeric()
            || plain == Simple.BOOLEAN
            || plain == Simple.TENSOR
            || plain == Simple.STRING;
    if (!known) {
      throw unit.refuse(Problem.TEXT, tree, TypeReader.text(value.type()));
    }
    return new Expression.Text(value.expression(), unit.at(tree));
  }

  /** The type of what a for-each over {@code list} gives, or of {@code list.get(i)}. */
  static @Nullable ScriptType held(ScriptType list) {
    ScriptType plain = NumberReader.plain(list);
    return plain instanceof ListOf of
        ? of.element()
        : plain instanceof ScriptType.ModulesOf modules ? modules.element() : null;
  }

  /** True of the types whose values the graph counts with. */
  static boolean isWhole(ScriptType type) {
    return type == Simple.INT || type == Simple.LONG;
  }
}

package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.DEVICE;
import static dev.cresset.processor.generate.Library.DTYPE;
import static dev.cresset.processor.generate.Library.LAYER;
import static dev.cresset.processor.generate.Library.NN_MODULE;
import static dev.cresset.processor.generate.Library.VISITOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.cresset.processor.generate.Outline.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes the superclass of a module: how it is called, what it tells of its fields, and PyTorch's
 * methods that give the module itself under its own type. It depends on signatures alone, so that a
 * mistake in a body never makes the superclass vanish.
 */
final class Skeleton {
  private final Outline outline;
  private final Elements elements;
  private final List<SignatureProblem> problems;
  private final ClassText text;

  private Skeleton(Outline outline, Elements elements, List<SignatureProblem> problems) {
    this.problems = problems;
    this.outline = outline;
    this.elements = elements;
    this.text = new ClassText(outline.superclass());
  }

  /**
   * The source of the superclass of the module {@code outline}.
   *
   * @param problems takes what is wrong; there is a superclass nevertheless
   */
  static GeneratedSource write(
      Outline outline, Elements elements, List<SignatureProblem> problems) {
    return new Skeleton(outline, elements, problems).write();
  }

  /** The source of a superclass that has only its name and type parameters. */
  static GeneratedSource writeEmpty(Outline outline, Elements elements) {
    Text marks = Marks.of(outline.type(), List.of(), elements);
    return new ClassText(outline.superclass())
        .write(Text.of("$L$L", marks, declared(outline, Library.NN_MODULE)));
  }

  private GeneratedSource write() {
    Text.Builder head = Text.builder();
    head.add(
        "/** What {@link $T} has as a module. Written from its signatures; change that class"
            + " instead. */\n",
        outline.name());
    head.add(Marks.of(outline.type(), List.of(), elements));
    head.add(outline.visible() ? "public " : "").add(declared(outline, parent()));
    outline.typeParameters().forEach(each -> text.take(each.name()));
    TypeElement base = outline.base();
    if (base == null) {
      text.add(Text.of("$L() {}\n", outline.superclass().simpleName()));
    } else {
      ElementFilter.typesIn(elements.getAllMembers(base))
          .forEach(each -> text.take(each.getSimpleName().toString()));
      constructors(base);
    }
    ExecutableElement forward = outline.forward();
    if (forward != null) {
      CallMethods.write(outline, forward, text, problems);
    }
    visit();
    graphs();
    itself();
    return text.write(head.build());
  }

  private static Text declared(Outline outline, TypeName parent) {
    return Text.of(
        "abstract class $L$L extends $T",
        outline.superclass().simpleName(),
        Signatures.declared(outline.typeParameters()),
        parent);
  }

  private TypeName parent() {
    if (outline.base() != null) {
      return ClassName.get(outline.base());
    }
    ExecutableElement forward = outline.forward();
    return forward != null && Signatures.isLayer(forward) ? LAYER : NN_MODULE;
  }

  private void constructors(TypeElement base) {
    boolean samePackage = elements.getPackageOf(base).equals(elements.getPackageOf(outline.type()));
    for (ExecutableElement each : ElementFilter.constructorsIn(base.getEnclosedElements())) {
      boolean reachable =
          each.getModifiers().contains(Modifier.PUBLIC)
              || each.getModifiers().contains(Modifier.PROTECTED)
              || samePackage && !each.getModifiers().contains(Modifier.PRIVATE);
      if (reachable) {
        Text.Builder mirror =
            Text.builder()
                .add("$L($L)", outline.superclass().simpleName(), Signatures.mirrored(each));
        String before = " throws ";
        for (TypeMirror type : each.getThrownTypes()) {
          mirror.add("$L$T", before, TypeName.get(type));
          before = ", ";
        }
        text.add(
            mirror
                .open("")
                .statement("super($L)", String.join(", ", Signatures.names(each)))
                .close()
                .build());
      }
    }
  }

  // ---- fields

  private void visit() {
    Text.Builder visit =
        Text.builder()
            .add("@Override\n")
            .open("protected void visit($T v)", VISITOR)
            .statement("super.visit(v)");
    if (!outline.fields().isEmpty()) {
      visit.statement("$1T self = ($1T) this", outline.self());
    }
    for (Field field : outline.fields()) {
      switch (field.kind()) {
        case PARAMETER -> visit.statement("v.parameter($S, self.$L)", field.key(), field.name());
        case BUFFER ->
            visit.statement(
                "v.buffer($S, self.$L, $L)", field.key(), field.name(), field.persistent());
        case CHILD -> visit.statement("v.child($S, self.$L)", field.key(), field.name());
        case CONSTANT -> visit.statement("v.constant($S, $L)", field.key(), constant(field));
      }
    }
    text.add(visit.close().build());
  }

  /** A constant as a Long or Double, whatever box it is in; the visitor takes all else as it is. */
  private static Text constant(Field field) {
    Text value = Text.of("self.$L", field.name());
    if (!(field.type() instanceof DeclaredType declared)) {
      return value;
    }
    TypeMirror element =
        declared.getTypeArguments().isEmpty() ? declared : declared.getTypeArguments().get(0);
    String widened =
        switch (Signatures.name(element)) {
          case "java.lang.Integer", "java.lang.Short", "java.lang.Byte" -> "longValue";
          case "java.lang.Float" -> "doubleValue";
          default -> "";
        };
    if (widened.isEmpty()) {
      return value;
    }
    return element == declared
        ? Text.of("$1L == null ? null : $1L.$2L()", value, widened)
        : Text.of(
            "$1L == null ? null : $1L.stream().map($2T::$3L).toList()",
            value,
            Number.class,
            widened);
  }

  private void graphs() {
    if (outline.graphs().isEmpty()) {
      return;
    }
    List<Text> texts = new ArrayList<>();
    outline.graphs().forEach(graph -> texts.add(Text.of("$T.ir()", graph)));
    text.add(
        Text.builder()
            .add("@Override\n")
            .open("protected String scriptedGraphs()")
            .statement(
                "return getClass() == $T.class ? $L : null",
                outline.name(),
                Text.join(texts, " + "))
            .close()
            .build());
    text.add(
        Text.builder()
            .add("@Override\n")
            .open("protected $T graphDoor()", Library.GRAPH_DOOR)
            .statement("return $T.DOOR", Library.MODULE_GRAPHS)
            .close()
            .build());
  }

  // ---- what gives the module itself

  private void itself() {
    itself("train", "", "");
    itself("train", "boolean ", "mode");
    itself("eval", "", "");
    itself("to", Text.of("$T ", DEVICE), "device");
    itself("to", Text.of("$T ", DTYPE), "dtype");
    itself("cuda", "", "");
    itself("cpu", "", "");
    itself("apply", Text.of("$T<? super $T> ", Consumer.class, NN_MODULE), "action");
    itself("requiresGrad_", "boolean ", "requiresGrad");
  }

  private void itself(String method, Object type, String parameter) {
    text.add(
        Text.of(
            """
            @Override
            public $1T $2L($3L$4L) {
              super.$2L($4L);
              return ($1T) this;
            }
            """,
            outline.self(),
            method,
            type,
            parameter));
  }
}

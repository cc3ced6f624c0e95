package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.DEVICE;
import static dev.cresset.processor.generate.Library.DTYPE;
import static dev.cresset.processor.generate.Library.LAYER;
import static dev.cresset.processor.generate.Library.NN_MODULE;
import static dev.cresset.processor.generate.Library.VISITOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.cresset.processor.extract.TypeReader;
import dev.cresset.processor.generate.Outline.Field;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
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
  private final TypeSpec.Builder spec;
  private final List<SignatureProblem> problems;
  private final Places places = new Places();

  private Skeleton(Outline outline, Elements elements, List<SignatureProblem> problems) {
    this.problems = problems;
    this.outline = outline;
    this.elements = elements;
    this.spec = TypeSpec.classBuilder(outline.superclass());
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
    TypeSpec spec =
        TypeSpec.classBuilder(outline.superclass())
            .addOriginatingElement(outline.type())
            .addAnnotations(Marks.of(outline.type(), List.of(), elements))
            .addModifiers(Modifier.ABSTRACT)
            .addTypeVariables(outline.typeParameters())
            .superclass(Library.NN_MODULE)
            .build();
    return file(outline.superclass().packageName(), spec, new Places());
  }

  private GeneratedSource write() {
    spec.addOriginatingElement(outline.type())
        .addJavadoc(
            "What {@link $T} has as a module. Written from its signatures; change that class"
                + " instead.\n",
            outline.name())
        .addAnnotations(Marks.of(outline.type(), List.of(), elements))
        .addModifiers(Modifier.ABSTRACT)
        .addTypeVariables(outline.typeParameters())
        .superclass(parent());
    if (outline.visible()) {
      spec.addModifiers(Modifier.PUBLIC);
    }
    TypeElement base = outline.base();
    if (base == null) {
      spec.addMethod(MethodSpec.constructorBuilder().build());
    } else {
      spec.avoidClashesWithNestedClasses(base);
      constructors(base);
    }
    ExecutableElement forward = outline.forward();
    if (forward != null) {
      spec.addMethods(CallMethods.of(outline, forward, problems));
    }
    visit();
    graphs();
    itself();
    return file(outline.superclass().packageName(), spec.build(), places);
  }

  private static GeneratedSource file(String packageName, TypeSpec spec, Places places) {
    JavaFile file = JavaFile.builder(packageName, spec).skipJavaLangImports(true).build();
    return GeneratedSource.of(file, places);
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
        MethodSpec.Builder mirror = MethodSpec.constructorBuilder().varargs(each.isVarArgs());
        each.getThrownTypes().forEach(type -> mirror.addException(TypeName.get(type)));
        for (VariableElement parameter : each.getParameters()) {
          mirror.addParameter(
              TypeReader.isMissing(parameter.asType()) // javac says so where it is declared
                  ? ParameterSpec.builder(Object.class, parameter.getSimpleName().toString())
                      .build()
                  : Signatures.parameter(parameter));
        }
        spec.addMethod(
            mirror.addStatement("super($L)", String.join(", ", Signatures.names(each))).build());
      }
    }
  }

  // ---- fields

  private void visit() {
    MethodSpec.Builder visit =
        MethodSpec.methodBuilder("visit")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(VISITOR, "v")
            .addStatement("super.visit(v)");
    if (!outline.fields().isEmpty()) {
      visit.addStatement("$1T self = ($1T) this", outline.self());
    }
    for (Field field : outline.fields()) {
      switch (field.kind()) {
        case PARAMETER -> visit.addStatement("v.parameter($S, self.$L)", field.key(), field.name());
        case BUFFER ->
            visit.addStatement(
                "v.buffer($S, self.$L, $L)", field.key(), field.name(), field.persistent());
        case CHILD -> visit.addStatement("v.child($S, self.$L)", field.key(), field.name());
        case CONSTANT -> visit.addStatement("v.constant($S, $L)", field.key(), constant(field));
      }
    }
    spec.addMethod(visit.build());
  }

  /** A constant as a Long or Double, whatever box it is in; the visitor takes all else as it is. */
  private static CodeBlock constant(Field field) {
    CodeBlock value = CodeBlock.of("self.$L", field.name());
    if (!(field.type() instanceof DeclaredType declared)) {
      return value;
    }
    TypeMirror element =
        declared.getTypeArguments().isEmpty() ? declared : declared.getTypeArguments().get(0);
    String widened =
        switch (TypeName.get(element).toString()) {
          case "java.lang.Integer", "java.lang.Short", "java.lang.Byte" -> "longValue";
          case "java.lang.Float" -> "doubleValue";
          default -> "";
        };
    if (widened.isEmpty()) {
      return value;
    }
    return element == declared
        ? CodeBlock.of("$1L == null ? null : $1L.$2L()", value, widened)
        : CodeBlock.of(
            "$1L == null ? null : $1L.stream().map($2T::$3L).toList()",
            value,
            Number.class,
            widened);
  }

  private void graphs() {
    if (!outline.graphs().isEmpty()) {
      List<CodeBlock> texts =
          outline.graphs().stream().map(graph -> CodeBlock.of("$T.ir()", graph)).toList();
      spec.addMethod(
          MethodSpec.methodBuilder("scriptedGraphs")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PROTECTED)
              .returns(String.class)
              .addStatement(
                  "return getClass() == $T.class ? $L : null",
                  outline.name(),
                  CodeBlock.join(texts, " + "))
              .build());
      spec.addMethod(
          MethodSpec.methodBuilder("graphDoor")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PROTECTED)
              .returns(Library.GRAPH_DOOR)
              .addStatement("return $T.DOOR", Library.MODULE_GRAPHS)
              .build());
    }
  }

  // ---- what gives the module itself

  private void itself() {
    WildcardTypeName anyModule = WildcardTypeName.supertypeOf(NN_MODULE);
    TypeName action = ParameterizedTypeName.get(ClassName.get(Consumer.class), anyModule);
    Text.Builder members = Text.builder();
    itself("train", "", "", members);
    itself("train", "boolean ", "mode", members);
    itself("eval", "", "", members);
    itself("to", DEVICE, "device", members);
    itself("to", DTYPE, "dtype", members);
    itself("cuda", "", "", members);
    itself("cpu", "", "", members);
    itself("apply", action, "action", members);
    itself("requiresGrad_", "boolean ", "requiresGrad", members);
    spec.addInitializerBlock(places.members(members.build()));
  }

  private void itself(String method, TypeName type, String parameter, Text.Builder members) {
    itself(method, Text.of("$T ", type), parameter, members);
  }

  private void itself(String method, Object type, String parameter, Text.Builder members) {
    members.add(
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
        parameter);
  }
}

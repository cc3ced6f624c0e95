package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes what stands in the place of compiled functions where bodies cannot be read: each calls the
 * user's own, so that programs that name it compile and give the same.
 */
final class Delegates {
  /** For how many tensors there is a {@code map}. */
  private static final int MOST_MAPPED = 2;

  private Delegates() {}

  /** The static functions of {@code type} that are scripted and not private. */
  static List<ExecutableElement> functions(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> OutlineReader.annotation(method, Library.SCRIPT) != null)
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
        .toList();
  }

  /** The source of the class that holds the functions of {@code type}. */
  static GeneratedSource write(TypeElement type, Elements elements) {
    ClassName name = ClassName.get(type);
    TypeSpec.Builder spec =
        TypeSpec.classBuilder(Scene.graphOf(name))
            .addJavadoc(
                "The functions of {@link $T}, as written: this compiler shows no bodies.\n", name)
            .addOriginatingElement(type)
            .addAnnotations(Marks.of(type, List.of(), elements))
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (dev.cresset.processor.extract.Library.isPublic(type)) {
      spec.addModifiers(Modifier.PUBLIC);
    }
    for (ExecutableElement function : functions(type)) {
      boolean ofElements = isOfElements(function);
      if (!ofElements || function.getParameters().size() <= MOST_MAPPED) {
        spec.addMethod(ofElements ? mapped(name, function) : called(name, function));
      }
    }
    return GeneratedSource.of(
        JavaFile.builder(name.packageName(), spec.build()).skipJavaLangImports(true).build(),
        new Places());
  }

  private static boolean isOfElements(ExecutableElement function) {
    return !function.getParameters().isEmpty()
        && function.getReturnType().getKind() == TypeKind.FLOAT
        && function.getParameters().stream()
            .allMatch(each -> each.asType().getKind() == TypeKind.FLOAT);
  }

  private static MethodSpec called(ClassName type, ExecutableElement function) {
    MethodSpec.Builder spec = header(function, TypeName.get(function.getReturnType()));
    List<String> names = new ArrayList<>();
    for (VariableElement parameter : function.getParameters()) {
      spec.addParameter(Signatures.parameter(parameter));
      names.add(parameter.getSimpleName().toString());
    }
    CodeBlock call =
        CodeBlock.of("$T.$L($L)", type, function.getSimpleName(), String.join(", ", names));
    boolean gives = function.getReturnType().getKind() != TypeKind.VOID;
    return spec.addStatement(gives ? "return $L" : "$L", call).build();
  }

  /** A function of floats over the elements of tensors. */
  private static MethodSpec mapped(ClassName type, ExecutableElement function) {
    MethodSpec.Builder spec = header(function, Library.TENSOR);
    List<String> names = new ArrayList<>();
    for (VariableElement parameter : function.getParameters()) {
      String name = parameter.getSimpleName().toString();
      spec.addParameter(Library.TENSOR, name);
      names.add(name);
    }
    CodeBlock map =
        names.size() == 1
            ? CodeBlock.of("$L.map(", names.get(0))
            : CodeBlock.of("$T.map($L, ", Library.FUNCTIONAL, String.join(", ", names));
    return spec.addStatement("return $L$T::$L)", map, type, function.getSimpleName()).build();
  }

  private static MethodSpec.Builder header(ExecutableElement function, TypeName returns) {
    return MethodSpec.methodBuilder(function.getSimpleName().toString())
        .addJavadoc("{@code $L} as written.\n", function.getSimpleName())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(returns);
  }
}

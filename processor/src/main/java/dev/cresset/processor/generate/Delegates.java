package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
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
    String simpleName = Scene.graphOf(name).simpleName();
    ClassText text = new ClassText(Scene.graphOf(name));
    text.add(Text.of("private $L() {}\n", simpleName));
    for (ExecutableElement function : functions(type)) {
      boolean ofElements = isOfElements(function);
      if (!ofElements || function.getParameters().size() <= MOST_MAPPED) {
        text.add(ofElements ? mapped(name, function) : called(name, function));
      }
    }
    boolean isPublic = dev.cresset.processor.extract.Library.isPublic(type);
    return text.write(
        Text.of(
            "/** The functions of {@link $T}, as written: this compiler shows no bodies. */\n"
                + "$L$Lfinal class $L",
            name,
            Marks.of(type, List.of(), elements),
            isPublic ? "public " : "",
            simpleName));
  }

  private static boolean isOfElements(ExecutableElement function) {
    return !function.getParameters().isEmpty()
        && function.getReturnType().getKind() == TypeKind.FLOAT
        && function.getParameters().stream()
            .allMatch(each -> each.asType().getKind() == TypeKind.FLOAT);
  }

  private static Text called(ClassName type, ExecutableElement function) {
    boolean gives = function.getReturnType().getKind() != TypeKind.VOID;
    return method(
        function,
        TypeName.get(function.getReturnType()),
        Signatures.parameters(function),
        Text.of(
            "$L$T.$L($L)",
            gives ? "return " : "",
            type,
            function.getSimpleName(),
            String.join(", ", Signatures.names(function))));
  }

  /** A function of floats over the elements of tensors. */
  private static Text mapped(ClassName type, ExecutableElement function) {
    List<String> names = Signatures.names(function);
    List<Text> parameters = new ArrayList<>();
    names.forEach(name -> parameters.add(Text.of("$T $L", Library.TENSOR, name)));
    Text map =
        names.size() == 1
            ? Text.of("$L.map(", names.get(0))
            : Text.of("$T.map($L, ", Library.FUNCTIONAL, String.join(", ", names));
    return method(
        function,
        Library.TENSOR,
        Text.join(parameters, ",$W"),
        Text.of("return $L$T::$L)", map, type, function.getSimpleName()));
  }

  private static Text method(
      ExecutableElement function, TypeName returns, Text parameters, Text statement) {
    return Text.builder()
        .add("/** {@code $L} as written. */\n", function.getSimpleName())
        .open("public static $T $L($L)", returns, function.getSimpleName(), parameters)
        .statement("$L", statement)
        .close()
        .build();
  }
}

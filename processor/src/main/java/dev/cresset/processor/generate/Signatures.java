package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.TENSOR;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.processor.extract.TypeReader;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What methods look like from outside. */
final class Signatures {

  private Signatures() {}

  /** Whether null may stand here, by an annotation {@code @Nullable} of whatever package. */
  static boolean isNullable(Element element) {
    return nullness(element).findAny().isPresent();
  }

  /** The parameter as it is declared, with the user's own {@code @Nullable}. */
  static ParameterSpec parameter(VariableElement parameter) {
    TypeName type = TypeName.get(parameter.asType());
    List<AnnotationSpec> nullness =
        nullness(parameter).map(AnnotationSpec::get).distinct().toList();
    return ParameterSpec.builder(type, parameter.getSimpleName().toString())
        .addAnnotations(nullness)
        .build();
  }

  private static Stream<? extends AnnotationMirror> nullness(Element element) {
    return Stream.concat(
            element.getAnnotationMirrors().stream(),
            element.asType().getAnnotationMirrors().stream())
        .filter(
            mirror ->
                mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }

  /** Whether it goes from tensor to tensor, as layers do; a mask that may be null can follow. */
  static boolean isLayer(ExecutableElement forward) {
    List<? extends VariableElement> parameters = forward.getParameters();
    return !forward.isVarArgs()
        && forward.getModifiers().contains(Modifier.PUBLIC)
        && TypeName.get(forward.getReturnType()).withoutAnnotations().equals(TENSOR)
        && !parameters.isEmpty()
        && parameters.size() <= 2
        && parameters.stream()
            .allMatch(p -> TypeName.get(p.asType()).withoutAnnotations().equals(TENSOR))
        && !isNullable(parameters.get(0))
        && (parameters.size() == 1 || isNullable(parameters.get(1)));
  }

  /** Whether no class is found for one of its types, which javac reports. */
  static boolean isMissing(ExecutableElement method) {
    return TypeReader.isMissing(method.getReturnType())
        || method.getParameters().stream().anyMatch(each -> TypeReader.isMissing(each.asType()));
  }

  /**
   * The type parameters of a class, without bounds of which no class is found: javac says so where
   * they are declared.
   */
  static List<TypeVariableName> typeParameters(TypeElement type) {
    return type.getTypeParameters().stream()
        .map(
            each ->
                TypeVariableName.get(
                    each.getSimpleName().toString(),
                    each.getBounds().stream()
                        .filter(bound -> !TypeReader.isMissing(bound))
                        .map(TypeName::get)
                        .toArray(TypeName[]::new)))
        .toList();
  }

  /** The names of the parameters. */
  static List<String> names(ExecutableElement method) {
    return method.getParameters().stream().map(p -> p.getSimpleName().toString()).toList();
  }
}

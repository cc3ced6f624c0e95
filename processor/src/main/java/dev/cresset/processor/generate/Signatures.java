package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.TENSOR;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.processor.extract.TypeReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What methods look like from outside. */
final class Signatures {
  private static final ClassName OBJECT = ClassName.get(Object.class);

  private Signatures() {}

  /** Whether null may stand here, by an annotation {@code @Nullable} of whatever package. */
  static boolean isNullable(Element element) {
    return !nullness(element).isEmpty();
  }

  /**
   * The parameters as they are declared, with the user's own {@code @Nullable}. Varargs are arrays.
   */
  static Text parameters(ExecutableElement method) {
    List<Text> parameters = new ArrayList<>();
    for (VariableElement each : method.getParameters()) {
      parameters.add(parameter(each, Text.of("$T", TypeName.get(each.asType()))));
    }
    return Text.join(parameters, ",$W");
  }

  /**
   * The parameters of a constructor that goes on to {@code constructor}. Where no class is found
   * for a type, which javac reports where it is declared, it takes any object.
   */
  static Text mirrored(ExecutableElement constructor) {
    List<Text> parameters = new ArrayList<>();
    for (VariableElement each : constructor.getParameters()) {
      TypeMirror type = each.asType();
      boolean last = parameters.size() == constructor.getParameters().size() - 1;
      Text written = Text.of("$T", TypeReader.isMissing(type) ? OBJECT : TypeName.get(type));
      if (last && constructor.isVarArgs() && type instanceof ArrayType array) {
        written = Text.of("$T...", TypeName.get(array.getComponentType()));
      }
      parameters.add(parameter(each, written));
    }
    return Text.join(parameters, ",$W");
  }

  private static Text parameter(VariableElement parameter, Text type) {
    Text.Builder text = Text.builder();
    Set<AnnotationSpec> nullness = new LinkedHashSet<>();
    nullness(parameter).forEach(mirror -> nullness.add(AnnotationSpec.get(mirror)));
    for (AnnotationSpec annotation : nullness) {
      if (annotation.members().isEmpty()) {
        text.add("@$T ", annotation.type());
      } else {
        text.add("$L ", annotation);
      }
    }
    return text.add("$L $L", type, parameter.getSimpleName()).build();
  }

  private static List<AnnotationMirror> nullness(Element element) {
    List<AnnotationMirror> nullness = new ArrayList<>();
    nullness(element.getAnnotationMirrors(), nullness);
    nullness(element.asType().getAnnotationMirrors(), nullness);
    return nullness;
  }

  private static void nullness(
      List<? extends AnnotationMirror> mirrors, List<AnnotationMirror> nullness) {
    for (AnnotationMirror mirror : mirrors) {
      if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        nullness.add(mirror);
      }
    }
  }

  /** The name of a primitive type or a class, its arguments left out; of others there is none. */
  static String name(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }

  /** Whether it is the type of tensors. */
  static boolean isTensor(TypeMirror type) {
    return name(type).equals(TENSOR.canonicalName());
  }

  /** Whether it goes from tensor to tensor, as layers do; a mask that may be null can follow. */
  static boolean isLayer(ExecutableElement forward) {
    List<? extends VariableElement> parameters = forward.getParameters();
    return !forward.isVarArgs()
        && forward.getModifiers().contains(Modifier.PUBLIC)
        && isTensor(forward.getReturnType())
        && !parameters.isEmpty()
        && parameters.size() <= 2
        && parameters.stream().allMatch(each -> isTensor(each.asType()))
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

  /** A class with these type arguments; the class alone if there are none. */
  static TypeName applied(ClassName type, List<? extends TypeName> arguments) {
    return arguments.isEmpty()
        ? type
        : ParameterizedTypeName.get(type, arguments.toArray(new TypeName[0]));
  }

  /** Type parameters with their bounds, as they are declared; nothing if there are none. */
  static Text declared(List<TypeVariableName> parameters) {
    List<Text> all = new ArrayList<>();
    for (TypeVariableName parameter : parameters) {
      Text.Builder one = Text.builder().add("$T", parameter);
      String before = " extends ";
      for (TypeName bound : parameter.bounds()) {
        one.add("$L$T", before, bound);
        before = " & ";
      }
      all.add(one.build());
    }
    return all.isEmpty() ? Text.of("") : Text.of("<$L>", Text.join(all, ", "));
  }

  /** The names of the parameters. */
  static List<String> names(ExecutableElement method) {
    return method.getParameters().stream().map(p -> p.getSimpleName().toString()).toList();
  }
}

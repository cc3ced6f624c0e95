package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.IVALUE;
import static dev.cresset.processor.generate.Library.MODES;
import static dev.cresset.processor.generate.Library.TENSOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * How a module is called: {@code call} with the types of its {@code forward}, and {@code
 * invokeForward} with values of any type. Both run what stands between the hooks in one place.
 */
final class CallMethods {
  private final Outline outline;
  private final ExecutableElement forward;
  private final List<SignatureProblem> problems;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Conversions conversions;
  private final List<ParameterSpec> parameters;
  private final TypeMirror returns;

  private CallMethods(Outline outline, ExecutableElement forward, List<SignatureProblem> problems) {
    this.outline = outline;
    this.forward = forward;
    this.problems = problems;
    this.conversions = new Conversions(Signatures.names(forward));
    this.parameters = forward.getParameters().stream().map(Signatures::parameter).toList();
    this.returns = forward.getReturnType();
  }

  /**
   * The methods by which the module {@code outline} is called.
   *
   * @param problems takes what is wrong with the signature of {@code forward}
   */
  static List<MethodSpec> of(
      Outline outline, ExecutableElement forward, List<SignatureProblem> problems) {
    return new CallMethods(outline, forward, problems).write();
  }

  private List<MethodSpec> write() {
    List<CodeBlock> toIValues = new ArrayList<>();
    List<CodeBlock> toJava = new ArrayList<>();
    for (VariableElement parameter : forward.getParameters()) {
      CodeBlock java = CodeBlock.of("$L", parameter.getSimpleName());
      toIValues.add(
          known(
              conversions.toIValue(parameter.asType(), Signatures.isNullable(parameter), java),
              parameter,
              parameter.asType()));
      toJava.add(known(input(parameter, toJava.size()), parameter, parameter.asType()));
    }
    boolean layer = outline.base() == null && Signatures.isLayer(forward);
    if (layer && parameters.size() == 2) {
      withoutMask(parameters.get(0));
    }
    CodeBlock hooked =
        CodeBlock.of("hooked($T.of($L))", List.class, CodeBlock.join(toIValues, ",$W"));
    methods.add(call(layer && parameters.size() == 1, hooked));
    methods.add(run());
    methods.add(invokeForward(CodeBlock.join(toJava, ",$W")));
    methods.addAll(conversions.methods());
    return methods;
  }

  /** Reports where there is no conversion, and goes on with code that will not be compiled. */
  private CodeBlock known(@Nullable CodeBlock code, Element element, TypeMirror type) {
    if (code != null) {
      return code;
    }
    SignatureProblem problem = new SignatureProblem(element, type.toString());
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    return CodeBlock.of("null");
  }

  private boolean isVoid() {
    return returns.getKind() == TypeKind.VOID;
  }

  private String arguments() {
    return String.join(", ", Signatures.names(forward));
  }

  private CodeBlock self() {
    return CodeBlock.of("(($T) this)", outline.self());
  }

  private MethodSpec call(boolean overrides, CodeBlock hooked) {
    MethodSpec.Builder call =
        MethodSpec.methodBuilder("call")
            .addJavadoc("Runs the module: its hooks, and between them {@code forward}.\n")
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeName.get(returns))
            .addParameters(parameters);
    if (overrides) {
      call.addAnnotation(Override.class);
    }
    if (isVoid()) {
      return call.beginControlFlow("if (plain())")
          .addStatement("run($L)", arguments())
          .nextControlFlow("else")
          .addStatement("$L", hooked)
          .endControlFlow()
          .build();
    }
    boolean nullable = Signatures.isNullable(forward);
    CodeBlock once = known(conversions.toJava(returns, nullable, hooked), forward, returns);
    if (!nullable || returns.toString().equals(TENSOR.canonicalName())) {
      return call.addStatement("return plain()$W? run($L)$W: $L", arguments(), once).build();
    }
    NameAllocator names = new NameAllocator(); // the value is looked at twice
    Signatures.names(forward).forEach(names::newName);
    String value = names.newName("value");
    return call.beginControlFlow("if (plain())")
        .addStatement("return run($L)", arguments())
        .endControlFlow()
        .addStatement("$T $L = $L", IVALUE, value, hooked)
        .addStatement("return $L", conversions.toJava(returns, nullable, CodeBlock.of(value)))
        .build();
  }

  private MethodSpec run() {
    MethodSpec.Builder run =
        MethodSpec.methodBuilder("run")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.get(returns))
            .addParameters(parameters);
    String give = isVoid() ? "" : "return ";
    NameAllocator names = new NameAllocator();
    Signatures.names(forward).forEach(names::newName);
    String error = names.newName("error");
    if (!outline.compiled()) {
      return run.beginControlFlow("try")
          .addStatement(give + "$L.forward($L)", self(), arguments())
          .nextControlFlow("catch ($T $L)", RuntimeException.class, error)
          .addStatement("throw $T.in(this, $L)", Library.FAILURE, error)
          .endControlFlow()
          .build();
    }
    String self = names.newName("self");
    ClassName graph = Scene.graphOf(outline.name());
    String comma = parameters.isEmpty() ? "" : ", ";
    return run.addStatement("$1T $2L = ($1T) this", outline.self(), self)
        .beginControlFlow("try")
        .beginControlFlow(
            "if (getClass() == $T.class && $T.compiled() && $T.fits($L))",
            outline.name(),
            MODES,
            graph,
            self)
        .addStatement(give + "$T.forward($L" + comma + "$L)", graph, self, arguments())
        .nextControlFlow("else")
        .addStatement(give + "$L.forward($L)", self, arguments())
        .endControlFlow()
        .nextControlFlow("catch ($T $L)", RuntimeException.class, error)
        .addStatement(
            "throw $1T.in(this, $2L, $3T.class, $3T.lines())", Library.FAILURE, error, graph)
        .endControlFlow()
        .build();
  }

  private MethodSpec invokeForward(CodeBlock inputs) {
    MethodSpec.Builder invoke =
        MethodSpec.methodBuilder("invokeForward")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(IVALUE)
            .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), IVALUE), "inputs");
    if (isVoid()) {
      return invoke
          .addStatement("run($L)", inputs)
          .addStatement("return $T.none()", IVALUE)
          .build();
    }
    CodeBlock given =
        known(
            conversions.toIValue(returns, Signatures.isNullable(forward), CodeBlock.of("result")),
            forward,
            returns);
    return invoke
        .addStatement("$T result = run($L)", TypeName.get(returns), inputs)
        .addStatement("return $L", given)
        .build();
  }

  private @Nullable CodeBlock input(VariableElement parameter, int index) {
    boolean nullable = Signatures.isNullable(parameter);
    CodeBlock present =
        conversions.toJava(parameter.asType(), nullable, CodeBlock.of("inputs.get($L)", index));
    return nullable && present != null // one that may be null may be left out at the end
        ? CodeBlock.of("inputs.size() <= $L ? null : $L", index, present)
        : present;
  }

  /** The two methods of a layer, for one that takes a mask besides. */
  private void withoutMask(ParameterSpec input) {
    methods.add(
        MethodSpec.methodBuilder("forward")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TENSOR)
            .addParameter(input)
            .addStatement("return $L.forward($N, null)", self(), input)
            .build());
    methods.add(
        MethodSpec.methodBuilder("call")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TENSOR)
            .addParameter(input)
            .addStatement("return call($N, null)", input)
            .build());
  }
}

package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.IVALUE;
import static dev.cresset.processor.generate.Library.MODES;
import static dev.cresset.processor.generate.Library.TENSOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
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
  private final Conversions conversions;
  private final Text parameters;
  private final String arguments;
  private final TypeMirror returns;
  private final Text returned;

  private CallMethods(Outline outline, ExecutableElement forward, List<SignatureProblem> problems) {
    this.outline = outline;
    this.forward = forward;
    this.problems = problems;
    this.conversions = new Conversions(Signatures.names(forward));
    this.parameters = Signatures.parameters(forward);
    this.arguments = String.join(", ", Signatures.names(forward));
    this.returns = forward.getReturnType();
    this.returned = Text.of("$T", TypeName.get(returns));
  }

  /**
   * Writes the methods by which the module {@code outline} is called.
   *
   * @param problems takes what is wrong with the signature of {@code forward}
   */
  static void write(
      Outline outline, ExecutableElement forward, ClassText to, List<SignatureProblem> problems) {
    new CallMethods(outline, forward, problems).write(to);
  }

  private void write(ClassText to) {
    List<Text> toIValues = new ArrayList<>();
    List<Text> toJava = new ArrayList<>();
    for (VariableElement parameter : forward.getParameters()) {
      Text java = Text.of("$L", parameter.getSimpleName());
      toIValues.add(
          known(
              conversions.toIValue(parameter.asType(), Signatures.isNullable(parameter), java),
              parameter,
              parameter.asType()));
      toJava.add(known(input(parameter, toJava.size()), parameter, parameter.asType()));
    }
    boolean layer = outline.base() == null && Signatures.isLayer(forward);
    if (layer && toJava.size() == 2) {
      withoutMask(to);
    }
    Text hooked = Text.of("hooked($T.of($L))", List.class, Text.join(toIValues, ",$W"));
    to.add(call(layer && toJava.size() == 1, hooked));
    to.add(run());
    to.add(invokeForward(Text.join(toJava, ",$W")));
    conversions.methods().forEach(to::add);
  }

  /** Reports where there is no conversion, and goes on with code that will not be compiled. */
  private Text known(@Nullable Text code, Element element, TypeMirror type) {
    if (code != null) {
      return code;
    }
    SignatureProblem problem = new SignatureProblem(element, type.toString());
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    return Text.of("null");
  }

  private boolean isVoid() {
    return returns.getKind() == TypeKind.VOID;
  }

  /** {@code return}, if there is something to return. */
  private String give() {
    return isVoid() ? "" : "return ";
  }

  private Text self() {
    return Text.of("(($T) this)", outline.self());
  }

  private Text call(boolean overrides, Text hooked) {
    Text.Builder call =
        Text.builder()
            .add("/** Runs the module: its hooks, and between them {@code forward}. */\n")
            .add(overrides ? "@Override\n" : "")
            .open("public $L call($L)", returned, parameters);
    if (isVoid()) {
      return call.open("if (plain())")
          .statement("run($L)", arguments)
          .next("else")
          .statement("$L", hooked)
          .close()
          .close()
          .build();
    }
    boolean nullable = Signatures.isNullable(forward);
    Text once = given(hooked, nullable);
    if (!nullable || Signatures.isTensor(returns)) {
      return call.statement("return plain()$W? run($L)$W: $L", arguments, once).close().build();
    }
    String value = named().newName("value"); // it is looked at twice
    return call.open("if (plain())")
        .statement("return run($L)", arguments)
        .close()
        .statement("$T $L = $L", IVALUE, value, hooked)
        .statement("return $L", given(Text.of("$L", value), nullable))
        .close()
        .build();
  }

  private Text given(Text ivalue, boolean nullable) {
    return known(conversions.toJava(returns, nullable, ivalue), forward, returns);
  }

  /** Names beside those of the parameters. */
  private NameAllocator named() {
    NameAllocator names = new NameAllocator();
    Signatures.names(forward).forEach(names::newName);
    return names;
  }

  private Text run() {
    Text.Builder run = Text.builder().open("private $L run($L)", returned, parameters);
    NameAllocator names = named();
    String error = names.newName("error");
    if (!outline.compiled()) {
      return run.open("try")
          .statement("$L$L.forward($L)", give(), self(), arguments)
          .next("catch ($T $L)", RuntimeException.class, error)
          .statement("throw $T.in(this, $L)", Library.FAILURE, error)
          .close()
          .close()
          .build();
    }
    String self = names.newName("self");
    ClassName graph = Scene.graphOf(outline.name());
    return run.statement("$1T $2L = ($1T) this", outline.self(), self)
        .open("try")
        .open(
            "if (getClass() == $T.class && $T.compiled() && $T.fits($L))",
            outline.name(),
            MODES,
            graph,
            self)
        .statement(
            "$L$T.forward($L$L)", give(), graph, self, arguments.isEmpty() ? "" : ", " + arguments)
        .next("else")
        .statement("$L$L.forward($L)", give(), self, arguments)
        .close()
        .next("catch ($T $L)", RuntimeException.class, error)
        .statement("throw $1T.in(this, $2L, $3T.class, $3T.lines())", Library.FAILURE, error, graph)
        .close()
        .close()
        .build();
  }

  private Text invokeForward(Text inputs) {
    Text.Builder invoke =
        Text.builder()
            .add("@Override\n")
            .open("protected $1T invokeForward($2T<$1T> inputs)", IVALUE, List.class);
    if (isVoid()) {
      return invoke
          .statement("run($L)", inputs)
          .statement("return $T.none()", IVALUE)
          .close()
          .build();
    }
    Text given =
        known(
            conversions.toIValue(returns, Signatures.isNullable(forward), Text.of("result")),
            forward,
            returns);
    return invoke
        .statement("$L result = run($L)", returned, inputs)
        .statement("return $L", given)
        .close()
        .build();
  }

  private @Nullable Text input(VariableElement parameter, int index) {
    boolean nullable = Signatures.isNullable(parameter);
    Text present =
        conversions.toJava(parameter.asType(), nullable, Text.of("inputs.get($L)", index));
    return nullable && present != null // one that may be null may be left out at the end
        ? Text.of("inputs.size() <= $L ? null : $L", index, present)
        : present;
  }

  /** The two methods of a layer, for one that takes a mask besides. */
  private void withoutMask(ClassText to) {
    String input = forward.getParameters().get(0).getSimpleName().toString();
    to.add(
        Text.builder()
            .add("@Override\n")
            .open("public $1T forward($1T $2L)", TENSOR, input)
            .statement("return $L.forward($L, null)", self(), input)
            .close()
            .build());
    to.add(
        Text.builder()
            .add("@Override\n")
            .open("public $1T call($1T $2L)", TENSOR, input)
            .statement("return call($L, null)", input)
            .close()
            .build());
  }
}

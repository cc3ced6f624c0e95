package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.lower.GraphTypes;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a method is compiled: its class, what that calls, and what the classes around it are.
 *
 * @param asWritten the class's methods that have no compiled form
 */
record Scene(
    ScriptClass script,
    Local self,
    Set<String> asWritten,
    Surroundings surroundings,
    Boundary boundary,
    EagerCalls calls,
    Groups groups) {

  /** What compiled methods call the module. */
  static final String SELF = "self";

  /** The name of a parameter in compiled code. */
  String nameOf(Parameter parameter) {
    return parameter.name().equals(SELF) ? SELF + "_" : parameter.name();
  }

  /** A parameter as a variable. */
  Local local(ScriptMethod method, Parameter parameter) {
    TypeName type =
        method.kind() == ScriptMethod.Kind.POINTWISE
            ? Library.TENSOR
            : boundary.java(parameter.type());
    return new Local(nameOf(parameter), type);
  }

  /** Whether the class itself has a compiled method of this name. */
  boolean compiles(String name) {
    return own(name) != null && !asWritten.contains(name);
  }

  /** The class's own method of this name, or null. */
  @Nullable ScriptMethod own(String name) {
    return script.methods().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** A method of the module of this type; null if nothing is known of it. */
  @Nullable ScriptMethod method(Type owner, String name) {
    return surroundings.method(nameOf(owner), name);
  }

  /** Whether the code of this class may call a method of the module of this type. */
  boolean maySee(Type owner, String name) {
    return surroundings.maySee(nameOf(owner), name, script.packageName());
  }

  /** A field of the module of this type; null if nothing is known of it. */
  Surroundings.@Nullable Attribute attribute(Type owner, String key) {
    return surroundings.attribute(nameOf(owner), key, script.packageName());
  }

  /** A static function by its qualified name; null if nothing is known of it. */
  @Nullable ScriptMethod function(String qualified) {
    int dot = qualified.lastIndexOf('.');
    String owner = qualified.substring(0, dot);
    String name = qualified.substring(dot + 1);
    return owner.equals(script.name()) ? own(name) : surroundings.method(owner, name);
  }

  /** The compiled form of a static function. */
  Text functionName(String qualified) {
    int dot = qualified.lastIndexOf('.');
    String owner = qualified.substring(0, dot);
    String name = qualified.substring(dot + 1);
    return owner.equals(script.name())
        ? Text.of("$L", name)
        : Text.of("$T.$L", graphOf(surroundings.className(owner)), name);
  }

  /** The class that holds the compiled methods of {@code type}. */
  static ClassName graphOf(ClassName type) {
    return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "_Graph");
  }

  /** A call of {@code method}. */
  static Code call(Text method, List<Code> arguments) {
    Text text = Text.of("$L($L)", method, EagerCalls.join(arguments));
    return new Code(text, EagerCalls.reads(arguments), Binds.TIGHT, false);
  }

  private static String nameOf(Type type) {
    String name = type.toString();
    return name.startsWith(GraphTypes.ROOT) ? name.substring(GraphTypes.ROOT.length()) : name;
  }
}

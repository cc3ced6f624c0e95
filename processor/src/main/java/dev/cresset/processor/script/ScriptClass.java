package dev.cresset.processor.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class with scripted methods: a module, or a holder of static functions.
 *
 * @param name canonical name, {@code models.ResNet} or {@code models.Outer.Inner}
 * @param packageName {@code ""} in the unnamed package
 * @param isPublic whether other packages see it; its compiled form is as visible
 * @param module true if it is an {@code NnModule}
 * @param typeParameters names of its type parameters
 * @param base canonical name of the scripted class it extends, if any
 * @param fields all registered fields in PyTorch's order, those of the base first
 * @param methods scripted methods and the helpers that they call, in source order
 */
public record ScriptClass(
    String name,
    String packageName,
    boolean isPublic,
    boolean module,
    List<String> typeParameters,
    @Nullable String base,
    List<ScriptField> fields,
    List<ScriptMethod> methods,
    At at) {

  public ScriptClass {
    typeParameters = List.copyOf(typeParameters);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }

  /** Its name without the package: {@code Outer.Inner}. */
  public String localName() {
    return packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
  }

  /** The simple name of the generated class that holds its compiled methods. */
  public String graphName() {
    return localName().replace('.', '_') + "_Graph";
  }
}

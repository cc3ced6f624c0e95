package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import org.jspecify.annotations.Nullable;

/** What compiled code needs to know of the classes around it. */
public interface Surroundings {

  /** The class of this canonical name; it must be there. */
  ClassName className(String canonicalName);

  /**
   * The signature of a method of a module or of a holder of functions, its body left out; null if
   * there is no such method, or if it is not scripted.
   */
  @Nullable ScriptMethod method(String owner, String name);

  /** A field of a module, its own or inherited, by the name that the graph has for it; or null. */
  @Nullable ScriptField field(String owner, String key);
}

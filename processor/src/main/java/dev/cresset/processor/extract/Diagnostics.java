package dev.cresset.processor.extract;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;

/** Where errors go. */
public interface Diagnostics {

  /** An error under the name of {@code element}. */
  void error(Problem problem, Element element, Object... arguments);

  /** An error under {@code tree}. */
  void error(Problem problem, Tree tree, CompilationUnitTree unit, Object... arguments);

  /** Something to know that stops nothing. */
  void note(String text);

  /** What would be an error under the name of {@code element}, if javac did not say one there. */
  void note(Problem problem, Element element, Object... arguments);
}

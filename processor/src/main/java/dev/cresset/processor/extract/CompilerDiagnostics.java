package dev.cresset.processor.extract;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The compiler's own messages: a caret under the user's expression. */
public final class CompilerDiagnostics implements Diagnostics {
  private final Messager messager;
  private final @Nullable Sources sources;

  /**
   * Messages to {@code messager}, placed by {@code sources}, which may be absent: then nothing
   * reads bodies, and elements are places enough.
   */
  public CompilerDiagnostics(Messager messager, @Nullable Sources sources) {
    this.messager = messager;
    this.sources = sources;
  }

  @Override
  public void error(Problem problem, Element element, Object... arguments) {
    messager.printMessage(Kind.ERROR, problem.message(arguments), element);
  }

  @Override
  public void error(Problem problem, Tree tree, CompilationUnitTree unit, Object... arguments) {
    String message = problem.message(arguments);
    if (sources == null) {
      messager.printMessage(Kind.ERROR, message);
    } else {
      sources.trees().printMessage(Kind.ERROR, message, tree, unit);
    }
  }

  @Override
  public void note(String text) {
    messager.printMessage(Kind.NOTE, text);
  }

  @Override
  public void note(Problem problem, Element element, Object... arguments) {
    messager.printMessage(Kind.NOTE, problem.message(arguments), element);
  }
}

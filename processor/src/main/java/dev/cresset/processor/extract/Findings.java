package dev.cresset.processor.extract;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * What was found out about the trees of one class, kept as text, since elements live for one round:
 * javac's own answers are compared with it when javac has attributed the class.
 */
final class Findings {
  private final List<Finding> all = new ArrayList<>();
  private final boolean compared;

  /**
   * None yet.
   *
   * @param compared whether types and methods are ever looked at
   */
  Findings(boolean compared) {
    this.compared = compared;
  }

  /** What was found out about one tree. */
  sealed interface Finding {
    Tree tree();
  }

  /** The type of an expression. */
  record TypeOf(Tree tree, String type) implements Finding {}

  /** The method that a call was found to mean. */
  record MethodOf(Tree tree, String method) implements Finding {}

  /** A mistake of plain Java, which is javac's to say. */
  record Left(Tree tree, String what) implements Finding {}

  void type(Tree tree, TypeMirror type) {
    if (compared) {
      all.add(new TypeOf(tree, TypeReader.text(type)));
    }
  }

  void method(Tree tree, ExecutableElement method) {
    if (compared) {
      all.add(new MethodOf(tree, text(method)));
    }
  }

  void leave(Tree tree, String what) {
    all.add(new Left(tree, what));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  /** A method as text: {@code dev.cresset.Tensor.add(Tensor, double)}. */
  static String text(ExecutableElement method) {
    return Library.owner(method).getQualifiedName()
        + "."
        + method.getSimpleName()
        + method.getParameters().stream()
            .map(VariableElement::asType)
            .map(TypeReader::text)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}

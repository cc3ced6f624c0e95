package dev.cresset.processor.extract;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What javac itself makes of the bodies, after all processing. Types and methods that were found
 * for them are compared with javac's own; and what was left to javac as a mistake of plain Java is
 * reported after all where javac finds none, which it shows by generating the class.
 */
public final class Attribution implements TaskListener {
  private final Trees trees;
  private final Diagnostics diagnostics;
  private final boolean verify;

  /** By the outermost class, which is what javac attributes, and by the class itself. */
  private final Map<String, Map<String, Expected>> expected = new HashMap<>();

  private final Map<String, Expected> byClass = new HashMap<>();

  private record Expected(CompilationUnitTree unit, Findings findings) {}

  private Attribution(Trees trees, Diagnostics diagnostics, boolean verify) {
    this.trees = trees;
    this.diagnostics = diagnostics;
    this.verify = verify;
  }

  /**
   * Listens to javac.
   *
   * @param verify whether types and methods are compared
   */
  public static Attribution listen(Sources sources, Diagnostics diagnostics, boolean verify) {
    Attribution attribution = new Attribution(sources.trees(), diagnostics, verify);
    sources.task().addTaskListener(attribution);
    return attribution;
  }

  /** Keeps what was found out about the bodies of {@code type}; of two readings the later one. */
  void expect(TypeElement type, CompilationUnitTree unit, Findings findings) {
    Element top = type;
    while (top.getEnclosingElement() instanceof TypeElement around) {
      top = around;
    }
    expected
        .computeIfAbsent(((TypeElement) top).getQualifiedName().toString(), each -> new HashMap<>())
        .put(type.getQualifiedName().toString(), new Expected(unit, findings));
    byClass.put(type.getQualifiedName().toString(), new Expected(unit, findings));
  }

  /** Whether types and methods are compared with javac's. */
  boolean compares() {
    return verify;
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
      Expected found = byClass.get(event.getTypeElement().getQualifiedName().toString());
      if (found != null) {
        reportLeft(found);
      }
    }
  }

  private void reportLeft(Expected found) {
    for (Findings.Finding finding : found.findings().all()) {
      if (finding instanceof Findings.Left left) {
        diagnostics.error(Problem.UNRESOLVED, left.tree(), found.unit(), left.what());
      }
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (verify && event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
      String name = event.getTypeElement().getQualifiedName().toString();
      for (Expected each : expected.getOrDefault(name, Map.of()).values()) {
        try {
          compare(each);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
          diagnostics.error(Problem.INTERNAL, each.unit(), each.unit(), name, failure);
        }
      }
    }
  }

  private void compare(Expected found) {
    Map<Tree, List<Findings.Finding>> byTree = new IdentityHashMap<>();
    for (Findings.Finding finding : found.findings().all()) {
      byTree.computeIfAbsent(finding.tree(), each -> new ArrayList<>()).add(finding);
    }
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null) {
          for (Findings.Finding finding : byTree.getOrDefault(tree, List.of())) {
            compare(finding, new TreePath(getCurrentPath(), tree), found.unit());
          }
        }
        return super.scan(tree, nothing);
      }
    }.scan(new TreePath(found.unit()), null);
  }

  private void compare(Findings.Finding finding, TreePath path, CompilationUnitTree unit) {
    TypeMirror type = trees.getTypeMirror(path);
    if (type == null || type.getKind() == TypeKind.ERROR) {
      return; // javac has reported it
    }
    String ours;
    String theirs;
    if (finding instanceof Findings.TypeOf of) {
      ours = of.type();
      theirs = TypeReader.text(type);
    } else if (finding instanceof Findings.MethodOf of
        && path.getLeaf() instanceof MethodInvocationTree call
        && trees.getElement(new TreePath(path, call.getMethodSelect()))
            instanceof ExecutableElement method) {
      ours = of.method();
      theirs = Findings.text(method);
    } else {
      return;
    }
    if (!ours.equals(theirs)) {
      diagnostics.error(Problem.DISAGREES, finding.tree(), unit, ours, theirs);
    }
  }
}

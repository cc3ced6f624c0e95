package dev.cresset.processor.extract;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.cresset.processor.script.At;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The user's sources as javac has parsed them, never attributed. Other compilers have none; build
 * tools wrap javac's environment, and are asked for what they wrap.
 */
public final class Sources {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final SourcePositions positions;

  private Sources(ProcessingEnvironment environment) {
    this.environment = environment;
    this.trees = Trees.instance(environment);
    this.positions = trees.getSourcePositions();
  }

  /** The sources behind {@code environment}, or null under a compiler that is not javac. */
  public static @Nullable Sources of(ProcessingEnvironment environment) {
    for (ProcessingEnvironment each :
        new @Nullable ProcessingEnvironment[] {
          environment, unwrappedByIntelliJ(environment), unwrappedFromGradle(environment)
        }) {
      if (each != null) {
        try {
          return new Sources(each);
        } catch (IllegalArgumentException notJavac) {
          continue;
        }
      }
    }
    return null;
  }

  private static @Nullable ProcessingEnvironment unwrappedByIntelliJ(
      ProcessingEnvironment environment) {
    try {
      Class<?> wrappers =
          environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
      Object unwrapped =
          wrappers
              .getDeclaredMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, environment);
      return unwrapped instanceof ProcessingEnvironment inner ? inner : null;
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException notIntelliJ) {
      return null;
    }
  }

  private static @Nullable ProcessingEnvironment unwrappedFromGradle(
      ProcessingEnvironment environment) {
    try {
      Field delegate = environment.getClass().getDeclaredField("delegate");
      delegate.setAccessible(true);
      return delegate.get(environment) instanceof ProcessingEnvironment inner ? inner : null;
    } catch (NoSuchFieldException | IllegalAccessException notGradle) {
      return null;
    }
  }

  /** The run of javac, for its events. */
  JavacTask task() {
    return JavacTask.instance(environment);
  }

  Trees trees() {
    return trees;
  }

  /** Where {@code element} is declared, or null if it comes from a class file. */
  @Nullable TreePath path(Element element) {
    return trees.getPath(element);
  }

  /** The part of the source of {@code type} that stands {@code at} a place, or null. */
  public @Nullable TreePath find(TypeElement type, At at) {
    TreePath path = path(type);
    TreePath[] found = new TreePath[1];
    if (path != null) {
      CompilationUnitTree unit = path.getCompilationUnit();
      new TreePathScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
          if (tree != null && found[0] == null && at(tree, unit).equals(at)) {
            found[0] = new TreePath(getCurrentPath(), tree);
          }
          return found[0] == null ? super.scan(tree, nothing) : null;
        }
      }.scan(path, null);
    }
    return found[0];
  }

  /** The place of {@code element}; nowhere if it comes from a class file. */
  At at(Element element) {
    TreePath path = path(element);
    return path == null ? At.NOWHERE : at(path.getLeaf(), path.getCompilationUnit());
  }

  /** The place of {@code tree}: where it begins, and how long it is. */
  At at(Tree tree, CompilationUnitTree unit) {
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    if (start < 0) {
      return At.NOWHERE;
    }
    LineMap lines = unit.getLineMap();
    long line = lines.getLineNumber(start);
    String path = unit.getSourceFile().getName().replace('\\', '/');
    return new At(
        path.substring(path.lastIndexOf('/') + 1),
        (int) line,
        (int) (start - lines.getStartPosition(line)),
        end < start ? 0 : (int) (end - start));
  }
}

package dev.cresset.processor.extract;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.cresset.processor.script.At;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A class whose bodies are being read: its source, and what went wrong in it so far. */
final class Unit {
  private final TypeElement type;
  private final CompilationUnitTree tree;
  private final Sources sources;
  private final Diagnostics diagnostics;
  private final Findings findings;
  private boolean refused;
  private boolean left;

  Unit(
      TypeElement type,
      CompilationUnitTree tree,
      Sources sources,
      Diagnostics diagnostics,
      Findings findings) {
    this.type = type;
    this.tree = tree;
    this.sources = sources;
    this.diagnostics = diagnostics;
    this.findings = findings;
  }

  TypeElement type() {
    return type;
  }

  CompilationUnitTree tree() {
    return tree;
  }

  /** Whether {@code other} is compiled from source together with this class. */
  boolean isSource(TypeElement other) {
    return sources.path(other) != null;
  }

  /**
   * Whether somebody wrote {@code method}; javac itself says so of a record's own accessors too.
   */
  boolean isWritten(ExecutableElement method) {
    return sources.trees().getTree(method) != null;
  }

  Findings findings() {
    return findings;
  }

  At at(Tree part) {
    return sources.at(part, tree);
  }

  /** Says that {@code part} is outside of the language. */
  Refusal refuse(Problem problem, Tree part, Object... arguments) {
    diagnostics.error(problem, part, tree, arguments);
    refused = true;
    return new Refusal();
  }

  /**
   * Leaves {@code part} to javac, which words mistakes of plain Java better. Should javac find
   * none, {@code what} is said after all.
   */
  Refusal leave(Tree part, String what) {
    findings.leave(part, what);
    left = true;
    return new Refusal();
  }

  /** Whether errors have been reported. */
  boolean refused() {
    return refused;
  }

  /** Whether javac has something to say. */
  boolean left() {
    return left;
  }

  /** Forgets what has been left so far, and tells whether something had been. */
  boolean takeLeft() {
    boolean had = left;
    left = false;
    return had;
  }

  /** A list of {@code items}, each read, so that all that is wrong is said at once. */
  <A, B> List<B> each(List<? extends A> items, Function<A, B> reader) {
    List<B> read = new ArrayList<>();
    Refusal first = null;
    for (A item : items) {
      try {
        read.add(reader.apply(item));
      } catch (Refusal refusal) {
        first = refusal;
      }
    }
    if (first != null) {
      throw first;
    }
    return read;
  }
}

package dev.cresset.processor.generate;

import dev.cresset.processor.script.ScriptMethod;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Hands the sources that are written to the compiler. */
public final class SourceWriter {
  private final Filer filer;
  private final Elements elements;

  /** A writer to the compiler's own places. */
  public SourceWriter(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * Writes the superclass of the module {@code type}.
   *
   * @param bodies whether bodies can be read, so that there will be a compiled form
   * @return what is wrong with its signatures
   */
  public List<SignatureProblem> writeSuperclass(TypeElement type, boolean bodies)
      throws IOException {
    List<SignatureProblem> problems = new ArrayList<>();
    write(Skeleton.write(OutlineReader.read(type, bodies), elements, problems), type);
    return problems;
  }

  /**
   * Writes a superclass without members, for a module that no other file can name: so that its
   * place is the one mistake that is reported.
   */
  public void writeEmptySuperclass(TypeElement type) throws IOException {
    write(Skeleton.writeEmpty(OutlineReader.read(type, false), elements), type);
  }

  /**
   * Writes the compiled form of {@code type}.
   *
   * @param left methods that have none and run as written
   */
  public void writeGraph(
      TypeElement type,
      CompiledClass compiled,
      Collection<ScriptMethod> left,
      Surroundings surroundings)
      throws IOException {
    write(
        GraphWriter.write(
            compiled, left, surroundings, Marks.of(type, compiled.guards(), elements)),
        type);
  }

  /** Writes what calls the static functions of {@code type} as written, if it has any. */
  public void writeDelegates(TypeElement type) throws IOException {
    if (!Delegates.functions(type).isEmpty()) {
      write(Delegates.write(type, elements), type);
    }
  }

  private void write(GeneratedSource source, TypeElement type) throws IOException {
    try (Writer out = filer.createSourceFile(source.className(), type).openWriter()) {
      out.write(source.text());
    }
  }
}

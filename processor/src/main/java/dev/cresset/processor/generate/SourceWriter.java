package dev.cresset.processor.generate;

import java.io.IOException;
import java.util.ArrayList;
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
   * @return what is wrong with its signatures
   */
  public List<SignatureProblem> writeSuperclass(TypeElement type) throws IOException {
    List<SignatureProblem> problems = new ArrayList<>();
    Skeleton.write(OutlineReader.read(type), elements, problems).writeTo(filer);
    return problems;
  }
}

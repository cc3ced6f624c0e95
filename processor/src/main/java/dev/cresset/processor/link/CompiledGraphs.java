package dev.cresset.processor.link;

import dev.cresset.ir.shape.FactText;
import dev.cresset.processor.extract.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The graphs of classes: of this compilation, and of those that were compiled before. */
public final class CompiledGraphs {
  private static final String ANNOTATION = "dev.cresset.annotations.ScriptGraph";

  private final Map<String, @Nullable ClassGraphs> known = new LinkedHashMap<>();

  /** Graphs of no class so far. */
  public CompiledGraphs() {}

  /** Adds a class of this compilation. */
  public void add(ClassGraphs graphs) {
    known.put(graphs.className(), graphs);
  }

  /** The graphs of the class of this name; null if it has none, or none yet. */
  public @Nullable ClassGraphs of(String className, Elements elements) {
    if (!known.containsKey(className)) {
      ClassGraphs read = read(className, elements);
      if (read == null) {
        return null; // perhaps there will be
      }
      known.put(className, read);
    }
    return known.get(className);
  }

  private static @Nullable ClassGraphs read(String className, Elements elements) {
    TypeElement type = elements.getTypeElement(className);
    if (type == null) {
      return null;
    }
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String local =
        packageName.isEmpty() ? className : className.substring(packageName.length() + 1);
    String graphName = local.replace('.', '_') + "_Graph";
    TypeElement graph =
        elements.getTypeElement(packageName.isEmpty() ? graphName : packageName + "." + graphName);
    AnnotationMirror annotation = graph == null ? null : annotation(graph);
    if (annotation == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    String hash = "";
    List<String> sizes = new ArrayList<>();
    for (var entry : annotation.getElementValues().entrySet()) {
      Object value = entry.getValue().getValue();
      if (entry.getKey().getSimpleName().contentEquals("hash")) {
        hash = value.toString();
      } else if (entry.getKey().getSimpleName().contentEquals("ir")
          && value instanceof List<?> list) {
        list.forEach(piece -> text.append(((AnnotationValue) piece).getValue()));
      } else if (entry.getKey().getSimpleName().contentEquals("sizes")
          && value instanceof List<?> list) {
        list.forEach(each -> sizes.add(((AnnotationValue) each).getValue().toString()));
      }
    }
    return new ClassGraphs(
        className,
        packageName,
        Library.isPublic(type),
        hash,
        GraphText.parse(text.toString()),
        sizes.stream().map(FactText::construction).toList());
  }

  private static @Nullable AnnotationMirror annotation(TypeElement graph) {
    for (AnnotationMirror mirror : graph.getAnnotationMirrors()) {
      if (((TypeElement) mirror.getAnnotationType().asElement())
          .getQualifiedName()
          .contentEquals(ANNOTATION)) {
        return mirror;
      }
    }
    return null;
  }
}

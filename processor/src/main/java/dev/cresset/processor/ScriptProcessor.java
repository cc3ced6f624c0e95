package dev.cresset.processor;

import com.google.auto.service.AutoService;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.processor.generate.OutlineReader;
import dev.cresset.processor.generate.SourceWriter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Compiles scripted classes. In the round in which a class appears its superclass is written, from
 * signatures alone.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  "dev.cresset.annotations.*",
  "javax.annotation.processing.Generated" // on what we write; javac warns where nobody claims it
})
public final class ScriptProcessor extends AbstractProcessor {
  private static final List<Class<? extends Annotation>> WORDS =
      List.of(Script.class, Param.class, Buffer.class, Constant.class);

  /** Made by javac. */
  public ScriptProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      for (TypeElement type : scriptedClasses(round)) {
        writeSuperclass(type);
      }
    }
    return true;
  }

  /** The classes of this round that carry a word of ours, or in which something does. */
  private static Set<TypeElement> scriptedClasses(RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (Class<? extends Annotation> word : WORDS) {
      for (Element element : round.getElementsAnnotatedWith(word)) {
        Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
        if (type instanceof TypeElement scripted) {
          types.add(scripted);
        }
      }
    }
    return types;
  }

  private void writeSuperclass(TypeElement type) {
    if (!OutlineReader.isModuleClass(type)) {
      return;
    }
    try {
      new SourceWriter(processingEnv.getFiler(), processingEnv.getElementUtils())
          .writeSuperclass(type)
          .forEach(each -> error("[script/signature] " + each.message(), each.element()));
    } catch (IOException | RuntimeException failure) {
      error("[script/internal] Cresset failed on this class, a mistake of ours: " + failure, type);
    }
  }

  private void error(String message, Element at) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, at);
  }
}

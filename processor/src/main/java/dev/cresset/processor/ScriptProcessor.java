package dev.cresset.processor;

import com.google.auto.service.AutoService;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.AssignmentRules;
import dev.cresset.processor.extract.CompilerDiagnostics;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import dev.cresset.processor.extract.Sources;
import dev.cresset.processor.generate.OutlineReader;
import dev.cresset.processor.generate.SignatureProblem;
import dev.cresset.processor.generate.SourceWriter;
import dev.cresset.processor.validate.LateSuperclasses;
import dev.cresset.processor.validate.SignatureValidator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Compiles scripted classes. In the round in which a class appears its superclass is written, from
 * signatures alone; in a later one, when all superclasses are there, its bodies are read and its
 * compiled form is written.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  "dev.cresset.annotations.*",
  "javax.annotation.processing.Generated" // on what we write; javac warns where nobody claims it
})
@SupportedOptions(ScriptProcessor.VERIFY)
public final class ScriptProcessor extends AbstractProcessor {
  /** The option that compares all types that were found with javac's own. */
  public static final String VERIFY = "cresset.verify";

  private static final List<String> WORDS =
      Stream.of(Script.class, Param.class, Buffer.class, Constant.class)
          .map(Class::getName)
          .toList();

  private @Nullable Diagnostics diagnostics;
  private @Nullable AssignmentRules assignments;
  private @Nullable BodyCompiler bodies;
  private final LateSuperclasses superclasses = new LateSuperclasses();

  /** Made by the compiler. */
  public ScriptProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Sources sources = Sources.of(environment);
    diagnostics = new CompilerDiagnostics(environment.getMessager(), sources);
    if (sources == null) {
      diagnostics.note(
          "Cresset writes no compiled forms under this compiler: call runs forward as written."
              + " javac writes them.");
    } else {
      assignments = new AssignmentRules(environment, sources, diagnostics);
      bodies = new BodyCompiler(environment, sources, diagnostics);
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> appeared = scriptedClasses(annotations, round);
    Diagnostics out = Objects.requireNonNull(diagnostics, "init comes first");
    superclasses.check(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), out);
    if (round.processingOver()) {
      superclasses.noteMissing(processingEnv.getElementUtils(), out);
    }
    if (bodies != null && !round.errorRaised()) {
      bodies.compile(round.processingOver(), othersWrote(round));
    }
    appeared.forEach(this::appeared);
    if (bodies != null && appeared.stream().noneMatch(OutlineReader::isModuleClass)) {
      bodies.compile(false, true); // functions alone: no superclass brings a further round for them
    }
    return true;
  }

  /** Whether this round has sources of other processors; in the first they are the user's. */
  private static boolean othersWrote(RoundEnvironment round) {
    return round.getRootElements().stream().anyMatch(each -> !isOurs(each));
  }

  private static boolean isOurs(Element type) {
    AnnotationMirror generated = Library.annotation(type, Generated.class);
    return generated != null
        && Library.value(generated, "value") instanceof List<?> names
        && names.stream()
            .map(name -> ((AnnotationValue) name).getValue())
            .anyMatch(ScriptProcessor.class.getName()::equals);
  }

  /**
   * The classes of this round that carry a word of ours, or in which something does.
   *
   * @param annotations those that are there at all
   */
  private static Set<TypeElement> scriptedClasses(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String word : WORDS) {
      for (TypeElement annotation : annotations) {
        if (annotation.getQualifiedName().contentEquals(word)) {
          round.getElementsAnnotatedWith(annotation).forEach(element -> addClass(element, types));
        }
      }
    }
    return types;
  }

  private static void addClass(Element element, Set<TypeElement> types) {
    Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
    if (type instanceof TypeElement scripted) {
      types.add(scripted);
    }
  }

  private void appeared(TypeElement type) {
    Diagnostics out = Objects.requireNonNull(diagnostics, "init comes first");
    try {
      boolean kept = new SignatureValidator(processingEnv.getTypeUtils(), out).check(type);
      superclasses.add(type);
      kept &= assignments == null || assignments.check(type);
      List<SignatureProblem> problems = writeSuperclass(type);
      if (kept) {
        problems.forEach(each -> out.error(Problem.SIGNATURE, each.element(), each.type()));
      }
      if (kept && problems.isEmpty() && bodies != null) {
        bodies.add(type);
      } else if (kept && bodies == null) {
        new SourceWriter(processingEnv.getFiler(), processingEnv.getElementUtils())
            .writeDelegates(type);
      }
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
      out.error(Problem.INTERNAL, type, type.getSimpleName(), failure);
    }
  }

  private List<SignatureProblem> writeSuperclass(TypeElement type) throws IOException {
    if (!OutlineReader.isModuleClass(type)) {
      return List.of();
    }
    SourceWriter writer =
        new SourceWriter(processingEnv.getFiler(), processingEnv.getElementUtils());
    if (Library.hidden(type) == null) {
      return writer.writeSuperclass(type, bodies != null);
    }
    writer.writeEmptySuperclass(type);
    return List.of();
  }
}

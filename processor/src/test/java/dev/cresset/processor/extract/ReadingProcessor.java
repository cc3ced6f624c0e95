package dev.cresset.processor.extract;

import dev.cresset.annotations.Script;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.validate.SignatureValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads scripted classes as the real processor does, and keeps what it has read. */
@SupportedAnnotationTypes({
  "dev.cresset.annotations.Buffer",
  "dev.cresset.annotations.Constant",
  "dev.cresset.annotations.Param",
  "dev.cresset.annotations.Script"
})
final class ReadingProcessor extends AbstractProcessor {
  final Map<String, ClassReader.Reading> readings = new TreeMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private @Nullable Sources sources;
  private @Nullable Diagnostics diagnostics;
  private @Nullable Attribution attribution;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    sources = Sources.of(environment);
    diagnostics = new CompilerDiagnostics(environment.getMessager(), sources);
    attribution = sources == null ? null : Attribution.listen(sources, diagnostics, true);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (sources != null && attribution != null && diagnostics != null && !round.errorRaised()) {
      ClassReader reader = new ClassReader(processingEnv, sources, diagnostics, attribution);
      for (String name : List.copyOf(waiting)) {
        ClassReader.Reading reading =
            reader.read(processingEnv.getElementUtils().getTypeElement(name));
        if (reading.left().isEmpty() || round.processingOver()) {
          readings.put(name, reading);
          waiting.remove(name);
        }
      }
    }
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
        if (type instanceof TypeElement scripted && seen.add(scripted.toString())) {
          appeared(scripted);
        }
      }
    }
    return true;
  }

  private void appeared(TypeElement type) {
    if (diagnostics == null) {
      return;
    }
    boolean kept = new SignatureValidator(processingEnv.getTypeUtils(), diagnostics).check(type);
    kept &= sources == null || new AssignmentRules(processingEnv, sources, diagnostics).check(type);
    String superclass = type.getSuperclass().toString();
    if (superclass.substring(superclass.lastIndexOf('.') + 1).startsWith(Library.superName(type))) {
      write(type);
    }
    if (kept) {
      waiting.add(type.getQualifiedName().toString());
    }
  }

  /** A superclass of the least that users see of the real one. */
  private void write(TypeElement type) {
    String packageName =
        processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    ExecutableElement forward =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals("forward"))
            .filter(each -> Library.has(each, Script.class))
            .findFirst()
            .orElse(null);
    TypeElement base = ClassReader.base(type);
    String above =
        base != null
            ? base.getQualifiedName().toString()
            : isLayer(forward) ? "dev.cresset.nn.Layer" : "dev.cresset.nn.NnModule";
    String bounds =
        type.getTypeParameters().stream()
            .map(each -> each + " extends " + each.getBounds().get(0))
            .collect(Collectors.joining(", ", "<", ">"));
    String arguments =
        type.getTypeParameters().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "<", ">"));
    boolean generic = !type.getTypeParameters().isEmpty();
    String self = type.getQualifiedName() + (generic ? arguments : "");
    List<String> lines = new ArrayList<>();
    lines.add(packageName.isEmpty() ? "" : "package " + packageName + ";");
    lines.add(
        "public abstract class %s%s extends %s {"
            .formatted(Library.superName(type), generic ? bounds : "", above));
    if (forward != null) {
      String parameters =
          forward.getParameters().stream()
              .map(each -> plain(each) + " " + each.getSimpleName())
              .collect(Collectors.joining(", "));
      String names =
          forward.getParameters().stream()
              .map(each -> each.getSimpleName().toString())
              .collect(Collectors.joining(", "));
      lines.add("  public %s call(%s) {".formatted(forward.getReturnType(), parameters));
      lines.add("    return ((%s) (Object) this).forward(%s);".formatted(self, names));
      lines.add("  }");
    }
    lines.add("}");
    String name = (packageName.isEmpty() ? "" : packageName + ".") + Library.superName(type);
    try (Writer out = processingEnv.getFiler().createSourceFile(name, type).openWriter()) {
      out.write(String.join("\n", lines));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String plain(VariableElement parameter) {
    return parameter.asType().toString().replaceAll("@[\\w.]+ ", "").replaceAll("@[\\w.]+", "");
  }

  private boolean isLayer(@Nullable ExecutableElement forward) {
    return forward != null
        && new TypeReader(processingEnv.getTypeUtils()).of(forward) == ScriptType.Simple.TENSOR
        && forward.getParameters().size() == 1
        && Library.isTensor(forward.getParameters().get(0).asType());
  }
}

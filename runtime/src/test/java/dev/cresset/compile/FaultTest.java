package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever breaks in the processor is told as its own mistake, under the class that it was at work
 * on, and the other classes are compiled.
 */
class FaultTest {
  private static final JavaFileObject FAULTY =
      JavaFileObjects.forSourceString(
          "models.Faulty",
          """
          package models;
          import dev.cresset.Tensor;
          import dev.cresset.annotations.Script;
          public class Faulty extends FaultyModule {
            @Script public Tensor forward(Tensor x) { return x.relu(); }
          }
          """);

  private static final JavaFileObject SOUND =
      JavaFileObjects.forSourceString(
          "models.Sound",
          """
          package models;
          import dev.cresset.Tensor;
          import dev.cresset.annotations.Script;
          public class Sound extends SoundModule {
            @Script public Tensor forward(Tensor x) { return x.relu(); }
          }
          """);

  static List<Supplier<Throwable>> faults() {
    return List.of(
        () -> new IllegalStateException("broken on purpose"),
        () -> new FilerException("broken on purpose"),
        () -> new StackOverflowError("broken on purpose"),
        () -> new AssertionError("broken on purpose"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isToldUnderItsClassAndStopsNoOther(Supplier<Throwable> fault) {
    Broken broken = new Broken("models.Faulty_Graph", fault);
    Compilation compilation = javac().withProcessors(broken).compile(FAULTY, SOUND);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining("[script/internal] Cresset could not compile Faulty")
        .inFile(FAULTY)
        .onLine(4);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).contains("broken on purpose");
    assertThat(broken.written).contains("models.SoundModule", "models.Sound_Graph");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void soIsOneInWritingASuperclass(Supplier<Throwable> fault) {
    Broken broken = new Broken("models.FaultyModule", fault);
    Compilation compilation = javac().withProcessors(broken).compile(FAULTY, SOUND);
    assertThat(compilation)
        .hadErrorContaining("[script/internal] Cresset could not compile Faulty")
        .inFile(FAULTY)
        .onLine(4);
    assertThat(broken.written).contains("models.SoundModule");
  }

  /** The processor in an environment that breaks where one file is to be written. */
  @SupportedAnnotationTypes("*")
  private static final class Broken extends AbstractProcessor {
    private final ScriptProcessor processor = new ScriptProcessor();
    private final String file;
    private final Supplier<Throwable> fault;
    private final Set<String> written = new LinkedHashSet<>();

    Broken(String file, Supplier<Throwable> fault) {
      this.file = file;
      this.fault = fault;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = new BrokenFiler(environment.getFiler(), file, fault, written);
      processor.init(new Wrapped(environment, filer));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  private record BrokenFiler(
      Filer delegate, String file, Supplier<Throwable> fault, Set<String> written)
      implements Filer {
    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... origins)
        throws IOException {
      if (file.contentEquals(name)) {
        Throwable thrown = fault.get();
        if (thrown instanceof IOException failure) {
          throw failure;
        } else if (thrown instanceof RuntimeException failure) {
          throw failure;
        }
        throw (Error) thrown;
      }
      written.add(name.toString());
      return delegate.createSourceFile(name, origins);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... origins)
        throws IOException {
      return delegate.createClassFile(name, origins);
    }

    @Override
    public FileObject createResource(
        JavaFileManager.Location location, CharSequence in, CharSequence name, Element... origins)
        throws IOException {
      return delegate.createResource(location, in, name, origins);
    }

    @Override
    public FileObject getResource(
        JavaFileManager.Location location, CharSequence in, CharSequence name) throws IOException {
      return delegate.getResource(location, in, name);
    }
  }

  /** An environment around javac's own, which is found as build tools keep it: in a field. */
  private static final class Wrapped implements ProcessingEnvironment {
    private final ProcessingEnvironment delegate;
    private final Filer filer;

    Wrapped(ProcessingEnvironment delegate, Filer filer) {
      this.delegate = delegate;
      this.filer = filer;
    }

    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return filer;
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }
}

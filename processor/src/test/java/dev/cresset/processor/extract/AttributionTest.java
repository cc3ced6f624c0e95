package dev.cresset.processor.extract;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What javac finds is compared with what was found before it, and what was left to it is kept. */
class AttributionTest {

  @Test
  void anotherTypeThanJavacsIsAnError() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "p.A",
            """
            package p;
            class A {
              int n = 1 + 2;
            }
            """);
    Compilation compilation = javac().withProcessors(new WrongProcessor()).compile(source);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining("[script/disagrees] the processor reads 'long' where javac reads 'int'")
        .inFile(source)
        .onLine(3)
        .atColumn(13);
  }

  /** Says that the first field's initializer is a long. */
  @SupportedAnnotationTypes("*")
  private static final class WrongProcessor extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!round.processingOver()) {
        Sources sources = Objects.requireNonNull(Sources.of(processingEnv));
        Diagnostics out = new CompilerDiagnostics(processingEnv.getMessager(), sources);
        TypeElement type = processingEnv.getElementUtils().getTypeElement("p.A");
        TreePath path = Objects.requireNonNull(sources.path(type));
        CompilationUnitTree unit = path.getCompilationUnit();
        Findings findings = new Findings(true);
        ((ClassTree) path.getLeaf())
            .getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .forEach(
                    field ->
                        findings.type(
                            field.getInitializer(),
                            processingEnv.getTypeUtils().getPrimitiveType(TypeKind.LONG)));
        Attribution.listen(sources, out, true).expect(type, unit, findings);
      }
      return false;
    }
  }

  @Test
  void whatJavacFindsAMeaningForIsReportedAfterAll() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "models.Mixed",
            """
            package models;
            import dev.cresset.annotations.Script;
            import java.util.List;
            final class Mixed {
              @Script
              static int count(int n) {
                var mixed = List.of(1, 2L);
                return mixed.size();
              }
            }
            """);
    ReadingProcessor processor = new ReadingProcessor();
    Compilation compilation = Programs.compile(source, processor);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[script/unresolved]").inFile(source).onLine(7);
    assertThat(processor.readings.get("models.Mixed").left()).containsExactly("count");
  }

  @Test
  void aClassThatAnotherProcessorWritesIsWaitedFor() {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "models.Late",
            """
            package models;
            import dev.cresset.annotations.Script;
            final class Late {
              @Script
              static int size(int n) {
                int m = later.Sizes.WIDTH;
                return n + m;
              }
            }
            """);
    ReadingProcessor processor = new ReadingProcessor();
    List<JavaFileObject> files = new ArrayList<>(Programs.library());
    files.add(source);
    Compilation compilation =
        javac().withProcessors(processor, new LaterProcessor()).compile(files);
    assertThat(compilation).succeeded();
    ClassReader.Reading reading = processor.readings.get("models.Late");
    assertThat(reading.left()).isEmpty();
    assertThat(reading.script().methods()).hasSize(1);
  }

  /** Writes a class in the second round, and another one that only makes a third. */
  @SupportedAnnotationTypes("*")
  private static final class LaterProcessor extends AbstractProcessor {
    private int rounds;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      rounds++;
      if (rounds == 1) {
        write("later.First", "package later; class First {}");
      } else if (rounds == 2) {
        write(
            "later.Sizes",
            "package later; public class Sizes { public static final int WIDTH = 3; }");
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        out.write(text);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}

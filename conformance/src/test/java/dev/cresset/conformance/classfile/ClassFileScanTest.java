package dev.cresset.conformance.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What ships keeps to {@link ClassFileScan}. */
class ClassFileScanTest {

  @Test
  void nothingThatShipsReflects() throws IOException {
    List<String> problems = new ArrayList<>();
    int classes = 0;
    for (String module : List.of("annotations", "ir", "runtime", "tools")) {
      Path folder = Path.of("..", module, "target", "classes");
      if (!Files.exists(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          problems.addAll(ClassFileScan.problems(Files.readAllBytes(file)));
          classes++;
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(classes).isGreaterThan(10);
  }

  @Test
  void reflectionIsSeen() {
    assertThat(problems(Reflects.class))
        .singleElement()
        .asString()
        .contains("Reflects.method")
        .contains("java.lang.reflect.Method.invoke");
  }

  @Test
  void lookingUpAClassByNameIsSeen() {
    assertThat(problems(LooksUp.class)).singleElement().asString().contains("Class.forName");
  }

  @Test
  void methodHandlesAreSeen() {
    assertThat(problems(Handles.class)).singleElement().asString().contains("MethodHandles.lookup");
  }

  @Test
  void serviceLoadingIsSeen() {
    assertThat(problems(Loads.class)).singleElement().asString().contains("ServiceLoader.load");
  }

  @Test
  void nativeCodeIsSeen() {
    assertThat(problems(Native.class))
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).endsWith("Native.method is native"),
            problem -> assertThat(problem).contains("java.lang.System.loadLibrary"));
  }

  @Test
  void theNetworkIsSeen() {
    assertThat(problems(Talks.class)).singleElement().asString().contains("java.net.URI.toURL");
  }

  @Test
  void whatJavacLinksByItselfIsFine() {
    assertThat(problems(Plain.class)).isEmpty();
  }

  @Test
  void aMethodThatIsTooLongIsSeen() {
    assertThat(ClassFileScan.problems(classOfLength("Long", 7_100)))
        .singleElement()
        .asString()
        .contains("more than 7000");
    assertThat(ClassFileScan.problems(classOfLength("Digits_Graph", 4_100)))
        .singleElement()
        .asString()
        .contains("more than 4000");
    assertThat(ClassFileScan.problems(classOfLength("dev/cresset/tensor/eager/Norm", 4_100)))
        .hasSize(1);
    assertThat(ClassFileScan.problems(classOfLength("Digits", 4_100))).isEmpty();
  }

  private static byte[] classOfLength(String name, int bytecodes) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
    method.visitCode();
    for (int i = 1; i < bytecodes; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    return writer.toByteArray();
  }

  private static List<String> problems(Class<?> type) {
    String file = type.getName().replaceAll(".*\\.", "") + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return ClassFileScan.problems(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls a method by reflection. */
  static final class Reflects {
    Object method(java.lang.reflect.Method m) throws ReflectiveOperationException {
      return m.invoke(null);
    }
  }

  /** Finds a class by its name. */
  static final class LooksUp {
    Class<?> find(String name) throws ClassNotFoundException {
      return Class.forName(name);
    }
  }

  /** Asks for method handles. */
  static final class Handles {
    Object lookup() {
      return MethodHandles.lookup();
    }
  }

  /** Loads a library, and calls it. */
  static final class Native {
    native void method();

    void load() {
      System.loadLibrary("fast");
    }
  }

  /** Asks a server. */
  static final class Talks {
    Object ask(java.net.URI where) throws IOException {
      return where.toURL();
    }
  }

  /** Discovers services. */
  static final class Loads {
    Object services() {
      return ServiceLoader.load(Runnable.class);
    }
  }

  /** Lambdas, concatenation, a record and a switch: all linked by bootstraps of javac's own. */
  static final class Plain {
    record Pair(String a, int b) {}

    Runnable lambda(String a) {
      return () -> new Pair(a + "!", a.length()).hashCode();
    }
  }
}

package dev.cresset.conformance.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A generated kernel's class.
 *
 * @param name its binary name
 * @param arithmetic whether its loops over floats are arithmetic alone, of the kind that {@link
 *     MachineCode} counts: no choices, no calls into the runtime
 * @param loops how many loops each of its methods over arrays has
 */
record KernelFile(String name, boolean arithmetic, Map<String, Integer> loops) {
  private static final Set<String> KERNELS =
      Set.of("dev/cresset/backend/PointwiseKernel", "dev/cresset/backend/RowKernel");
  private static final List<String> VECTORISED = List.of("max", "min", "abs", "sqrt", "fma");

  /** The kernel classes in a folder of compiled classes. */
  static List<KernelFile> in(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      List<KernelFile> kernels = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        if (KERNELS.contains(reader.getSuperName())) {
          Loops loops = new Loops();
          reader.accept(loops, ClassReader.SKIP_DEBUG);
          if (loops.found) {
            String name = reader.getClassName().replace('/', '.');
            kernels.add(new KernelFile(name, loops.plain && loops.counted, loops.ofMethods));
          }
        }
      }
      return kernels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the loops over floats, and what they call. */
  private static final class Loops extends ClassVisitor {
    boolean found;
    boolean plain = true;
    boolean counted;
    final Map<String, Integer> ofMethods = new LinkedHashMap<>();

    Loops() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      boolean loops =
          (access & Opcodes.ACC_STATIC) != 0
              && (descriptor.startsWith("([F") || descriptor.startsWith("(F"));
      if (!loops) {
        return null;
      }
      found = true;
      ofMethods.put(method, 0);
      return new MethodVisitor(Opcodes.ASM9) {
        private final Set<Label> before = new HashSet<>();

        @Override
        public void visitLabel(Label label) {
          before.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
          if (before.contains(label)) { // back, to where a loop begins
            ofMethods.merge(method, 1, Integer::sum);
          }
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String descriptor, boolean isInterface) {
          boolean vectorised =
              owner.equals("java/lang/Math") && VECTORISED.contains(called)
                  || called.equals("gate");
          plain &= vectorised;
          counted |= vectorised && !called.equals("abs");
        }

        @Override
        public void visitInsn(int opcode) {
          plain &= opcode != Opcodes.FREM;
          counted |=
              opcode == Opcodes.FADD
                  || opcode == Opcodes.FSUB
                  || opcode == Opcodes.FMUL
                  || opcode == Opcodes.FDIV;
        }
      };
    }
  }
}

package dev.cresset.conformance.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A generated kernel's class.
 *
 * @param name its binary name
 * @param arithmetic whether its loops over floats are arithmetic alone, of the kind that {@link
 *     MachineCode} counts: no choices, no calls into the runtime
 */
record KernelFile(String name, boolean arithmetic) {
  private static final String KERNEL = "dev/cresset/backend/PointwiseKernel";
  private static final List<String> VECTORISED = List.of("max", "min", "abs", "sqrt", "fma");

  /** The kernel classes in a folder of compiled classes. */
  static List<KernelFile> in(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      List<KernelFile> kernels = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        if (KERNEL.equals(reader.getSuperName())) {
          Loops loops = new Loops();
          reader.accept(loops, ClassReader.SKIP_DEBUG);
          if (loops.found) {
            String name = reader.getClassName().replace('/', '.');
            kernels.add(new KernelFile(name, loops.plain && loops.counted));
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
      return new MethodVisitor(Opcodes.ASM9) {
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

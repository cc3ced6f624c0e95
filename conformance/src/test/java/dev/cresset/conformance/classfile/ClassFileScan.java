package dev.cresset.conformance.classfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * What a shipped class may not do: reflect, discover, reach behind the language, load or call
 * native code, start a process, talk to a network, or grow too long.
 */
final class ClassFileScan {

  /** The most bytecodes a written method may have; from 8,000 on the JVM never compiles it. */
  static final int LONGEST_METHOD = 7_000;

  /** The most bytecodes a generated method may have. */
  static final int LONGEST_GENERATED_METHOD = 4_000;

  /** Bootstraps that javac itself emits: lambdas, string concatenation, records, switches. */
  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps");

  private static final Set<String> CLASS_LOOKUPS = Set.of("forName", "newInstance");
  private static final Set<String> LOADERS = Set.of("load", "loadLibrary", "exec");

  private ClassFileScan() {}

  /** What is wrong in one class file, a sentence each; empty if nothing is. */
  static List<String> problems(byte[] classFile) {
    List<String> problems = new ArrayList<>();
    new ClassReader(classFile).accept(new ClassScan(problems), ClassReader.SKIP_DEBUG);
    return problems;
  }

  private static final class ClassScan extends ClassVisitor {
    private final List<String> problems;
    private String name = "";

    ClassScan(List<String> problems) {
      super(Opcodes.ASM9);
      this.problems = problems;
    }

    @Override
    public void visit(
        int version,
        int access,
        String className,
        String signature,
        String parent,
        String[] faces) {
      name = className.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      if ((access & Opcodes.ACC_NATIVE) != 0) {
        problems.add(name + "." + method + " is native");
      }
      return new MethodScan(name, method, problems);
    }
  }

  private static final class MethodScan extends CodeSizeEvaluator {
    private final String where;
    private final int limit;
    private final List<String> problems;

    MethodScan(String type, String method, List<String> problems) {
      super(Opcodes.ASM9, null);
      this.where = type + "." + method;
      this.limit = isGenerated(type) ? LONGEST_GENERATED_METHOD : LONGEST_METHOD;
      this.problems = problems;
    }

    private static boolean isGenerated(String type) {
      String outer = type.replaceAll("\\$.*", "");
      return outer.endsWith("_Graph")
          || outer.endsWith("Module")
          || outer.contains(".tensor.eager.");
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, method, descriptor, isInterface);
      boolean loads = owner.equals("java/lang/System") || owner.equals("java/lang/Runtime");
      if (isForbidden(owner)
          || (owner.equals("java/lang/Class") && CLASS_LOOKUPS.contains(method))
          || (loads && LOADERS.contains(method))) {
        problems.add(where + " calls " + owner.replace('/', '.') + "." + method);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      super.visitInvokeDynamicInsn(method, descriptor, bootstrap, arguments);
      if (!BOOTSTRAPS.contains(bootstrap.getOwner())) {
        problems.add(where + " is linked by " + bootstrap.getOwner().replace('/', '.'));
      }
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      if (getMaxSize() > limit) {
        problems.add(where + " may have " + getMaxSize() + " bytecodes, more than " + limit);
      }
    }

    private static boolean isForbidden(String owner) {
      return owner.startsWith("java/lang/reflect/")
          || owner.startsWith("java/lang/invoke/")
          || owner.startsWith("java/lang/foreign/")
          || owner.startsWith("java/net/")
          || owner.equals("java/lang/ProcessBuilder")
          || owner.equals("java/util/ServiceLoader")
          || owner.equals("sun/misc/Unsafe")
          || owner.equals("jdk/internal/misc/Unsafe");
    }
  }
}

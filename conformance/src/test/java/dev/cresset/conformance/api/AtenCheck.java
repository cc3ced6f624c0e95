package dev.cresset.conformance.api;

import dev.cresset.annotations.Aten;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.ScriptField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Compares the methods that {@link Aten} marks with the ops that it names. */
final class AtenCheck {
  private static final org.objectweb.asm.Type ATEN = org.objectweb.asm.Type.getType(Aten.class);
  private static final String KEEP_DIMS = "dev.cresset.KeepDims";

  private final String where;
  private final List<String> problems;

  private AtenCheck(String where, List<String> problems) {
    this.where = where;
    this.problems = problems;
  }

  /**
   * What is wrong with the marked methods of a class.
   *
   * @param found is given the names of the ops
   */
  static List<String> problems(byte[] classFile, Set<String> found) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    List<String> problems = new ArrayList<>();
    for (MethodNode method : type.methods) {
      String name = op(method);
      if (name != null && (method.access & Opcodes.ACC_BRIDGE) == 0) {
        found.add(name);
        String where = type.name.replace('/', '.') + "." + method.name + method.desc;
        new AtenCheck(where + ", @Aten " + name, problems).method(method, name);
      }
    }
    return problems;
  }

  private static @Nullable String op(MethodNode method) {
    if (method.invisibleAnnotations == null) {
      return null;
    }
    for (AnnotationNode annotation : method.invisibleAnnotations) {
      if (annotation.desc.equals(ATEN.getDescriptor())) {
        String value = (String) annotation.values.get(1);
        return value.contains("::") ? value : "aten::" + value;
      }
    }
    return null;
  }

  private void method(MethodNode method, String name) {
    Op op = OpTable.find(name);
    if (op == null) {
      problems.add(where + ": there is no such op");
      return;
    }
    Schema schema = op.schema();
    List<String> types =
        Arrays.stream(org.objectweb.asm.Type.getArgumentTypes(method.desc))
            .map(org.objectweb.asm.Type::getClassName)
            .toList();
    String result = org.objectweb.asm.Type.getReturnType(method.desc).getClassName();
    if (result.equals("float") && types.stream().allMatch("float"::equals)) {
      onNumbers(schema, types.size());
      return;
    }
    Set<String> given = new HashSet<>();
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      schema.arguments().stream()
          .filter(argument -> argument.type().isTensor())
          .findFirst()
          .ifPresentOrElse(
              receiver -> given.add(receiver.name()),
              () -> problems.add(where + ": the op takes no tensor"));
    }
    for (int i = 0; i < types.size(); i++) {
      parameter(schema, method.parameters.get(i).name, types.get(i), given);
    }
    for (Argument argument : schema.arguments()) {
      if (!argument.hasDefault() && !given.contains(argument.name())) {
        problems.add(where + ": the op needs '" + argument.name() + "'");
      }
    }
    result(schema, result);
  }

  /** A function of numbers is the op on one element: as many numbers as the op has tensors. */
  private void onNumbers(Schema schema, int count) {
    long tensors = schema.arguments().stream().filter(each -> each.type().isTensor()).count();
    if (tensors != count) {
      problems.add(where + ": the op takes " + tensors + " tensors, not " + count);
    }
  }

  private void parameter(Schema schema, String name, String type, Set<String> given) {
    List<String> names =
        type.equals(KEEP_DIMS) ? List.of("dim", "keepdim") : List.of(ScriptField.key(name));
    for (String each : names) {
      int index = schema.indexOf(each);
      if (index < 0) {
        problems.add(where + ": the op has no argument '" + each + "'");
      } else if (!given.add(each)) {
        problems.add(where + ": '" + each + "' is given twice");
      } else if (!type.equals(KEEP_DIMS) && !fits(type, schema.arguments().get(index).type())) {
        problems.add(
            where
                + ": '"
                + each
                + "' is a "
                + schema.arguments().get(index).type()
                + ", not a "
                + type);
      }
    }
  }

  private static boolean fits(String java, Type type) {
    if (type instanceof Type.OptionalOf option) {
      return fits(java, option.element());
    }
    if (type instanceof Type.ListOf list) {
      return java.equals("java.util.List")
          || fits(
              java.endsWith("[]") ? java.substring(0, java.length() - 2) : java, list.element());
    }
    return switch (java) {
      case "dev.cresset.Tensor" -> type.isTensor();
      case "int", "long", "java.lang.Long" -> type == Type.INT || type == Type.SCALAR;
      case "double", "java.lang.Double" -> type == Type.FLOAT || type == Type.SCALAR;
      case "boolean" -> type == Type.BOOL;
      case "java.lang.String" -> type == Type.STR;
      case "dev.cresset.ir.type.DType" -> type == Type.Atom.SCALAR_TYPE;
      case "dev.cresset.backend.Device" -> type == Type.Atom.DEVICE;
      default -> false;
    };
  }

  private static boolean areTensors(List<Argument> returns, int count) {
    return returns.size() == count && returns.stream().allMatch(each -> each.type().isTensor());
  }

  private void result(Schema schema, String java) {
    List<Argument> returns = schema.returns();
    boolean fits =
        switch (java) {
          case "dev.cresset.ValuesIndices",
              "dev.cresset.Moments",
              "dev.cresset.OutputState",
              "dev.cresset.StateCell" ->
              areTensors(returns, 2);
          case "dev.cresset.OutputStateCell" -> areTensors(returns, 3);
          case "java.util.List" ->
              returns.size() == 1 && returns.get(0).type() instanceof Type.ListOf;
          case "dev.cresset.ir.type.DType" -> returns.get(0).type() == Type.INT;
          default -> returns.size() == 1 && fits(java, returns.get(0).type());
        };
    if (!fits) {
      problems.add(where + ": the op gives " + returns);
    }
  }
}

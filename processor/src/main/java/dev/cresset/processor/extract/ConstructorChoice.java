package dev.cresset.processor.extract;

import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.TensorFact;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which constructor is meant, by what is known of the arguments; sure or not at all. */
final class ConstructorChoice {
  private static final String OPTION = "dev.cresset.nn.Option.";
  private static final String WINDOW = "dev.cresset.nn.Window.Sizes";
  private static final String KERNEL = OPTION + "Kernel";

  private final Elements elements;
  private final Types types;

  ConstructorChoice(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The number of the constructor, in the order of the source; −1 if it is not sure. */
  int of(TypeElement type, List<Object> arguments) {
    List<ExecutableElement> all = ElementFilter.constructorsIn(type.getEnclosedElements());
    for (boolean spread : new boolean[] {false, true}) {
      List<Integer> fitting = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (fits(all.get(i), arguments, spread)) {
          fitting.add(i);
        }
      }
      if (!fitting.isEmpty()) {
        return fitting.size() == 1 ? fitting.get(0) : -1;
      }
    }
    return -1;
  }

  private boolean fits(ExecutableElement constructor, List<Object> arguments, boolean spread) {
    int count = constructor.getParameters().size();
    int fixed = spread ? count - 1 : count;
    boolean rightNumber = spread ? arguments.size() >= fixed : arguments.size() == fixed;
    if (spread && !constructor.isVarArgs() || !rightNumber) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = constructor.getParameters().get(Math.min(i, count - 1)).asType();
      TypeMirror each = i >= fixed ? ((ArrayType) type).getComponentType() : type;
      if (!fits(Growing.fact(arguments.get(i)), each)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Object fact, TypeMirror type) {
    String name = Library.className(type);
    if (fact == Size.UNKNOWN) {
      return true;
    } else if (fact instanceof Size) {
      return isNumber(type.getKind()) || Library.BOXES.contains(name);
    } else if (fact instanceof Double) {
      return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
    } else if (fact instanceof Boolean) {
      return type.getKind() == TypeKind.BOOLEAN || name.equals("java.lang.Boolean");
    } else if (fact instanceof String) {
      return name.equals("java.lang.String");
    } else if (fact instanceof Made.Given given) {
      return name.startsWith(OPTION) && given.option().equals("kernel") == name.startsWith(KERNEL);
    } else if (fact instanceof TensorFact) {
      return name.equals(Library.TENSOR);
    } else if (fact instanceof List<?>) {
      return type.getKind() == TypeKind.ARRAY
          || name.startsWith("java.util.")
          || name.equals(WINDOW);
    } else if (fact instanceof Made.Built built) {
      return isA(built.className(), type);
    } else if (fact instanceof Made.Modules modules) {
      return isA(modules.className(), type);
    }
    return fact != None.NONE || !type.getKind().isPrimitive();
  }

  private boolean isA(String className, TypeMirror type) {
    TypeElement element = elements.getTypeElement(className);
    return element != null
        && types.isAssignable(types.erasure(element.asType()), types.erasure(type));
  }

  private static boolean isNumber(TypeKind kind) {
    return kind.isPrimitive() && kind != TypeKind.BOOLEAN;
  }
}

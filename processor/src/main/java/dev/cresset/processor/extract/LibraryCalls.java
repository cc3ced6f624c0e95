package dev.cresset.processor.extract;

import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.TensorFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The calls in constructors of which it is known what they make: the library's, and lists. */
final class LibraryCalls {
  /** The containers that are a list of modules. */
  static final Set<String> LISTS = Set.of("dev.cresset.nn.ModuleList", "dev.cresset.nn.Sequential");

  private static final String LAYERS = "dev.cresset.nn.";
  private static final Set<String> FACTORIES = Set.of("zeros", "ones", "randn", "rand", "empty");
  private static final Set<String> SAME_SIZES =
      Set.of("mul", "div", "add", "sub", "neg", "abs", "contiguous", "clone", "detach");
  private static final Set<String> SAME_MODULE =
      Set.of("train", "eval", "to", "cpu", "cuda", "apply", "requiresGrad_");

  /** The options of a layer, read: each of its parts is one of them. */
  private record Settings(Object options, Object stride) {}

  private final ConstructorReader.Run run;

  LibraryCalls(ConstructorReader.Run run) {
    this.run = run;
  }

  /** What a static function, or an inherited one, gives. */
  Object function(String owner, String name, List<Object> arguments) {
    return switch (owner) {
      case LAYERS + "Options" -> given(name, arguments);
      case Library.TENSOR -> factory(name, arguments);
      case "java.util.List" -> name.equals("of") ? list(arguments) : Size.UNKNOWN;
      case "java.util.Arrays" -> name.equals("asList") ? list(arguments) : Size.UNKNOWN;
      case LAYERS + "init.Init" -> arguments.isEmpty() ? Size.UNKNOWN : arguments.get(0);
      case LAYERS + "Weights" -> weights(name, arguments);
      case LAYERS + "Window.Sizes" -> sizes(name, arguments);
      case LAYERS + "Window", LAYERS + "ConvSettings", LAYERS + "BatchNormSettings" ->
          settings(owner, name, arguments);
      default -> Size.UNKNOWN;
    };
  }

  private static Object given(String name, List<Object> arguments) {
    return new Made.Given(name, arguments.stream().map(Growing::fact).toList());
  }

  private static Object list(List<Object> arguments) {
    return List.copyOf(arguments.stream().map(Growing::fact).toList());
  }

  private static Object factory(String name, List<Object> arguments) {
    boolean plain = arguments.stream().allMatch(Size.class::isInstance);
    return FACTORIES.contains(name) && plain ? Facts.tensor(arguments) : Size.UNKNOWN;
  }

  private static Object weights(String name, List<Object> arguments) {
    return switch (name) {
      case "uniform" -> Facts.tensor(arguments.subList(1, arguments.size()));
      case "zeros", "ones" -> Facts.tensor(arguments);
      default -> Size.UNKNOWN;
    };
  }

  private static Object sizes(String name, List<Object> arguments) {
    if (name.equals("all") && arguments.get(0) instanceof Size.Known rank) {
      return Collections.nCopies((int) rank.value(), arguments.get(1));
    } else if (name.equals("of")) {
      return List.of(part(arguments.get(0), 0), part(arguments.get(0), 1));
    }
    return Size.UNKNOWN;
  }

  private static Object settings(String owner, String name, List<Object> arguments) {
    if (!name.equals("of") || arguments.isEmpty()) {
      return Size.UNKNOWN;
    }
    Object options = arguments.get(arguments.size() - 1);
    Object stride = owner.endsWith(".Window") ? arguments.get(1) : Size.of(1);
    return new Settings(options, stride);
  }

  /** A part of an object, by the name of a field or of an accessor. */
  Object part(Object object, String name) {
    if (object instanceof Settings settings) {
      return switch (name) {
        case "stride" -> Facts.read(settings.options(), name, Growing.fact(settings.stride()));
        case "padding" -> Facts.read(settings.options(), name, Size.of(0));
        case "dilation", "groups" -> Facts.read(settings.options(), name, Size.of(1));
        case "around" -> Facts.read(settings.options(), name, List.of());
        case "bias", "affine" -> Facts.read(settings.options(), name, true);
        case "tracking" -> Facts.read(settings.options(), "trackRunningStats", true);
        case "ceilMode" -> Facts.read(settings.options(), name, false);
        default -> Size.UNKNOWN;
      };
    }
    return switch (name) {
      case "height" -> part(object, 0);
      case "width" -> part(object, 1);
      default -> Size.UNKNOWN;
    };
  }

  private static Object part(Object option, int index) {
    return Facts.read(option, Made.Read.PART + index, Size.UNKNOWN);
  }

  /** What a method of an object gives. */
  Object method(Object object, String name, List<Object> arguments) {
    if (object instanceof Growing growing) {
      return method(growing, name, arguments);
    } else if (object instanceof Settings) {
      return part(object, name);
    } else if (object instanceof TensorFact tensor) {
      boolean numbers =
          arguments.stream().allMatch(each -> each instanceof Size || each instanceof Double);
      return SAME_SIZES.contains(name) && numbers || name.equals("requiresGrad_")
          ? tensor
          : Size.UNKNOWN;
    } else if (object instanceof Made.Built) {
      return SAME_MODULE.contains(name) ? object : Size.UNKNOWN;
    } else if (object instanceof List<?> list) {
      return switch (name) {
        case "clone", "sizes" -> list;
        case "size" -> Size.of(list.size());
        default -> Size.UNKNOWN;
      };
    }
    return name.equals("sizes") || name.equals("clone") ? object : part(object, name);
  }

  private Object method(Growing list, String name, List<Object> arguments) {
    List<Object> in = new ArrayList<>(arguments);
    switch (name) {
      case "add", "append" -> {
        boolean named = in.size() == 2 && in.get(0) instanceof String;
        if (in.size() == 1 || named) {
          run.add(list, in.get(in.size() - 1));
        } else {
          list.lose();
        }
      }
      case "addAll", "extend" -> {
        if (run.isSure() && in.size() == 1) {
          list.addAll(in.get(0));
        } else {
          list.lose();
        }
      }
      case "get" -> {
        return in.size() == 1 ? list.get(in.get(0)) : Size.UNKNOWN;
      }
      case "size" -> {
        return list.size();
      }
      case "toArray", "stream", "isEmpty", "iterator" -> {
        return Size.UNKNOWN;
      }
      default -> {
        if (!SAME_MODULE.contains(name)) {
          list.lose();
        }
      }
    }
    return list;
  }
}

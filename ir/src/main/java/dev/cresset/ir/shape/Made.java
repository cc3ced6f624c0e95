package dev.cresset.ir.shape;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a constructor puts into a field, where that is no number ({@link Size}, Double), truth,
 * text, list or tensor ({@link TensorFact}). What is not known is {@link Size#UNKNOWN}.
 */
public sealed interface Made {

  /**
   * An object of a module's class.
   *
   * @param className its class's canonical name
   * @param constructor which of its constructors made it, in the order of the source
   * @param arguments what that was given
   */
  record Built(String className, int constructor, List<Object> arguments) implements Made {
    /** An object of these. */
    public Built {
      arguments = List.copyOf(arguments);
    }

    /** As the user wrote it, its options left out: {@code Linear(784, 256)}. */
    @Override
    public String toString() {
      return className.substring(className.lastIndexOf('.') + 1)
          + arguments.stream()
              .filter(each -> !(each instanceof Given))
              .map(Objects::toString)
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /**
   * A container of modules: {@code Sequential}, {@code ModuleList}.
   *
   * @param className its class's canonical name
   * @param modules what it holds, in order
   */
  record Modules(String className, List<Object> modules) implements Made {
    /** A container of these. */
    public Modules {
      modules = List.copyOf(modules);
    }
  }

  /** A container of any number of modules that are all alike. */
  record Repeated(String className, Object module) implements Made {}

  /** A parameter of the constructor that is no number. */
  record Parameter(String name) implements Made {}

  /** An option as it was given: {@code padding(1)}. */
  record Given(String option, List<Object> arguments) implements Made {
    /** An option of these. */
    public Given {
      arguments = List.copyOf(arguments);
    }
  }

  /** What the options say about {@code option}, and {@code absent} if they say nothing. */
  record Read(Object options, String option, Object absent) implements Made {
    /** Before the number of an argument, where one of a single option's is meant. */
    public static final String PART = "#";
  }

  /** One of two values. */
  record Choice(Object condition, Object then, Object otherwise) implements Made {}

  /** An operator of Java on what is not yet known; {@code !} has the same thing twice. */
  record Operation(String operator, Object left, Object right) implements Made {}

  /**
   * A tensor of which some sizes are not yet known as such.
   *
   * @param sizes each a {@link Size} or what becomes one
   */
  record Tensor(List<Object> sizes) implements Made {
    /** A tensor of these sizes. */
    public Tensor {
      sizes = List.copyOf(sizes);
    }
  }
}

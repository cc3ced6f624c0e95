package dev.cresset.ir.op;

import dev.cresset.ir.scalar.Derivative;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an elementwise op does with one element of each of its tensors.
 *
 * @param tensors the arguments that are tensors: input i of the body is an element of number i
 * @param numbers the arguments that are numbers: its parameters
 * @param body the result's element
 * @param dtypes what it makes of dtypes
 * @param promoting how many of the numbers, the first ones, take part in that
 * @param wholes whether it may be computed in whole numbers
 * @param derivatives the gradient by each tensor, null where there is none; beyond the tensors'
 *     elements, input {@link #y} is the result's and {@link #dy} its gradient's
 */
public record Elementwise(
    List<String> tensors,
    List<String> numbers,
    Scalar body,
    Dtypes dtypes,
    int promoting,
    boolean wholes,
    List<@Nullable Scalar> derivatives) {

  /** A gradient by one tensor, written down. */
  @FunctionalInterface
  public interface Gradient {
    /**
     * The gradient's element.
     *
     * @param in the elements of the tensors, then the numbers
     */
    Scalar of(Scalar[] in, Scalar y, Scalar dy);
  }

  /** An elementwise function of these. */
  public Elementwise {
    tensors = List.copyOf(tensors);
    numbers = List.copyOf(numbers);
    derivatives = Collections.unmodifiableList(new ArrayList<>(derivatives));
  }

  /** A body that takes the tensors and numbers of a schema in order. */
  @FunctionalInterface
  interface Body {
    Scalar of(Scalar[] in);
  }

  static Elementwise of(Schema schema, Body body) {
    List<String> tensors = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (Argument argument : schema.arguments()) {
      if (argument.type().equals(Type.TENSOR)) {
        tensors.add(argument.name());
      } else {
        numbers.add(argument.name());
      }
    }
    Scalar[] in = inputs(schema);
    Scalar scalar = body.of(in);
    return new Elementwise(tensors, numbers, scalar, Dtypes.PROMOTE, 0, true, List.of())
        .differentiated();
  }

  private static Scalar[] inputs(Schema schema) {
    List<Scalar> in = new ArrayList<>();
    int tensors = 0;
    int numbers = 0;
    for (Argument argument : schema.arguments()) {
      in.add(
          argument.type().equals(Type.TENSOR)
              ? Scalar.input(tensors++)
              : Scalar.parameter(numbers++));
    }
    return in.toArray(new Scalar[0]);
  }

  private Elementwise differentiated() {
    List<@Nullable Scalar> all = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      all.add(Derivative.of(body, y(), dy(), i));
    }
    return new Elementwise(tensors, numbers, body, dtypes, promoting, wholes, all);
  }

  /** The result's element, in a derivative. */
  public Scalar y() {
    return Scalar.input(tensors.size());
  }

  /** The element of the result's gradient, in a derivative. */
  public Scalar dy() {
    return Scalar.input(tensors.size() + 1);
  }

  Elementwise withDtypes(Dtypes rule) {
    List<@Nullable Scalar> left =
        rule == Dtypes.GIVE_BOOL ? Collections.nCopies(tensors.size(), null) : derivatives;
    return new Elementwise(tensors, numbers, body, rule, promoting, wholes, left);
  }

  Elementwise withPromoting(int count) {
    return new Elementwise(tensors, numbers, body, dtypes, count, wholes, derivatives);
  }

  Elementwise withoutWholes() {
    return new Elementwise(tensors, numbers, body, dtypes, promoting, false, derivatives);
  }

  Elementwise withDerivative(int tensor, @Nullable Scalar derivative) {
    List<@Nullable Scalar> all = new ArrayList<>(derivatives);
    all.set(tensor, derivative);
    return new Elementwise(tensors, numbers, body, dtypes, promoting, wholes, all);
  }

  /** What {@link Gradient#of} is given: the tensors' elements, then the numbers. */
  Scalar[] parts() {
    Scalar[] in = new Scalar[tensors.size() + numbers.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = i < tensors.size() ? Scalar.input(i) : Scalar.parameter(i - tensors.size());
    }
    return in;
  }
}

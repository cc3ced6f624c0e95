package dev.cresset.script;

import dev.cresset.Tensor;
import java.util.List;

/** Where a tensor of a traced run comes from. Equal in two runs if it is the same step's. */
sealed interface Origin {

  /** An input, or a part of one: its number, then numbers inside of lists and tuples. */
  record Input(List<Integer> path) implements Origin {}

  /** A result of a step, or a part of it. */
  record Result(int step, List<Integer> path) implements Origin {}

  /** A tensor that a module holds, or one that the function had before it was called. */
  record Held(Tensor tensor) implements Origin {
    @Override
    public boolean equals(Object other) {
      return other instanceof Held held && held.tensor == tensor;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(tensor);
    }
  }

  /** A tensor that Java made of numbers, the how manyth of its run, as it was when it was made. */
  record Made(int number, Tensor copy) implements Origin {
    @Override
    public boolean equals(Object other) {
      return other instanceof Made made && made.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }
}

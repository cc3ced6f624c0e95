package dev.cresset.ir.plan;

import java.util.List;

/** One step of a kernel. */
public sealed interface Step {

  /** An array that a kernel reads or writes. */
  record Array(Kind kind, int index) {
    /** What an array is to the kernel. */
    public enum Kind {
      /** It is given. */
      INPUT,
      /** It is the result. */
      OUTPUT,
      /** It is the kernel's own, one tile long. */
      TEMP
    }
  }

  /** A cell that a loop computes and stores. */
  record Store(Cell cell, Array array) {}

  /** One loop; each round loads all that it needs before it stores. */
  record Loop(List<Store> stores) implements Step {
    /** A loop that stores these. */
    public Loop {
      stores = List.copyOf(stores);
    }
  }

  /** A call of the runtime on whole arrays, which computes {@code cell} from its operands. */
  record Block(Cell cell, Array array) implements Step {}

  /** One number, {@code cell}, of the elements of an array. */
  record Fold(Cell cell) implements Step {}
}

package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Node;
import java.util.List;

/** One flat step of a {@link Program}; slots and targets are numbers. */
public sealed interface Instruction {

  /** Computes a node without blocks: from the slots {@code in} to the slots {@code out}. */
  record Apply(Node node, List<Integer> in, List<Integer> out) implements Instruction {
    /** A step of these. */
    public Apply {
      in = List.copyOf(in);
      out = List.copyOf(out);
    }
  }

  /** Copies slots to slots; all are read before the first is written. */
  record Move(List<Integer> from, List<Integer> to) implements Instruction {
    /** A step of these. */
    public Move {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** Goes on at {@code target}. */
  record Jump(int target) implements Instruction {}

  /** Goes on at {@code target} if the slot {@code condition} holds false. */
  record JumpUnless(int condition, int target) implements Instruction {}

  /**
   * Goes on at {@code target}, behind a loop, unless it has another turn: the slot {@code
   * condition} holds true and {@code turn} is less than {@code limit}.
   */
  record JumpUnlessTurn(int condition, int turn, int limit, int target) implements Instruction {}

  /** Counts the slot {@code turn} up by one, and goes on at {@code target}: the next turn. */
  record NextTurn(int turn, int target) implements Instruction {}
}

package dev.cresset.ir.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds from which step on a slot is read no more; what a loop reads lives until it ends. */
final class Lifetimes {

  /** The steps of a loop: from its test to the step behind it. */
  record Span(int from, int end) {}

  private final List<Instruction> instructions;
  private final List<Span> loops;
  private final Set<Integer> forEver = new HashSet<>();

  Lifetimes(
      List<Instruction> instructions,
      List<Span> loops,
      Collection<Integer> inputs,
      Collection<Integer> outputs,
      Collection<Integer> constants) {
    this.instructions = instructions;
    this.loops = loops; // inner ones first
    forEver.addAll(inputs);
    forEver.addAll(outputs);
    forEver.addAll(constants);
  }

  /** For each step, and for the end, the slots that nothing reads from there on. */
  List<List<Integer>> dead(int slots) {
    int[] first = new int[slots];
    int[] last = new int[slots];
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
    for (int at = 0; at < instructions.size(); at++) {
      for (int slot : touched(instructions.get(at))) {
        first[slot] = Math.min(first[slot], at);
        last[slot] = at;
      }
    }
    List<List<Integer>> dead = new ArrayList<>();
    for (int at = 0; at <= instructions.size(); at++) {
      dead.add(new ArrayList<>());
    }
    for (int slot = 0; slot < slots; slot++) {
      if (last[slot] >= 0 && !forEver.contains(slot)) {
        dead.get(end(first[slot], last[slot])).add(slot);
      }
    }
    return dead.stream().map(List::copyOf).toList();
  }

  private int end(int first, int last) {
    int end = last + 1;
    for (Span loop : loops) {
      if (first < loop.from() && end > loop.from() && end < loop.end()) {
        end = loop.end(); // the next turn may read it again
      }
    }
    return end;
  }

  private static List<Integer> touched(Instruction instruction) {
    List<Integer> all = new ArrayList<>();
    if (instruction instanceof Instruction.Apply apply) {
      all.addAll(apply.in());
      all.addAll(apply.out());
    } else if (instruction instanceof Instruction.Move move) {
      all.addAll(move.from());
      all.addAll(move.to());
    } else if (instruction instanceof Instruction.JumpUnless jump) {
      all.add(jump.condition());
    } else if (instruction instanceof Instruction.JumpUnlessTurn jump) {
      all.addAll(List.of(jump.condition(), jump.turn(), jump.limit()));
    } else if (instruction instanceof Instruction.NextTurn next) {
      all.add(next.turn());
    }
    return all;
  }
}

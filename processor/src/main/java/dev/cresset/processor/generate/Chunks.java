package dev.cresset.processor.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts the statements of a method into methods of which each ends by calling the next: the virtual
 * machine never compiles a method of 8,000 bytecodes or more.
 */
final class Chunks {
  /** How much one method holds, in characters: more of these than it will have bytecodes. */
  static final int BUDGET = 4000;

  /**
   * A part of a method.
   *
   * @param takes the variables that it is given by the part before it
   */
  record Chunk(List<Line> lines, List<Local> takes) {}

  private Chunks() {}

  /**
   * The parts of a method of these statements, of which the last returns; the first has the rest.
   */
  static List<Chunk> of(List<Line> lines, List<Local> parameters) {
    List<Chunk> chunks = new ArrayList<>();
    List<Local> alive = parameters;
    int from = 0;
    while (true) {
      int to = from;
      int cost = 0;
      while (to < lines.size() && (to == from || cost + lines.get(to).cost() <= BUDGET)) {
        cost += lines.get(to++).cost();
      }
      to = withValues(lines, from, to);
      chunks.add(new Chunk(lines.subList(from, to), alive));
      if (to == lines.size()) {
        return chunks;
      }
      alive = alive(alive, lines.subList(from, to), lines.subList(to, lines.size()));
      from = to;
    }
  }

  /** Where to cut instead of {@code to}, so that no variable is handed on without a value. */
  private static int withValues(List<Line> lines, int from, int to) {
    int cut = to;
    while (cut > from && lines.get(cut - 1).isWithoutValue()) {
      cut--;
    }
    if (cut == from) { // declarations alone: what gives them values comes with them
      cut = to;
      while (cut < lines.size() && lines.get(cut - 1).isWithoutValue()) {
        cut++;
      }
    }
    return cut;
  }

  /** The variables of these statements and before that those after them need. */
  private static List<Local> alive(List<Local> before, List<Line> done, List<Line> after) {
    Set<Local> there = new LinkedHashSet<>(before);
    done.forEach(line -> there.addAll(line.declares()));
    Set<Local> needed = new LinkedHashSet<>();
    after.forEach(line -> needed.addAll(line.reads()));
    there.retainAll(needed);
    return List.copyOf(there);
  }
}

package dev.cresset.ir.type;

import java.util.ArrayList;
import java.util.List;

/**
 * An alias mark of a schema: {@code (a)} names the memory that a value may share with the others so
 * marked, {@code (a!)} says that the op writes to it, {@code (a -> *)} that afterwards anything may
 * hold it.
 *
 * @param sets the names of the memory it may be; {@code *} is any
 * @param write whether the op writes to it
 * @param after the names once the op has run; most often {@code sets}
 */
public record Alias(List<String> sets, boolean write, List<String> after) {
  /** A mark. */
  public Alias {
    sets = List.copyOf(sets);
    after = List.copyOf(after);
  }

  /** Whether a value with this mark and one with {@code other} may share memory. */
  public boolean mayShare(Alias other) {
    return sets.contains("*")
        || other.sets.contains("*")
        || sets.stream().anyMatch(other.sets::contains);
  }

  static Alias parse(Cursor in) {
    in.expect("(");
    List<String> sets = new ArrayList<>(List.of(in.word("*")));
    while (in.accepts("|")) {
      sets.add(in.word("*"));
    }
    boolean write = in.accepts("!");
    List<String> after = new ArrayList<>();
    if (in.accepts("->")) {
      do {
        after.add(in.word("*"));
      } while (in.accepts("|"));
    }
    in.expect(")");
    return new Alias(sets, write, after.isEmpty() ? sets : after);
  }

  @Override
  public String toString() {
    String arrow = after.equals(sets) ? "" : " -> " + String.join("|", after);
    return "(" + String.join("|", sets) + (write ? "!" : "") + arrow + ")";
  }
}

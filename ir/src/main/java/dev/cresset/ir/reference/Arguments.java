package dev.cresset.ir.reference;

import dev.cresset.ir.type.None;
import java.util.List;

/**
 * The arguments of one call of an op, in the order of its schema, each read as what the schema says
 * it is.
 *
 * @param values all of them; {@link None} where one is left out
 */
public record Arguments(List<Object> values) {

  /** The argument as it is. */
  public Object get(int index) {
    return values.get(index);
  }

  /** Whether it is None. */
  public boolean isNone(int index) {
    return get(index) == None.NONE;
  }

  /** An int, or a bool as 0 or 1. */
  public long integer(int index) {
    return get(index) instanceof Boolean truth ? (truth ? 1 : 0) : (Long) get(index);
  }

  /** An int; {@code absent} for None. */
  public long integer(int index, long absent) {
    return isNone(index) ? absent : integer(index);
  }

  /** A float, or any other number as one. */
  public double real(int index) {
    return get(index) instanceof Double value ? value : integer(index);
  }

  /** A float; {@code absent} for None. */
  public double real(int index, double absent) {
    return isNone(index) ? absent : real(index);
  }

  /** A bool. */
  public boolean flag(int index) {
    return (Boolean) get(index);
  }

  /** A string. */
  public String text(int index) {
    return (String) get(index);
  }

  /** A list, which may be written to. */
  @SuppressWarnings("unchecked") // whatever a list of the graph holds is an Object
  public List<Object> list(int index) {
    return (List<Object>) get(index);
  }

  /** A list of ints; empty for None. */
  public long[] integers(int index) {
    return isNone(index)
        ? new long[0]
        : list(index).stream().mapToLong(each -> (Long) each).toArray();
  }
}

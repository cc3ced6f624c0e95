package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

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

  /** An array. */
  public NdArray array(int index) {
    return (NdArray) get(index);
  }

  /** An array, or null for None. */
  public @Nullable NdArray arrayOrNull(int index) {
    return isNone(index) ? null : array(index);
  }

  /** A list of arrays. */
  public List<NdArray> arrays(int index) {
    return list(index).stream().map(each -> (NdArray) each).toList();
  }

  /** A dtype, which the graph has as its number; null for None. */
  public @Nullable DType dtype(int index) {
    return isNone(index) ? null : DType.ofCode(integer(index));
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

  /** A list of {@code length} ints, of which one may stand for all; empty for None. */
  public long[] integers(int index, int length) {
    long[] given = integers(index);
    return given.length == 1 && length > 1
        ? LongStream.generate(() -> given[0]).limit(length).toArray()
        : given;
  }
}

package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.reference.Arguments;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Ops on strings, as far as messages need them. */
final class StringOps {
  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("aten::len.str(str s) -> int")
              .reference(in -> (long) in.text(0).codePointCount(0, in.text(0).length())),
          op("aten::add.str(str a, str b) -> str").reference(in -> in.text(0) + in.text(1)),
          op("aten::str(t elem) -> str").reference(in -> PythonText.of(in.get(0))),
          op("aten::format(str self, ...) -> str")
              .reference(
                  in -> PythonText.format(in.text(0), in.values().subList(1, in.values().size()))),
          op("aten::join(str self, str[] values) -> str")
              .reference(
                  in ->
                      String.join(
                          in.text(0), in.list(1).stream().map(String.class::cast).toList())),
          op("aten::slice.str(str string, int? start=None, int? end=None, int step=1) -> str")
              .reference(StringOps::slice),
          op("aten::__getitem__.str(str s, int index) -> str").reference(StringOps::at),
          op("aten::__contains__.str_in(str a, str b) -> bool")
              .reference(in -> in.text(0).contains(in.text(1))),
          op("aten::upper(str self) -> str").reference(in -> in.text(0).toUpperCase(Locale.ROOT)),
          op("aten::lower(str self) -> str").reference(in -> in.text(0).toLowerCase(Locale.ROOT)),
          op("aten::lt.str(str a, str b) -> bool")
              .reference(in -> in.text(0).compareTo(in.text(1)) < 0),
          op("aten::gt.str(str a, str b) -> bool")
              .reference(in -> in.text(0).compareTo(in.text(1)) > 0),
          op("aten::le.str(str a, str b) -> bool")
              .reference(in -> in.text(0).compareTo(in.text(1)) <= 0),
          op("aten::ge.str(str a, str b) -> bool")
              .reference(in -> in.text(0).compareTo(in.text(1)) >= 0),
          op("cresset::str_bool(bool a) -> str").reference(in -> String.valueOf(in.flag(0))),
          op("cresset::str_float(float a) -> str")
              .reference(in -> String.valueOf((float) in.real(0))),
          op("cresset::str_double(float a) -> str").reference(in -> String.valueOf(in.real(0))),
          op("cresset::str_length(str s) -> int").reference(in -> (long) in.text(0).length()),
          op("cresset::substring(str s, int start, int end) -> str")
              .reference(
                  in ->
                      in.text(0)
                          .substring(
                              Math.toIntExact(in.integer(1)), Math.toIntExact(in.integer(2)))),
          op("aten::eq.str(str a, str b) -> bool").reference(in -> in.text(0).equals(in.text(1))),
          op("aten::ne.str(str a, str b) -> bool").reference(in -> !in.text(0).equals(in.text(1))));

  private StringOps() {}

  private static String slice(Arguments in) {
    int[] points = in.text(0).codePoints().toArray();
    long step = in.integer(3);
    if (step < 1) {
      throw new IllegalArgumentException("a string is sliced in steps of 1 and more, not " + step);
    }
    int end = place(in.integer(2, Long.MAX_VALUE), points.length);
    StringBuilder taken = new StringBuilder();
    for (long i = place(in.integer(1, 0), points.length); i < end; i += step) {
      taken.appendCodePoint(points[(int) i]);
    }
    return taken.toString();
  }

  private static int place(long index, int size) {
    return (int) Math.max(0, Math.min(index < 0 ? index + size : index, size));
  }

  private static String at(Arguments in) {
    int[] points = in.text(0).codePoints().toArray();
    long index = in.integer(1);
    int place = Math.toIntExact(index < 0 ? index + points.length : index);
    return Character.toString(points[Objects.checkIndex(place, points.length)]);
  }
}

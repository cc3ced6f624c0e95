package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/** Ops on strings, as far as messages need them. */
final class StringOps {
  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("aten::len.str(str s) -> int")
              .reference(in -> (long) in.text(0).codePointCount(0, in.text(0).length())),
          op("aten::add.str(str a, str b) -> str").reference(in -> in.text(0) + in.text(1)),
          op("aten::eq.str(str a, str b) -> bool").reference(in -> in.text(0).equals(in.text(1))),
          op("aten::ne.str(str a, str b) -> bool").reference(in -> !in.text(0).equals(in.text(1))));

  private StringOps() {}
}

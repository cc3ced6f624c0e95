package dev.cresset.ir.plan;

import dev.cresset.ir.scalar.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes cells of scalars, equal ones once. */
final class Cells {
  /** What tells cells apart. */
  private record Key(Object what, List<Integer> operands) {}

  private final List<Cell> all = new ArrayList<>();
  private final Map<Scalar, Cell> known = new IdentityHashMap<>();
  private final Map<Key, Cell> byKey = new HashMap<>();

  Cell of(Scalar scalar) {
    Cell cell = known.get(scalar);
    if (cell == null) {
      cell = make(scalar);
      known.put(scalar, cell);
    }
    return cell;
  }

  private Cell make(Scalar scalar) {
    List<Cell> operands = new ArrayList<>();
    Object what = scalar;
    boolean uniform = !(scalar instanceof Scalar.Input);
    boolean ofRow = scalar instanceof Scalar.Row || scalar instanceof Scalar.RowLength;
    if (scalar instanceof Scalar.Call call) {
      what = call.function();
      call.arguments().forEach(argument -> operands.add(of(argument)));
      uniform = operands.stream().allMatch(Cell::uniform);
      ofRow = !uniform && operands.stream().allMatch(Cell::isSame);
    } else if (scalar instanceof Scalar.Row row) {
      what = row.fold();
      operands.add(of(row.each()));
    } else if (scalar instanceof Scalar.Constant constant) {
      what = Double.doubleToRawLongBits(constant.value()); // −0 is not 0
    }
    Key key = new Key(what, operands.stream().map(Cell::id).toList());
    Cell cell = byKey.get(key);
    if (cell == null) {
      cell = new Cell(all.size(), scalar, operands, uniform && !ofRow, ofRow);
      all.add(cell);
      byKey.put(key, cell);
    }
    return cell;
  }

  /** All that were made, operands before what uses them. */
  List<Cell> all() {
    return all;
  }
}

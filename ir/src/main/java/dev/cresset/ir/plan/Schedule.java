package dev.cresset.ir.plan;

import dev.cresset.ir.plan.Step.Array;
import dev.cresset.ir.plan.Step.Block;
import dev.cresset.ir.plan.Step.Fold;
import dev.cresset.ir.plan.Step.Loop;
import dev.cresset.ir.plan.Step.Store;
import dev.cresset.ir.scalar.Primitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts cells into steps. Blocks and folds come as early as they can, arithmetic as late as it can;
 * each level is one loop and then blocks and folds. Results are written last of all, since they may
 * be the inputs. What is one number for a whole row needs no step of its own.
 */
final class Schedule {
  private static final int NEVER = Integer.MAX_VALUE;

  private final List<Cell> cells;
  private final List<Cell> outputs;

  /** Of a block, after which loop it runs; of arithmetic, the loop that first needs it. */
  private final int[] level;

  /** The last level that reads the cell. */
  private final int[] lastUse;

  /** Whether the cell is stored where others find it. */
  private final boolean[] stored;

  private int last;
  private int temps;

  Schedule(List<Cell> cells, List<Cell> outputs) {
    this.cells = cells;
    this.outputs = outputs;
    level = new int[cells.size()];
    lastUse = new int[cells.size()];
    stored = new boolean[cells.size()];
    placeBlocks();
    placeArithmetic();
  }

  private void placeBlocks() {
    int[] earliest = new int[cells.size()];
    last = 0;
    for (Cell cell : cells) {
      for (Cell operand : cell.operands()) {
        int after = operand.isStep() && !cell.isStep() ? 1 : 0;
        earliest[cell.id()] = Math.max(earliest[cell.id()], earliest[operand.id()] + after);
      }
      if (cell.isStep()) {
        last = Math.max(last, earliest[cell.id()] + 1);
      }
    }
    System.arraycopy(earliest, 0, level, 0, level.length);
  }

  /** From the results back: a cell is computed in the first loop that needs it. */
  private void placeArithmetic() {
    int[] first = new int[cells.size()];
    Arrays.fill(first, NEVER);
    Arrays.fill(lastUse, -1);
    for (Cell output : outputs) {
      use(output, last, first);
    }
    for (int i = cells.size() - 1; i >= 0; i--) {
      Cell cell = cells.get(i);
      if (cell.isStep()) {
        stored[i] = true;
      } else if (first[i] != NEVER) {
        level[i] = first[i];
        stored[i] |= lastUse[i] > first[i] && !cell.isInput() && !cell.isSame();
      }
      for (int o = 0; o < cell.operands().size(); o++) {
        Cell operand = cell.operands().get(o);
        use(operand, level[i], first);
        if (cell.isStep() && !operand.isInput() && !isPlainNumber(cell, o)) {
          stored[operand.id()] = true;
        }
      }
    }
  }

  private void use(Cell cell, int at, int[] first) {
    first[cell.id()] = Math.min(first[cell.id()], at);
    lastUse[cell.id()] = Math.max(lastUse[cell.id()], at);
  }

  /** Whether a block takes this operand as a number, not as an array. */
  static boolean isPlainNumber(Cell block, int operand) {
    return block.function() == Primitive.POW && operand == 1 && block.operands().get(1).isSame();
  }

  List<Step> steps() {
    List<Step> rough = new ArrayList<>();
    for (int at = 0; at <= last; at++) {
      List<Store> stores = new ArrayList<>();
      for (Cell cell : cells) {
        if (stored[cell.id()] && !cell.isStep() && level[cell.id()] == at && at < last) {
          stores.add(new Store(cell, new Array(Array.Kind.TEMP, cell.id())));
        }
      }
      if (at == last) {
        lastStores(stores, rough);
      }
      if (!stores.isEmpty()) {
        rough.add(new Loop(stores));
      }
      for (Cell cell : cells) {
        if (cell.isBlock() && level[cell.id()] == at) {
          rough.add(new Block(cell, new Array(Array.Kind.TEMP, cell.id())));
        } else if (cell.fold() != null && level[cell.id()] == at) {
          rough.add(new Fold(cell));
        }
      }
    }
    return withRealTemps(rough);
  }

  /** The results; one that the last block gives, and nothing else, is written by the block. */
  private void lastStores(List<Store> stores, List<Step> steps) {
    int end = steps.size() - 1;
    if (outputs.size() == 1
        && end >= 0
        && steps.get(end) instanceof Block block
        && block.cell().equals(outputs.get(0))) {
      steps.set(end, new Block(block.cell(), new Array(Array.Kind.OUTPUT, 0)));
      return;
    }
    for (int i = 0; i < outputs.size(); i++) {
      stores.add(new Store(outputs.get(i), new Array(Array.Kind.OUTPUT, i)));
    }
  }

  /** Gives temps numbers, the same one to cells that are not needed at the same time. */
  private List<Step> withRealTemps(List<Step> rough) {
    Map<Cell, Integer> lastRead = new HashMap<>();
    for (int i = 0; i < rough.size(); i++) {
      int at = i;
      if (rough.get(i) instanceof Block block) {
        block.cell().operands().forEach(cell -> lastRead.put(cell, at));
      } else if (rough.get(i) instanceof Fold fold) {
        fold.cell().operands().forEach(cell -> lastRead.put(cell, at));
      } else if (rough.get(i) instanceof Loop loop) {
        Set<Cell> seen = new HashSet<>();
        loop.stores().forEach(store -> reads(store.cell(), true, seen));
        seen.forEach(cell -> lastRead.put(cell, at));
      }
    }
    TreeSet<Integer> free = new TreeSet<>();
    Map<Cell, Integer> temp = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < rough.size(); i++) {
      for (Cell cell : List.copyOf(temp.keySet())) {
        if (lastRead.getOrDefault(cell, -1) <= i) {
          free.add(temp.remove(cell)); // what this step reads it may overwrite
        }
      }
      if (rough.get(i) instanceof Block block) {
        steps.add(new Block(block.cell(), real(block.cell(), block.array(), free, temp)));
      } else if (rough.get(i) instanceof Fold fold) {
        steps.add(fold);
      } else if (rough.get(i) instanceof Loop loop) {
        List<Store> stores = new ArrayList<>();
        for (Store store : loop.stores()) {
          stores.add(new Store(store.cell(), real(store.cell(), store.array(), free, temp)));
        }
        steps.add(new Loop(stores));
      }
    }
    return steps;
  }

  /** What a loop reads to compute {@code cell}: down to what an earlier step stored. */
  private void reads(Cell cell, boolean top, Set<Cell> seen) {
    if (seen.add(cell) && (top && !cell.isStep() || !stored[cell.id()])) {
      cell.operands().forEach(operand -> reads(operand, false, seen));
    }
  }

  private Array real(Cell cell, Array array, TreeSet<Integer> free, Map<Cell, Integer> temp) {
    if (array.kind() != Array.Kind.TEMP) {
      return array;
    }
    Integer number = free.pollFirst();
    if (number == null) {
      number = temps++;
    }
    temp.put(cell, number);
    return new Array(Array.Kind.TEMP, number);
  }

  int temps() {
    return temps;
  }
}

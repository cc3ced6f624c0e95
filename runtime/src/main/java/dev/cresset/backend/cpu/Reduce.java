package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import java.util.Arrays;

/**
 * Reduces elements to results. Long results are made of parts whose borders the sizes alone decide,
 * so that any number of threads gives the same bits.
 */
public final class Reduce {
  /** Elements of a part. */
  private static final int PART = 16384;

  /** Elements for which a thread's turn pays. */
  private static final int TURN = 32768;

  /** Columns that are summed side by side. */
  private static final int COLUMNS = 4096;

  private Reduce() {}

  /** The results in double precision, row by row; the elements are reals. */
  public static double[] reals(Slabs slabs, Fold fold) {
    int results = slabs.results();
    double[] sums = new double[results];
    if (slabs.total() == 0) {
      Arrays.fill(sums, fold.start());
      return sums;
    }
    boolean rows = slabs.run() > 1 || slabs.inner() == 1;
    int parts = rows ? rowParts(slabs) : columnParts(slabs);
    double[] partial = parts == 1 ? sums : new double[Math.multiplyExact(results, parts)];
    Arrays.fill(partial, fold.start());
    if (rows) {
      rows(slabs, fold, parts, partial);
    } else {
      columns(slabs, fold, parts, partial);
    }
    for (int r = 0; parts > 1 && r < results; r++) {
      int at = rows ? r * parts : r / slabs.inner() * parts * slabs.inner() + r % slabs.inner();
      int step = rows ? 1 : slabs.inner();
      double sum = partial[at];
      for (int p = 1; p < parts; p++) {
        sum = fold.join(sum, partial[at + p * step]);
      }
      sums[r] = sum;
    }
    return sums;
  }

  private static int chunks(Slabs slabs) {
    return (slabs.run() + PART - 1) / PART;
  }

  /** Chunks of runs that make up a part. */
  private static int chunksOfPart(Slabs slabs) {
    return Math.max(1, PART / slabs.run());
  }

  private static int rowParts(Slabs slabs) {
    int chunks = slabs.times() * chunks(slabs);
    int each = chunksOfPart(slabs);
    return (chunks + each - 1) / each;
  }

  private static void rows(Slabs slabs, Fold fold, int parts, double[] partial) {
    if (slabs.times() == 1 && parts == 1) { // a result is one run
      int run = slabs.run();
      ranges(
          slabs.outer(),
          run,
          (begin, end) -> {
            for (int r = begin, at = slabs.at() + begin * run; r < end; r++, at += run) {
              partial[r] =
                  slabs.array() instanceof float[] floats
                      ? fold.run(floats, at, run, partial[r], r)
                      : fold.run((double[]) slabs.array(), at, run, partial[r], r);
            }
          });
      return;
    }
    int chunks = chunks(slabs);
    int each = chunksOfPart(slabs);
    int cost = Math.max(1, slabs.count() / parts);
    turns(
        slabs.results() * parts,
        cost,
        item -> {
          int result = item / parts;
          int o = result / slabs.inner();
          int i = result % slabs.inner();
          int first = item % parts * each;
          int last = Math.min(slabs.times() * chunks, first + each);
          double sum = partial[item];
          for (int c = first; c < last; c++) {
            int from = c % chunks * PART;
            int at = slabs.position(o, c / chunks, i) + from;
            int n = Math.min(PART, slabs.run() - from);
            sum =
                slabs.array() instanceof float[] floats
                    ? fold.run(floats, at, n, sum, result)
                    : fold.run((double[]) slabs.array(), at, n, sum, result);
          }
          partial[item] = sum;
        });
  }

  private static int rowsOfPart(Slabs slabs) {
    return Math.max(64, 4 * PART / slabs.inner());
  }

  private static int columnParts(Slabs slabs) {
    int each = rowsOfPart(slabs);
    return (slabs.times() + each - 1) / each;
  }

  private static void columns(Slabs slabs, Fold fold, int parts, double[] partial) {
    int inner = slabs.inner();
    int each = rowsOfPart(slabs);
    int tiles = (inner + COLUMNS - 1) / COLUMNS;
    turns(
        slabs.outer() * parts * tiles,
        Math.max(1, slabs.total() / (slabs.outer() * parts * tiles)),
        item -> {
          int column = item % tiles * COLUMNS;
          int block = item / tiles; // outer index and part
          int o = block / parts;
          int first = block % parts * each;
          int rows = Math.min(each, slabs.times() - first);
          int n = Math.min(COLUMNS, inner - column);
          int at = slabs.position(o, first, column);
          int to = block * inner + column;
          int result = o * inner + column;
          if (slabs.array() instanceof float[] floats) {
            fold.rows(floats, at, rows, inner, n, partial, to, result);
          } else {
            fold.rows((double[]) slabs.array(), at, rows, inner, n, partial, to, result);
          }
        });
  }

  /** The results in whole numbers, row by row; the elements are whole numbers. */
  public static long[] wholes(Slabs slabs, WholeFold fold) {
    long[] x = (long[]) slabs.array();
    int results = slabs.results();
    long[] sums = new long[results];
    Arrays.fill(sums, fold.start());
    if (slabs.total() == 0) {
      return sums;
    }
    int chunks = chunks(slabs);
    if (results == 1 && slabs.times() == 1 && chunks > 1) { // one long run
      long[] partial = new long[chunks];
      Parallel.each(
          chunks,
          c -> {
            long sum = fold.start();
            int end = Math.min(slabs.run(), (c + 1) * PART);
            for (int i = c * PART; i < end; i++) {
              sum = fold.step().applyAsLong(sum, x[slabs.at() + i]);
            }
            partial[c] = sum;
          });
      for (long part : partial) {
        sums[0] = fold.join().applyAsLong(sums[0], part);
      }
      return sums;
    }
    turns(
        slabs.outer(),
        Math.max(1, slabs.total() / slabs.outer()),
        o -> {
          for (int t = 0; t < slabs.times(); t++) {
            for (int i = 0; i < slabs.inner(); i++) {
              int at = slabs.position(o, t, i);
              long sum = sums[o * slabs.inner() + i];
              for (int p = at; p < at + slabs.run(); p++) {
                sum = fold.step().applyAsLong(sum, x[p]);
              }
              sums[o * slabs.inner() + i] = sum;
            }
          }
        });
    return sums;
  }

  /**
   * For each result the number of the first of its elements that equals its value, or is NaN as the
   * value is.
   *
   * @param values a {@code double[]} or, for whole numbers, {@code long[]}, of elements that occur
   */
  public static long[] first(Slabs slabs, Object values) {
    long[] found = new long[slabs.results()];
    Arrays.fill(found, -1);
    turns(
        slabs.outer(),
        Math.max(1, slabs.total() / Math.max(slabs.outer(), 1)),
        o -> {
          for (int t = 0; t < slabs.times(); t++) {
            if (slabs.run() == 1) {
              columns(slabs, o, t, values, found);
              continue;
            }
            for (int i = 0; i < slabs.inner(); i++) {
              int result = o * slabs.inner() + i;
              if (found[result] < 0) {
                int at = slabs.position(o, t, i);
                int r = search(slabs.array(), at, slabs.run(), values, result);
                found[result] = r < slabs.run() ? (long) t * slabs.run() + r : -1;
              }
            }
          }
        });
    return found;
  }

  /** Looks for all results of block {@code o} in row {@code t}. */
  private static void columns(Slabs slabs, int o, int t, Object values, long[] found) {
    int to = o * slabs.inner();
    int at = slabs.position(o, t, 0) - to;
    int end = to + slabs.inner();
    if (slabs.array() instanceof float[] x) {
      double[] sought = (double[]) values;
      for (int r = to; r < end; r++) {
        if (found[r] < 0 && (x[at + r] == sought[r] || Float.isNaN(x[at + r]))) {
          found[r] = t; // if an element is NaN, so is the value
        }
      }
    } else if (slabs.array() instanceof double[] x) {
      double[] sought = (double[]) values;
      for (int r = to; r < end; r++) {
        if (found[r] < 0 && (x[at + r] == sought[r] || Double.isNaN(x[at + r]))) {
          found[r] = t;
        }
      }
    } else {
      long[] x = (long[]) slabs.array();
      long[] sought = (long[]) values;
      for (int r = to; r < end; r++) {
        if (found[r] < 0 && x[at + r] == sought[r]) {
          found[r] = t;
        }
      }
    }
  }

  private static int search(Object x, int at, int n, Object values, int result) {
    int r = 0;
    if (x instanceof long[] wholes) {
      long value = ((long[]) values)[result];
      while (r < n && wholes[at + r] != value) {
        r++;
      }
      return r;
    }
    double value = ((double[]) values)[result];
    boolean nan = Double.isNaN(value);
    if (x instanceof float[] floats) {
      while (r < n && (nan ? !Float.isNaN(floats[at + r]) : floats[at + r] != value)) {
        r++;
      }
    } else {
      double[] doubles = (double[]) x;
      while (r < n && (nan ? !Double.isNaN(doubles[at + r]) : doubles[at + r] != value)) {
        r++;
      }
    }
    return r;
  }

  /** Runs {@code work} on each of {@code items}, in turns that pay for themselves. */
  static void turns(int items, int cost, Parallel.Piece work) {
    ranges(
        items,
        cost,
        (begin, end) -> {
          for (int item = begin; item < end; item++) {
            work.run(item);
          }
        });
  }

  /** Runs {@code work} on ranges of {@code items}, which pay for themselves. */
  private static void ranges(int items, int cost, Parallel.Range work) {
    int each = Math.max(1, TURN / Math.max(1, cost));
    Parallel.each(
        (items + each - 1) / each,
        turn -> work.run(turn * each, Math.min(items, (turn + 1) * each)));
  }
}

package dev.cresset.optim;

import java.util.function.DoubleFunction;

/**
 * A step length along a direction at which the loss is clearly lower and its slope clearly flatter:
 * the strong Wolfe conditions (Nocedal and Wright, 2006, algorithms 3.5 and 3.6).
 */
final class StrongWolfe {
  private static final double LOWER = 1e-4;
  private static final double FLATTER = 0.9;
  private static final int MAX_EVALUATIONS = 25;

  /** The loss and its gradient at a length along the direction, and the slope there. */
  record Point(double length, double loss, double[] gradient, double slope) {}

  /** What was found, and how often the loss was computed for it. */
  record Result(Point point, int evaluations) {}

  private final Point start;
  private final DoubleFunction<Point> at;
  private int evaluations;
  private int tries;

  private StrongWolfe(Point start, DoubleFunction<Point> at) {
    this.start = start;
    this.at = at;
  }

  /**
   * Searches from {@code length} on.
   *
   * @param start where the length is 0
   * @param largest the direction's largest part
   * @param tolerance the change of a parameter that no longer counts
   */
  static Result search(
      Point start, DoubleFunction<Point> at, double length, double largest, double tolerance) {
    StrongWolfe search = new StrongWolfe(start, at);
    Point[] bracket = search.bracket(length);
    Point found =
        bracket.length == 1 ? bracket[0] : search.zoom(bracket[0], bracket[1], largest, tolerance);
    return new Result(found, search.evaluations);
  }

  private Point evaluate(double length) {
    evaluations++;
    return at.apply(length);
  }

  private boolean tooHigh(Point p) {
    return p.loss > start.loss + LOWER * p.length * start.slope;
  }

  private boolean flat(Point p) {
    return Math.abs(p.slope) <= -FLATTER * start.slope;
  }

  /** Two points with a good one between them, or a good one. */
  private Point[] bracket(double length) {
    Point before = start;
    Point now = evaluate(length);
    for (; tries < MAX_EVALUATIONS; tries++) {
      if (tooHigh(now) || tries > 1 && now.loss >= before.loss) {
        return new Point[] {before, now};
      }
      if (flat(now)) {
        return new Point[] {now};
      }
      if (now.slope >= 0) {
        return new Point[] {before, now};
      }
      double next =
          minimum(before, now, now.length + 0.01 * (now.length - before.length), now.length * 10);
      before = now;
      now = evaluate(next);
    }
    return new Point[] {start, now};
  }

  private Point zoom(Point one, Point other, double largest, double tolerance) {
    Point low = one.loss <= other.loss ? one : other;
    Point high = one.loss <= other.loss ? other : one;
    boolean littleProgress = false;
    while (tries < MAX_EVALUATIONS && Math.abs(high.length - low.length) * largest >= tolerance) {
      double min = Math.min(low.length, high.length);
      double max = Math.max(low.length, high.length);
      double length = minimum(one(low, high), two(low, high), min, max);
      double margin = 0.1 * (max - min);
      if (Math.min(max - length, length - min) < margin) {
        if (littleProgress || length >= max || length <= min) {
          length = Math.abs(length - max) < Math.abs(length - min) ? max - margin : min + margin;
          littleProgress = false;
        } else {
          littleProgress = true;
        }
      } else {
        littleProgress = false;
      }
      Point now = evaluate(length);
      tries++;
      if (tooHigh(now) || now.loss >= low.loss) {
        high = now;
      } else {
        if (flat(now)) {
          return now;
        }
        if (now.slope * (high.length - low.length) >= 0) {
          high = low;
        }
        low = now;
      }
    }
    return low;
  }

  private static Point one(Point low, Point high) {
    return low.length <= high.length ? low : high;
  }

  private static Point two(Point low, Point high) {
    return low.length <= high.length ? high : low;
  }

  /** Where the cubic through two points with their slopes is lowest, within bounds. */
  private static double minimum(Point a, Point b, double min, double max) {
    double d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length);
    double square = d1 * d1 - a.slope * b.slope;
    if (!(square >= 0)) {
      return (min + max) / 2;
    }
    double d2 = Math.sqrt(square);
    double place =
        a.length <= b.length
            ? b.length
                - (b.length - a.length) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2))
            : a.length
                - (a.length - b.length) * ((a.slope + d2 - d1) / (a.slope - b.slope + 2 * d2));
    return Math.min(Math.max(place, min), max);
  }
}

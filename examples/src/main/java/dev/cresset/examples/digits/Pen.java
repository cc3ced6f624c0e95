package dev.cresset.examples.digits;

import dev.cresset.Generator;
import dev.cresset.examples.digits.Strokes.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws one digit as no two people would: with its own slant, turn, size, place, thickness and
 * unsteadiness, on noisy paper.
 */
final class Pen {
  /** Pixels along each side of a picture. */
  static final int SIDE = 28;

  private static final double NOISE = 0.15;

  private final Generator random;

  Pen(Generator random) {
    this.random = random;
  }

  /** Writes {@code digit} to {@code SIDE · SIDE} grey values from 0 to 1, row by row. */
  void draw(int digit, float[] picture, int offset) {
    List<List<Point>> strokes = written(Strokes.of(digit));
    double halfWidth = between(0.018, 0.06);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double x = (column + 0.5) / SIDE;
        double y = (row + 0.5) / SIDE;
        double ink = (halfWidth - distance(strokes, x, y)) * SIDE + 0.5; // one pixel's edge is grey
        double grey = Math.max(0, Math.min(1, ink)) + NOISE * random.normal();
        picture[offset + row * SIDE + column] = (float) Math.max(0, Math.min(1, grey));
      }
    }
  }

  private List<List<Point>> written(List<List<Point>> strokes) {
    double slant = between(-0.45, 0.45);
    double turn = Math.toRadians(between(-15, 15));
    double width = between(0.6, 1.05);
    double height = between(0.6, 1.05);
    double right = between(-0.12, 0.12);
    double down = between(-0.12, 0.12);
    List<List<Point>> all = new ArrayList<>();
    for (List<Point> stroke : strokes) {
      List<Point> points = new ArrayList<>();
      for (Point point : stroke) {
        double x = (point.x() - 0.5) * width + between(-0.022, 0.022);
        double y = (point.y() - 0.5) * height + between(-0.022, 0.022);
        x -= slant * y;
        points.add(
            new Point(
                0.5 + right + x * Math.cos(turn) - y * Math.sin(turn),
                0.5 + down + x * Math.sin(turn) + y * Math.cos(turn)));
      }
      all.add(points);
    }
    return all;
  }

  private double between(double least, double most) {
    return least + (most - least) * random.uniform();
  }

  private static double distance(List<List<Point>> strokes, double x, double y) {
    double least = Double.MAX_VALUE;
    for (List<Point> stroke : strokes) {
      for (int i = 1; i < stroke.size(); i++) {
        least = Math.min(least, squared(stroke.get(i - 1), stroke.get(i), x, y));
      }
    }
    return Math.sqrt(least);
  }

  /** The squared distance of a point from the line between two others. */
  private static double squared(Point a, Point b, double x, double y) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - a.x()) * dx + (y - a.y()) * dy) / length;
    double t = Math.max(0, Math.min(1, along));
    double ex = x - a.x() - t * dx;
    double ey = y - a.y() - t * dy;
    return ex * ex + ey * ey;
  }
}

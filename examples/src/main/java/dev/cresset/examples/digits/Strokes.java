package dev.cresset.examples.digits;

import java.util.ArrayList;
import java.util.List;

/** How each digit is written: strokes in a square of side 1, y downward. */
final class Strokes {

  /** A point of a stroke. */
  record Point(double x, double y) {}

  private static final int ARC_POINTS = 14;

  private static final List<List<List<Point>>> DIGITS =
      List.of(
          List.of(arc(0.5, 0.5, 0.24, 0.36, 0, 360)),
          List.of(line(0.36, 0.28, 0.54, 0.14, 0.54, 0.86)),
          List.of(join(arc(0.5, 0.34, 0.23, 0.2, 190, 395), line(0.27, 0.86, 0.75, 0.86))),
          List.of(arc(0.48, 0.32, 0.21, 0.18, 205, 450), arc(0.48, 0.68, 0.24, 0.18, 270, 515)),
          List.of(line(0.63, 0.86, 0.63, 0.14, 0.26, 0.64, 0.78, 0.64)),
          List.of(
              join(line(0.7, 0.14, 0.34, 0.14, 0.32, 0.46), arc(0.48, 0.64, 0.24, 0.22, 225, 510))),
          List.of(join(line(0.62, 0.13, 0.4, 0.34), arc(0.5, 0.65, 0.22, 0.21, 205, 565))),
          List.of(line(0.26, 0.15, 0.75, 0.15, 0.44, 0.86)),
          List.of(arc(0.5, 0.32, 0.18, 0.18, 0, 360), arc(0.5, 0.68, 0.23, 0.19, 0, 360)),
          List.of(
              join(arc(0.5, 0.36, 0.21, 0.21, 0, 360), line(0.71, 0.36, 0.66, 0.62, 0.56, 0.87))));

  private Strokes() {}

  /** The strokes of {@code digit}, 0 to 9. */
  static List<List<Point>> of(int digit) {
    return DIGITS.get(digit);
  }

  private static List<Point> line(double... coordinates) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    return points;
  }

  /** A part of an ellipse, from one angle to another in degrees, clockwise from the right. */
  private static List<Point> arc(
      double x, double y, double width, double height, double from, double to) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= ARC_POINTS; i++) {
      double angle = Math.toRadians(from + (to - from) * i / ARC_POINTS);
      points.add(new Point(x + width * Math.cos(angle), y + height * Math.sin(angle)));
    }
    return points;
  }

  private static List<Point> join(List<Point> first, List<Point> second) {
    List<Point> points = new ArrayList<>(first);
    points.addAll(second);
    return points;
  }
}

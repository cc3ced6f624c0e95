package dev.cresset.tools.curve;

import dev.cresset.tools.curve.Curves.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Curves in characters: of the points that fall on a column, the mean is marked. */
final class Terminal {
  private static final String MARKS = "*+ox#@";

  private final Curves curves;
  private final int width;
  private final int height;
  private double left = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  Terminal(Curves curves, int width, int height) {
    this.curves = curves;
    this.width = width;
    this.height = height;
  }

  String draw() {
    for (List<Point> points : curves.points().values()) {
      points.stream().filter(Curves::isDrawn).forEach(this::widen);
    }
    char[][] field = new char[height][width];
    Arrays.stream(field).forEach(row -> Arrays.fill(row, ' '));
    List<String> legend = new ArrayList<>();
    curves
        .points()
        .forEach(
            (name, points) -> {
              char mark = MARKS.charAt(legend.size() % MARKS.length());
              legend.add(mark + " " + name);
              mark(points, mark, field);
            });
    return text(field, legend);
  }

  private void widen(Point point) {
    left = Math.min(left, point.x());
    right = Math.max(right, point.x());
    low = Math.min(low, point.y());
    high = Math.max(high, point.y());
  }

  private void mark(List<Point> points, char mark, char[][] field) {
    double[] sums = new double[width];
    int[] counts = new int[width];
    for (Point point : points) {
      if (Curves.isDrawn(point)) {
        int column = place(point.x(), left, right, width);
        sums[column] += point.y();
        counts[column]++;
      }
    }
    for (int column = 0; column < width; column++) {
      if (counts[column] > 0) {
        double mean = sums[column] / counts[column];
        field[height - 1 - place(mean, low, high, height)][column] = mark;
      }
    }
  }

  private static int place(double value, double from, double to, int places) {
    return to > from ? (int) Math.rint((value - from) / (to - from) * (places - 1)) : 0;
  }

  private String text(char[][] field, List<String> legend) {
    String top = number(high);
    String bottom = number(low);
    int margin = Math.max(top.length(), bottom.length());
    StringBuilder text = new StringBuilder();
    text.append(curves.title()).append(": ").append(curves.vertical());
    text.append("   ").append(String.join("   ", legend)).append('\n');
    for (int row = 0; row < height; row++) {
      String label = row == 0 ? top : row == height - 1 ? bottom : "";
      text.append(" ".repeat(margin - label.length())).append(label).append(" |");
      text.append(new String(field[row]).stripTrailing()).append('\n');
    }
    String first = number(left);
    String last = number(right);
    text.append(" ".repeat(margin)).append(" +").append("-".repeat(width)).append('\n');
    String middle = curves.horizontal();
    int free = Math.max(2, width - first.length() - middle.length() - last.length());
    text.append(" ".repeat(margin + 2)).append(first).append(" ".repeat(free / 2)).append(middle);
    return text.append(" ".repeat(free - free / 2)).append(last).toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}

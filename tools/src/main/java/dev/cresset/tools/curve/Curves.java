package dev.cresset.tools.curve;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Numbers over the steps of training, each under a name: losses, accuracies, rates.
 *
 * <pre>
 * var curves = new Curves("a residual network on drawn digits", "step", "loss");
 * curves.add("train", step, loss.item());
 * ...
 * System.out.println(curves);
 * curves.savePng(Path.of("loss.png"));
 * </pre>
 *
 * <p>It needs no display. Values that are NaN or infinite are gaps.
 */
public final class Curves {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 450;

  /** One point of a curve. */
  record Point(double x, double y) {}

  private final String title;
  private final String horizontal;
  private final String vertical;
  private final Map<String, List<Point>> curves = new LinkedHashMap<>();

  /**
   * Without a curve yet.
   *
   * @param title what stands above
   * @param horizontal what is counted to the right, {@code "step"}
   * @param vertical what is measured, {@code "loss"}
   */
  public Curves(String title, String horizontal, String vertical) {
    this.title = title;
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Adds a point to the curve {@code name}, which begins with its first. */
  public void add(String name, double x, double y) {
    curves.computeIfAbsent(name, n -> new ArrayList<>()).add(new Point(x, y));
  }

  /** The points of each curve. */
  Map<String, List<Point>> points() {
    return Collections.unmodifiableMap(curves);
  }

  String title() {
    return title;
  }

  String horizontal() {
    return horizontal;
  }

  String vertical() {
    return vertical;
  }

  /**
   * Draws the curves, 800 pixels wide and 450 high.
   *
   * @param file ends with {@code .png}; replaced if it is there
   * @throws IllegalStateException if there is no point
   * @throws UncheckedIOException if the file cannot be written
   */
  public void savePng(Path file) {
    if (!file.toString().endsWith(".png")) {
      throw new IllegalArgumentException(file + " must end with .png");
    }
    requirePoints();
    try {
      BitmapEncoder.saveBitmap(chart(), file.toString(), BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(horizontal)
            .yAxisTitle(vertical)
            .build();
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.InsideNE)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    curves.forEach(
        (name, points) -> {
          double[] x = points.stream().mapToDouble(Point::x).toArray();
          double[] y = points.stream().mapToDouble(p -> finite(p.y())).toArray();
          chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
        });
    return chart;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN; // which the chart leaves out
  }

  private void requirePoints() {
    boolean any = curves.values().stream().flatMap(List::stream).anyMatch(p -> isDrawn(p));
    if (!any) {
      throw new IllegalStateException("'" + title + "' has no point to draw; call add first");
    }
  }

  static boolean isDrawn(Point point) {
    return Double.isFinite(point.x()) && Double.isFinite(point.y());
  }

  /**
   * The curves in characters, 72 wide and 16 high, each curve with a mark of its own.
   *
   * @throws IllegalStateException if there is no point
   */
  @Override
  public String toString() {
    requirePoints();
    return new Terminal(this, 72, 16).draw();
  }
}

package dev.cresset.ir.render;

import dev.cresset.ir.render.Figure.Arrow;
import dev.cresset.ir.render.Figure.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the boxes of a figure stand: in layers from the top to the bottom, each below all that it
 * takes something from. After Sugiyama, Tagawa and Toda, "Methods for visual understanding of
 * hierarchical system structures" (1981); the places within the layers by the pool of adjacent
 * violators, which gives the least squares that keep an order.
 */
final class FigureLayout {
  static final double LINE = 17;
  static final double HEADER = 24;
  static final double PADDING = 10;
  private static final double LETTER = 7.3;
  private static final double BETWEEN_BOXES = 26;
  private static final double BETWEEN_LAYERS = 34;
  private static final double PASSING = 10;
  private static final int SWEEPS = 12;

  /** A box with its place; {@code x} and {@code y} of its corner. */
  record Placed(Box box, double x, double y, double width, double height, List<Plan> inner) {}

  /** An arrow with the points that it passes. */
  record Line(Arrow arrow, List<double[]> points) {}

  /** A figure with all its places. */
  record Plan(Figure figure, double width, double height, List<Placed> boxes, List<Line> lines) {}

  /** A box, or the place where an arrow passes a layer. */
  private static final class Cell {
    final int box;
    final double width;
    final double height;
    final List<Cell> above = new ArrayList<>();
    final List<Cell> below = new ArrayList<>();
    double center;
    double top;
    double bottom;
    double ceiling;
    double floor;

    Cell(int box, double width, double height) {
      this.box = box;
      this.width = width;
      this.height = height;
    }
  }

  private final Figure figure;
  private final List<List<Plan>> inner = new ArrayList<>();
  private final Cell[] cells;
  private final int[] layer;
  private final List<List<Cell>> layers = new ArrayList<>();
  private final Map<Arrow, List<Cell>> ways = new HashMap<>();

  private FigureLayout(Figure figure) {
    this.figure = figure;
    this.cells = new Cell[figure.boxes().size()];
    this.layer = new int[cells.length];
  }

  static Plan of(Figure figure) {
    FigureLayout layout = new FigureLayout(figure);
    layout.measure();
    layout.assignLayers();
    layout.fillLayers();
    layout.order();
    layout.place();
    return layout.plan();
  }

  private void measure() {
    for (int i = 0; i < cells.length; i++) {
      Box box = figure.boxes().get(i);
      List<Plan> plans = box.inner().stream().map(FigureLayout::of).toList();
      inner.add(plans);
      int longest = box.lines().stream().mapToInt(String::length).max().orElse(1);
      double width = Math.max(56, longest * LETTER + 2 * PADDING);
      double height = box.lines().size() * LINE + PADDING;
      if (!plans.isEmpty()) {
        double side = PADDING;
        double tallest = 0;
        for (Plan plan : plans) {
          side += plan.width() + PADDING;
          tallest = Math.max(tallest, plan.height());
        }
        width = Math.max(width, side);
        height += tallest + HEADER + PADDING;
      }
      cells[i] = new Cell(i, width, height);
    }
  }

  /** As far up as what it takes allows; what takes nothing stands right above where it is used. */
  private void assignLayers() {
    for (Arrow arrow : figure.arrows()) { // those into a box come before those out of it
      layer[arrow.to()] = Math.max(layer[arrow.to()], layer[arrow.from()] + 1);
    }
    for (int i = cells.length - 1; i >= 0; i--) {
      int box = i;
      boolean takes = figure.arrows().stream().anyMatch(arrow -> arrow.to() == box);
      if (!takes && figure.boxes().get(i).kind() != Figure.Kind.INPUT) {
        layer[i] =
            figure.arrows().stream()
                    .filter(arrow -> arrow.from() == box)
                    .mapToInt(arrow -> layer[arrow.to()])
                    .min()
                    .orElse(1)
                - 1;
      }
    }
    int last = cells.length - 1;
    if (last >= 0 && figure.boxes().get(last).kind() == Figure.Kind.OUTPUT) {
      layer[last] = Math.max(layer[last], Arrays.stream(layer).max().orElse(0));
    }
  }

  private void fillLayers() {
    int count = Arrays.stream(layer).max().orElse(0) + 1;
    for (int i = 0; i < count; i++) {
      layers.add(new ArrayList<>());
    }
    for (int i = 0; i < cells.length; i++) {
      layers.get(layer[i]).add(cells[i]);
    }
    for (Arrow arrow : figure.arrows()) {
      List<Cell> way = new ArrayList<>();
      Cell from = cells[arrow.from()];
      for (int at = layer[arrow.from()] + 1; at < layer[arrow.to()]; at++) {
        Cell passing = new Cell(-1, PASSING, 0);
        layers.get(at).add(passing);
        join(from, passing);
        way.add(passing);
        from = passing;
      }
      join(from, cells[arrow.to()]);
      ways.put(arrow, way);
    }
  }

  private static void join(Cell above, Cell below) {
    above.below.add(below);
    below.above.add(above);
  }

  /** Each layer by the means of the places that its cells are joined to, down and up. */
  private void order() {
    for (List<Cell> cellsOfLayer : layers) {
      number(cellsOfLayer);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        List<Cell> at = layers.get(down ? i : layers.size() - 1 - i);
        Map<Cell, Double> means = new HashMap<>();
        at.forEach(cell -> means.put(cell, mean(down ? cell.above : cell.below, cell.center)));
        at.sort(Comparator.comparingDouble(cell -> means.getOrDefault(cell, 0.0)));
        number(at);
      }
    }
  }

  private static void number(List<Cell> all) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).center = i;
    }
  }

  /** The mean of their places; arrows that pass count little, so that boxes stand in line. */
  private static double mean(List<Cell> cells, double otherwise) {
    double sum = 0;
    double weights = 0;
    for (Cell cell : cells) {
      double weight = cell.box < 0 ? 0.15 : 1;
      sum += cell.center * weight;
      weights += weight;
    }
    return weights == 0 ? otherwise : sum / weights;
  }

  private void place() {
    for (List<Cell> all : layers) {
      double x = 0;
      for (Cell cell : all) {
        cell.center = x + cell.width / 2;
        x += cell.width + BETWEEN_BOXES;
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        settle(layers.get(down ? i : layers.size() - 1 - i), down);
      }
    }
    double y = PADDING + (figure.title().isEmpty() ? 0 : HEADER);
    for (List<Cell> all : layers) {
      double tallest = all.stream().mapToDouble(cell -> cell.height).max().orElse(0);
      for (Cell cell : all) {
        double height = cell.box < 0 ? tallest : cell.height;
        cell.top = y + (tallest - height) / 2;
        cell.bottom = cell.top + height;
        cell.ceiling = y;
        cell.floor = y + tallest;
      }
      y += tallest + BETWEEN_LAYERS;
    }
    double left =
        layers.stream()
            .flatMap(List::stream)
            .mapToDouble(cell -> cell.center - cell.width / 2)
            .min()
            .orElse(0);
    layers.forEach(all -> all.forEach(cell -> cell.center += PADDING - left));
  }

  /** The places nearest to those that are wished, in the given order and without overlap. */
  private static void settle(List<Cell> all, boolean down) {
    int count = all.size();
    double[] offsets = new double[count];
    for (int i = 1; i < count; i++) {
      Cell before = all.get(i - 1);
      offsets[i] = offsets[i - 1] + (before.width + all.get(i).width) / 2 + BETWEEN_BOXES;
    }
    double[] sums = new double[count];
    double[] weights = new double[count];
    int[] sizes = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      Cell cell = all.get(i);
      double wish = mean(down ? cell.above : cell.below, cell.center) - offsets[i];
      double weight = cell.box < 0 ? 1 : 4;
      sums[pools] = wish * weight;
      weights[pools] = weight;
      sizes[pools] = 1;
      pools++;
      while (pools > 1
          && sums[pools - 2] / weights[pools - 2] > sums[pools - 1] / weights[pools - 1]) {
        sums[pools - 2] += sums[pools - 1];
        weights[pools - 2] += weights[pools - 1];
        sizes[pools - 2] += sizes[pools - 1];
        pools--;
      }
    }
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < sizes[pool]; i++, at++) {
        all.get(at).center = sums[pool] / weights[pool] + offsets[at];
      }
    }
  }

  private Plan plan() {
    List<Placed> boxes = new ArrayList<>();
    double right = figure.title().length() * LETTER;
    double bottom = 0;
    for (Cell cell : cells) {
      double x = cell.center - cell.width / 2;
      boxes.add(
          new Placed(
              figure.boxes().get(cell.box),
              x,
              cell.top,
              cell.width,
              cell.height,
              inner.get(cell.box)));
      right = Math.max(right, x + cell.width);
      bottom = Math.max(bottom, cell.top + cell.height);
    }
    List<Line> lines = new ArrayList<>();
    for (Arrow arrow : figure.arrows()) {
      List<double[]> points = new ArrayList<>();
      Cell from = cells[arrow.from()];
      Cell to = cells[arrow.to()];
      points.add(new double[] {from.center, from.bottom});
      points.add(new double[] {from.center, from.floor}); // past its taller neighbours
      for (Cell passing : ways.getOrDefault(arrow, List.of())) {
        points.add(new double[] {passing.center, passing.top});
        points.add(new double[] {passing.center, passing.bottom});
        right = Math.max(right, passing.center);
      }
      points.add(new double[] {to.center, to.ceiling});
      points.add(new double[] {to.center, to.top});
      lines.add(new Line(arrow, points));
    }
    return new Plan(figure, right + PADDING, bottom + PADDING, boxes, lines);
  }
}

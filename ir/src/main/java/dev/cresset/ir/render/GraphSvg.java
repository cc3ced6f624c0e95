package dev.cresset.ir.render;

import dev.cresset.ir.render.FigureLayout.Line;
import dev.cresset.ir.render.FigureLayout.Placed;
import dev.cresset.ir.render.FigureLayout.Plan;
import java.util.List;
import java.util.Locale;

/** A figure as SVG, to stand in a page. Each box of a node is a link to {@code #d-} and its id. */
final class GraphSvg {
  private final StringBuilder text = new StringBuilder();

  private GraphSvg() {}

  static String of(Plan plan) {
    GraphSvg svg = new GraphSvg();
    svg.add(
        "<svg id=\"drawing\" xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\""
            + " height=\"%2$.0f\" viewBox=\"0 0 %1$.0f %2$.0f\" role=\"img\" aria-label=\"The"
            + " graph\">%n",
        plan.width(), plan.height());
    svg.add(
        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
            + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8"
            + " z\"/></marker></defs>%n");
    svg.plan(plan);
    return svg.text.append("</svg>\n").toString();
  }

  private void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments).replace("\r", ""));
  }

  private void plan(Plan plan) {
    plan.lines().forEach(this::line);
    plan.boxes().forEach(this::box);
  }

  private void line(Line line) {
    List<double[]> points = line.points();
    StringBuilder path = new StringBuilder();
    double[] from = points.get(0);
    path.append(String.format(Locale.ROOT, "M%.1f %.1f", from[0], from[1]));
    for (int i = 1; i < points.size(); i++) {
      double[] to = points.get(i);
      if (from[0] == to[0] && from[1] == to[1]) {
        continue; // a tip has no direction there
      }
      double middle = (from[1] + to[1]) / 2;
      path.append(
          String.format(
              Locale.ROOT,
              " C%.1f %.1f %.1f %.1f %.1f %.1f",
              from[0],
              middle,
              to[0],
              middle,
              to[0],
              to[1]));
      from = to;
    }
    add("<path class=\"arrow\" d=\"%s\" marker-end=\"url(#tip)\"/>%n", path);
    if (!line.arrow().label().isEmpty()) {
      double[] start = points.get(0);
      add(
          "<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
          start[0] + 5, start[1] + 13, Html.escaped(line.arrow().label()));
    }
  }

  private void box(Placed placed) {
    Figure.Box box = placed.box();
    boolean linked = box.node() != null;
    add(
        "<g class=\"box %s\" id=\"%s\" transform=\"translate(%.1f %.1f)\">",
        box.kind().name().toLowerCase(Locale.ROOT), box.id(), placed.x(), placed.y());
    add(linked ? "<a href=\"#d-%s\">" : "", box.id());
    add(
        "<rect width=\"%.1f\" height=\"%.1f\" rx=\"%d\"/>",
        placed.width(), placed.height(), rounding(box.kind()));
    for (int i = 0; i < box.lines().size(); i++) {
      add(
          "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
          i == 0 ? "title" : "line",
          placed.width() / 2,
          FigureLayout.LINE * (i + 1),
          Html.escaped(box.lines().get(i)));
    }
    add(linked ? "</a>%n" : "%n");
    double x = FigureLayout.PADDING;
    double y = box.lines().size() * FigureLayout.LINE + FigureLayout.PADDING;
    for (Plan inner : placed.inner()) {
      add("<g class=\"block\" transform=\"translate(%.1f %.1f)\">", x, y);
      add(
          "<rect width=\"%.1f\" height=\"%.1f\" rx=\"4\"/>",
          inner.width(), placed.height() - y - FigureLayout.PADDING);
      add(
          "<text class=\"block\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
          FigureLayout.PADDING, FigureLayout.LINE, Html.escaped(inner.figure().title()));
      plan(inner);
      add("</g>%n");
      x += inner.width() + FigureLayout.PADDING;
    }
    add("</g>%n");
  }

  private static int rounding(Figure.Kind kind) {
    return kind == Figure.Kind.INPUT || kind == Figure.Kind.OUTPUT ? 14 : 4;
  }
}

package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.plan.FusedGroup;
import dev.cresset.ir.scalar.ScalarText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A graph as one HTML page that needs nothing else: drawn; of each node the line that it comes
 * from, of each fused group the kernel, and the text. Of {@code model.graphFor(inputs)} it shows
 * sizes, too.
 *
 * <pre>{@code
 * SourceLines lines = SourceLines.in(Path.of("src/main/java"));
 * Files.writeString(path, GraphPage.of("ResNet", net.graphFor(x)).sources(lines).html());
 * }</pre>
 */
public final class GraphPage {
  private static final int AROUND = 2;
  private static final int LONGEST_FORMULA = 160;

  private final String title;
  private final Graph graph;
  private final Map<String, String> sections = new LinkedHashMap<>();
  private Function<String, @Nullable List<String>> sources = file -> null;
  private final StringBuilder text = new StringBuilder();

  private GraphPage(String title, Graph graph) {
    this.title = title;
    this.graph = graph;
  }

  /** A page of a graph. */
  public static GraphPage of(String title, Graph graph) {
    return new GraphPage(title, graph);
  }

  /**
   * Shows the lines that nodes come from.
   *
   * @param lines for the name of a file, such as {@code Digits.java}, its lines; null if they are
   *     not known. {@link SourceLines} finds them in folders
   */
  public GraphPage sources(Function<String, @Nullable List<String>> lines) {
    this.sources = lines;
    return this;
  }

  /** Adds a section of plain text, such as the plan of a frozen model's memory. */
  public GraphPage section(String heading, String plainText) {
    sections.put(heading, plainText);
    return this;
  }

  /** The page. */
  public String html() {
    Figure figure = FigureReader.read(graph);
    text.setLength(0);
    String safe = Html.escaped(title);
    text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    text.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    text.append("<title>").append(safe).append("</title>\n");
    text.append("<style>\n").append(PageStyle.CSS).append("</style>\n</head>\n<body>\n");
    text.append("<header><h1>").append(safe).append("</h1>\n<nav>");
    text.append("<button type=\"button\" id=\"smaller\" title=\"smaller\">−</button>");
    text.append("<button type=\"button\" id=\"larger\" title=\"larger\">+</button>");
    text.append("<button type=\"button\" id=\"fit\">fit</button>");
    text.append("<a href=\"#text\">text</a>");
    sections.keySet().forEach(this::link);
    text.append("</nav></header>\n<main>\n<div id=\"canvas\" tabindex=\"0\">\n");
    text.append(GraphSvg.of(FigureLayout.of(figure)));
    text.append("</div>\n<aside>\n");
    text.append("<p id=\"hint\">Choose a box to see where it comes from.</p>\n");
    details(figure);
    text.append("</aside>\n</main>\n");
    sections.forEach((heading, body) -> section(id(heading), heading, body));
    section("text", "The graph as text", graph.toString());
    text.append("<script>\n").append(PageStyle.SCRIPT).append("</script>\n</body>\n</html>\n");
    return text.toString();
  }

  private static String id(String heading) {
    return "section-" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private void link(String heading) {
    text.append("<a href=\"#").append(id(heading)).append("\">");
    text.append(Html.escaped(heading)).append("</a>");
  }

  private void section(String id, String heading, String body) {
    text.append("<section class=\"plain\" id=\"").append(id).append("\">\n<h2>");
    text.append(Html.escaped(heading)).append("</h2>\n<pre>");
    text.append(Html.escaped(body)).append("</pre>\n</section>\n");
  }

  // ---- what is known of a node

  private void details(Figure figure) {
    for (Figure.Box box : figure.boxes()) {
      Node node = box.node();
      if (node != null) {
        text.append("<section class=\"detail\" id=\"d-").append(box.id()).append("\">\n<h2>");
        text.append(Html.escaped(box.lines().get(0))).append("</h2>\n");
        pre("code", node.withBlocks(List.of()).toString());
        Position position = node.position();
        if (position != null) {
          place(position);
        }
        if (node.hasSubgraph()) {
          group(node.subgraph());
        }
        text.append("</section>\n");
      }
      box.inner().forEach(this::details);
    }
  }

  private void pre(String kind, String body) {
    text.append("<pre class=\"").append(kind).append("\">");
    text.append(Html.escaped(body)).append("</pre>\n");
  }

  private void place(Position position) {
    text.append("<h3>").append(Html.escaped(position.file() + ":" + position.line()));
    text.append("</h3>\n");
    List<String> lines = sources.apply(position.file());
    if (lines != null && position.line() >= 1 && position.line() <= lines.size()) {
      text.append("<pre class=\"source\">");
      int from = Math.max(1, position.line() - AROUND);
      int to = Math.min(lines.size(), position.line() + AROUND);
      for (int i = from; i <= to; i++) {
        String line = "%4d  %s".formatted(i, lines.get(i - 1));
        text.append(i == position.line() ? "<mark>" : "").append(Html.escaped(line));
        text.append(i == position.line() ? "</mark>\n" : "\n");
      }
      text.append("</pre>\n");
    }
    Position.Call via = position.via();
    if (via != null) {
      text.append("<p>in ")
          .append(Html.escaped(via.module().isEmpty() ? "a method" : via.module()));
      text.append(", called by</p>\n");
      place(via.at());
    }
  }

  private void group(Graph body) {
    text.append("<h3>Fused ops</h3>\n");
    pre("code", body.toString());
    FusedGroup fused = FusedGroup.of(body);
    if (fused == null) {
      text.append("<p>Runs op by op.</p>\n");
      return;
    }
    List<String> inputs = numbered("x", fused.tensors());
    List<String> numbers = numbered("s", fused.numbers());
    List<String> outputs = new ArrayList<>();
    List<String> formulas = new ArrayList<>();
    for (int i = 0; i < fused.results().size(); i++) {
      outputs.add(fused.results().size() == 1 ? "out" : "out" + i);
      formulas.add(
          outputs.get(i)
              + " = "
              + ScalarText.of(fused.results().get(i), inputs, numbers, LONGEST_FORMULA));
    }
    text.append("<h3>Kernel</h3>\n");
    pre("code", String.join("\n", formulas));
    JavaKernel.Names names = new JavaKernel.Names("Kernel", "kernel", inputs, numbers, outputs, "");
    pre("code", KernelMethod.render(fused.forward(), names, Form.F32));
  }

  private static List<String> numbered(String base, List<Value> values) {
    List<String> names = new ArrayList<>();
    for (Value value : values) {
      String name = value.isNamed() ? value.name().replaceAll("\\..*", "") : base;
      names.add(names.contains(name) || name.equals(base) ? base + names.size() : name);
    }
    return names;
  }
}

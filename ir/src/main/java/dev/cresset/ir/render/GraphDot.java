package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.render.Figure.Box;
import java.util.stream.Collectors;

/** Graphs in the language of Graphviz: {@code dot -Tsvg graph.dot}. */
public final class GraphDot {
  private final Source source = new Source();

  private GraphDot() {}

  /**
   * The graph in the language of Graphviz. Ops are nodes, branches and loops are clusters;
   * constants and attributes stand in the nodes that take them.
   */
  public static String print(Graph graph) {
    GraphDot dot = new GraphDot();
    dot.source.open("digraph");
    dot.source.line("node [shape=box, style=filled, fillcolor=white, fontname=monospace];");
    dot.figure(FigureReader.read(graph));
    return dot.source.close().toString();
  }

  private void figure(Figure figure) {
    figure.boxes().forEach(this::box);
    for (Figure.Arrow arrow : figure.arrows()) {
      Box from = figure.boxes().get(arrow.from());
      Box to = figure.boxes().get(arrow.to());
      String label = arrow.label().isEmpty() ? "" : " [label=" + quoted(arrow.label()) + "]";
      source.line(from.id() + " -> " + to.id() + label + ";");
    }
  }

  private void box(Box box) {
    String label = box.lines().stream().map(GraphDot::escaped).collect(Collectors.joining("\\n"));
    source.line("%s [label=\"%s\", fillcolor=%s];", box.id(), label, quoted(color(box.kind())));
    for (int i = 0; i < box.inner().size(); i++) {
      Figure inner = box.inner().get(i);
      source.open("subgraph cluster_%s_%d", box.id(), i);
      source.line("label=" + quoted(box.lines().get(0) + ": " + inner.title()) + ";");
      figure(inner);
      source.close();
      if (!inner.boxes().isEmpty()) {
        source.line("%s -> %s [style=dashed];", box.id(), inner.boxes().get(0).id());
      }
    }
  }

  private static String color(Figure.Kind kind) {
    return switch (kind) {
      case INPUT, OUTPUT -> "#e8e8e8";
      case OP -> "#ffffff";
      case FUSED -> "#fff0cc";
      case CALL -> "#dceefb";
      case CONTROL -> "#eadcf8";
      case CHECK -> "#fbdcdc";
    };
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
  }
}

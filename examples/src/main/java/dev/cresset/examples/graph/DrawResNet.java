package dev.cresset.examples.graph;

import dev.cresset.Tensor;
import dev.cresset.examples.digits.ResNet;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.render.GraphDot;
import dev.cresset.ir.render.GraphPage;
import dev.cresset.ir.render.SourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws what runs for one picture in a residual network: {@code resnet.html}, to be opened in any
 * browser, and {@code resnet.dot}.
 */
public final class DrawResNet {
  private DrawResNet() {}

  /**
   * Runs the program.
   *
   * @param arguments the folder to write to, and then folders with sources; without them the
   *     present one, and no sources
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments.length == 0 ? "." : arguments[0]);
    Path[] sources = new Path[Math.max(0, arguments.length - 1)];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = Path.of(arguments[i + 1]);
    }
    run(folder, sources);
    System.out.println("written to " + folder.resolve("resnet.html"));
  }

  /** Writes both files to {@code folder}, with the lines of the sources in the page. */
  public static void run(Path folder, Path... sources) throws IOException {
    ResNet net = new ResNet(2, 16, 10).eval();
    Graph graph = net.graphFor(Tensor.randn(1, 1, 28, 28));
    String page = GraphPage.of("ResNet", graph).sources(SourceLines.in(sources)).html();
    Files.writeString(folder.resolve("resnet.html"), page);
    Files.writeString(folder.resolve("resnet.dot"), GraphDot.print(graph));
  }
}

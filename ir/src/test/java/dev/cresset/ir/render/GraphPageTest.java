package dev.cresset.ir.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages and drawings of graphs. */
class GraphPageTest {
  private static final Pattern SCRIPT =
      Pattern.compile("(<script>|<style>).*?(</script>|</style>)", Pattern.DOTALL);
  private static final String EVIL = "</pre><script>alert('x')</script>\"&";

  private static final Graph FLOW =
      Graph.parse(
          """
          graph(%self : __torch__.Net, %x : Float(2, 3), %n : int):
            %t : bool = prim::Constant[value=1]()
            %two : int = prim::Constant[value=2]()
            %fc : __torch__.Linear = prim::GetAttr[name="fc"](%self)
            %weight : Tensor = prim::GetAttr[name="weight"](%fc)
            %none : NoneType = prim::Constant()
            %h : Float(2, 3) = aten::linear(%x, %weight, %none) # Net.java:2:4
            %y : Tensor = prim::Loop(%n, %t, %h) # Net.java:3:4
              block0(%i : int, %acc : Tensor):
                %even : bool = aten::eq(%i, %two)
                %next : Tensor = prim::If(%even)
                  block0():
                    %a : Tensor = aten::sigmoid(%acc)
                    -> (%a)
                  block1():
                    %b : Tensor = aten::mul(%acc, %h)
                    -> (%b)
                -> (%t, %next)
            %z : Tensor = prim::FusionGroup_0(%y, %x) # Net.java:4:4
            return (%z)
          with prim::FusionGroup_0 = graph(%p : Tensor, %q : Tensor):
            %one : int = prim::Constant[value=1]()
            %s : Tensor = aten::add(%p, %q, %one)
            %r : Tensor = aten::relu(%s)
            return (%r)
          """);

  @Test
  void aPageShowsLinesKernelsAndSizes() throws Exception {
    List<String> lines = List.of("class Net {", "  h = fc.call(x); // <b>&", "  loop", "  z", "}");
    String html =
        GraphPage.of("Net", FLOW)
            .sources(file -> file.equals("Net.java") ? lines : null)
            .section("Memory plan", "12 bytes")
            .html();
    Document page = parse(html);
    assertThat(text(page, "d-n2"))
        .contains("aten::linear", "Net.java:2", "h = fc.call(x); // <b>&");
    assertThat(html).contains("<mark>   2    h = fc.call(x); // &lt;b&gt;&amp;</mark>");
    String group = text(page, idOf(html, "add · relu"));
    assertThat(group).contains("out = max(p + q, 0)").contains("for (int i = from; i < to; i++)");
    assertThat(html).contains(">f32[2, 3]</text>").contains(">weight fc.weight</text>");
    assertThat(text(page, "section-memory-plan")).contains("12 bytes");
    assertThat(text(page, "text")).contains("prim::Loop").contains("with prim::FusionGroup_0");
  }

  @Test
  void aPageNeedsNothingElse() throws Exception {
    String html = GraphPage.of("Net", FLOW).html();
    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain(
            "http:", "https:", "src=", "@import", "<link", "<iframe", "import(", "fetch(");
    assertThat(html.replace("url(#tip)", "")).doesNotContain("url(");
    Document page = parse(html);
    Set<String> ids = new HashSet<>();
    List<String> links = new ArrayList<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      if (element.hasAttribute("href")) {
        links.add(element.getAttribute("href").substring(1));
      }
    }
    assertThat(ids).containsAll(links);
    assertThat(links).hasSizeGreaterThan(6);
  }

  @Test
  void namesAreNoMarkup() throws Exception {
    Graph graph =
        Graph.parse(
            """
            graph(%self : __torch__.Net, %x : Tensor):
              %s : str = prim::Constant[value="EVIL"]()
              %child : __torch__.Child = prim::GetAttr[name="EVIL"](%self)
              %y : Tensor = prim::CallMethod[name="EVIL"](%child, %x, %s)
              return (%y)
            """
                .replace("EVIL", EVIL.replace("\"", "\\\"")));
    List<Node> nodes =
        graph.nodes().stream()
            .map(node -> node.withPosition(new Position(EVIL + ".java", 1, 0)))
            .toList();
    Graph placed = new Graph(graph.inputs(), nodes, graph.outputs());
    String html =
        GraphPage.of(EVIL, placed).sources(file -> List.of(EVIL)).section(EVIL, EVIL).html();
    assertThat(html).doesNotContain("<script>alert");
    assertThat(parse(html).getElementsByTagName("script").getLength()).isZero();
    assertThat(GraphDot.print(placed)).doesNotContain("alert('x')</script>\"&");
    assertThat(GraphDot.print(placed)).contains("</script>\\\"&");
  }

  @Test
  void linesAreFoundByTheNameOfOneFile(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/Net.java"), "one\ntwo\n");
    Files.writeString(folder.resolve("a/Twice.java"), "a");
    Files.writeString(folder.resolve("a/b/Twice.java"), "b");
    SourceLines lines = SourceLines.in(folder);
    assertThat(lines.apply("Net.java")).containsExactly("one", "two");
    assertThat(lines.apply("Twice.java")).isNull();
    assertThat(lines.apply("Other.java")).isNull();
    assertThatThrownBy(() -> SourceLines.in(folder.resolve("none")))
        .hasMessageContaining("none cannot be read");
  }

  @Test
  void dotHasBoxesArrowsAndClusters() {
    String dot = GraphDot.print(FLOW);
    assertThat(dot).startsWith("digraph {").endsWith("}\n");
    assertThat(dot)
        .contains("n2 [label=\"linear\\nweight fc.weight\\nf32[2, 3]\"")
        .contains("n0 -> n2;")
        .contains("label=\"loop: each turn\"")
        .contains("label=\"if: else\"");
    assertThat(dot.chars().filter(c -> c == '{').count())
        .isEqualTo(dot.chars().filter(c -> c == '}').count());
  }

  @Test
  void anEmptyGraphHasAPage() throws Exception {
    Graph empty = Graph.parse("graph():\n  return ()\n");
    assertThat(parse(GraphPage.of("nothing", empty).html())).isNotNull();
    assertThat(GraphDot.print(empty)).startsWith("digraph");
  }

  private static String idOf(String html, String title) {
    String before = html.substring(0, html.indexOf(">" + title + "</h2>"));
    String section = before.substring(before.lastIndexOf("id=\"") + 4);
    return section.substring(0, section.indexOf('"'));
  }

  private static String text(Document page, String id) {
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("id").equals(id)) {
        return all.item(i).getTextContent();
      }
    }
    throw new AssertionError("no element " + id);
  }

  /** The page as XML, without its own script and style: it is well-formed. */
  private static Document parse(String html) throws Exception {
    String plain = SCRIPT.matcher(html).replaceAll("");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(plain)));
  }
}

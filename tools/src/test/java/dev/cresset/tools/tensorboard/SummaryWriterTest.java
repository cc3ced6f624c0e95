package dev.cresset.tools.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.models.ResNet;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.framework.GraphDef;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.NodeDef;
import org.tensorflow.framework.Summary;
import org.tensorflow.hadoop.util.TFRecordReader;
import org.tensorflow.util.Event;

/** TensorFlow's own reader, which checks checksums, finds in event files what was written. */
class SummaryWriterTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_500), ZoneOffset.UTC);

  @TempDir Path folder;

  private interface Writing {
    void with(SummaryWriter writer);
  }

  private List<Event> events(Writing writing) {
    Path file;
    try (SummaryWriter writer = new SummaryWriter(folder.resolve("runs/one"), CLOCK)) {
      writing.with(writer);
      file = writer.file();
    }
    assertThat(file.getFileName().toString()).contains("tfevents"); // by which TensorBoard finds it
    return read(file);
  }

  private static List<Event> read(Path file) {
    List<Event> events = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      TFRecordReader reader = new TFRecordReader(in, true);
      for (byte[] record = reader.read(); record != null; record = reader.read()) {
        Event event = Event.parseFrom(record);
        assertThat(event.getUnknownFields().asMap()).isEmpty();
        events.add(event);
      }
    } catch (IOException e) {
      throw new AssertionError(file + " is not as TensorFlow writes it", e);
    }
    return events;
  }

  private Summary.Value value(Writing writing) {
    Event event = events(writing).get(1);
    assertThat(event.getSummary().getValueCount()).isEqualTo(1);
    Summary.Value value = event.getSummary().getValue(0);
    assertThat(value.getUnknownFields().asMap()).isEmpty();
    return value;
  }

  @Test
  void aFileBeginsWithItsVersion() {
    Event first = events(writer -> {}).get(0);
    assertThat(first.getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(first.getWallTime()).isEqualTo(1.5);
  }

  @Test
  void scalarsHaveTagStepAndValue() {
    List<Event> events =
        events(
            writer -> {
              writer.addScalar("loss/train", 0.25, 0);
              writer.addScalar("Genauigkeit äöü", Double.NaN, 3_000_000_000L);
            });
    assertThat(events).hasSize(3);
    assertThat(events.get(1).getStep()).isZero();
    assertThat(events.get(1).getSummary().getValue(0).getTag()).isEqualTo("loss/train");
    assertThat(events.get(1).getSummary().getValue(0).getSimpleValue()).isEqualTo(0.25f);
    assertThat(events.get(2).getStep()).isEqualTo(3_000_000_000L);
    assertThat(events.get(2).getSummary().getValue(0).getTag()).isEqualTo("Genauigkeit äöü");
    assertThat(events.get(2).getSummary().getValue(0).getSimpleValue()).isNaN();
  }

  @Test
  void histogramsCountEachValueBetweenItsLimits() {
    Tensor.manualSeed(1);
    Tensor values = Tensor.randn(1000);
    HistogramProto histogram = value(w -> w.addHistogram("weights", values, 7)).getHisto();
    double[] all = values.toDoubleArray();
    assertThat(histogram.getNum()).isEqualTo(1000);
    assertThat(histogram.getMin()).isEqualTo(values.min().item());
    assertThat(histogram.getMax()).isEqualTo(values.max().item());
    assertThat(histogram.getSum()).isCloseTo(values.sum().item(), within(1e-3));
    assertThat(histogram.getSumSquares()).isCloseTo(values.square().sum().item(), within(1e-2));
    assertThat(histogram.getBucketCount()).isEqualTo(histogram.getBucketLimitCount());
    assertThat(histogram.getBucket(0)).isZero();
    double sum = 0;
    for (int i = 1; i < histogram.getBucketCount(); i++) {
      double from = histogram.getBucketLimit(i - 1);
      double to = histogram.getBucketLimit(i);
      long there = Arrays.stream(all).filter(v -> v >= from && v < to).count();
      assertThat(histogram.getBucket(i)).as(from + " to " + to).isEqualTo(there);
      sum += there;
    }
    assertThat(sum).isEqualTo(1000);
    assertThat(histogram.getBucket(histogram.getBucketCount() - 1)).isPositive();
  }

  @Test
  void histogramsOfOneValueAndOfNone() {
    HistogramProto zeros =
        value(w -> w.addHistogram("zeros", Tensor.of(0.0, -0.0, Double.NaN), 0)).getHisto();
    assertThat(zeros.getNum()).isEqualTo(2);
    assertThat(zeros.getBucketLimitList()).containsExactly(0.0, 1e-12);
    assertThat(zeros.getBucketList()).containsExactly(0.0, 2.0);
    assertThatThrownBy(
            () -> events(w -> w.addHistogram("none", Tensor.of(Double.POSITIVE_INFINITY), 0)))
        .hasMessageContaining("'none'");
  }

  @Test
  void imagesArePng() throws IOException {
    Tensor picture = Tensor.rand(3, 5, 4);
    Summary.Image image = value(w -> w.addImage("samples", picture, 1)).getImage();
    assertThat(image.getHeight()).isEqualTo(5);
    assertThat(image.getWidth()).isEqualTo(4);
    assertThat(image.getColorspace()).isEqualTo(3);
    byte[] png = image.getEncodedImageString().toByteArray();
    int red = ImageIO.read(new ByteArrayInputStream(png)).getRGB(3, 2) >> 16 & 0xff;
    assertThat(red)
        .isEqualTo(Math.round(255 * picture.select(0, 0).select(0, 2).select(0, 3).toFloat()));
    Summary.Image grid = value(w -> w.addImages("all", Tensor.rand(9, 1, 4, 4), 1)).getImage();
    assertThat(grid.getWidth()).isEqualTo(8 * 6 + 2);
    assertThat(grid.getHeight()).isEqualTo(2 * 6 + 2);
  }

  @Test
  void textsAreStringsOfTheTextPlugin() {
    Summary.Value value = value(w -> w.addText("sample", "**so** it goes", 4));
    assertThat(value.getMetadata().getPluginData().getPluginName()).isEqualTo("text");
    assertThat(value.getTensor().getStringVal(0).toStringUtf8()).isEqualTo("**so** it goes");
    assertThat(value.getTensor().getTensorShape().getDim(0).getSize()).isEqualTo(1);
    assertThat(value.getTensor().getDtype().name()).isEqualTo("DT_STRING");
  }

  static List<GraphCase> graphs() {
    Sequential small = new Sequential(new Linear(4, 3), new ReLU(), new Linear(3, 2));
    return List.of(
        new GraphCase("sequential", w -> w.addGraph(small, Tensor.zeros(5, 4))),
        new GraphCase(
            "resnet18", w -> w.addGraph(ResNet.resnet18().eval(), Tensor.zeros(1, 3, 64, 64))),
        new GraphCase("lstm", w -> w.addGraph(new LSTM(3, 4).graph())),
        new GraphCase("loop", w -> w.addGraph(Turns_Graph.graph("turns"))));
  }

  private record GraphCase(String name, Writing writing) {
    @Override
    public String toString() {
      return name;
    }
  }

  private GraphDef graph(Writing writing) {
    try {
      GraphDef graph = GraphDef.parseFrom(events(writing).get(1).getGraphDef());
      assertThat(graph.getUnknownFields().asMap()).isEmpty();
      return graph;
    } catch (IOException e) {
      throw new AssertionError("not a GraphDef", e);
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void nodesHaveNamesOfTheirOwnAndInputsThatAreThere(GraphCase of) {
    GraphDef graph = graph(of.writing());
    Set<String> names = new HashSet<>();
    for (NodeDef node : graph.getNodeList()) {
      assertThat(names.add(node.getName())).as(node.getName()).isTrue();
      assertThat(node.getName()).matches("[A-Za-z0-9.][A-Za-z0-9_./]*");
    }
    for (NodeDef node : graph.getNodeList()) {
      for (String input : node.getInputList()) {
        assertThat(names)
            .as("input of " + node.getName())
            .contains(input.replaceFirst(":\\d+$", ""));
      }
    }
    assertThat(names).anyMatch(n -> n.startsWith("output/"));
  }

  @Test
  void opsStandInTheScopesOfTheirModules() {
    GraphDef graph = graph(graphs().get(1).writing());
    Map<String, NodeDef> nodes =
        graph.getNodeList().stream().collect(Collectors.toMap(NodeDef::getName, n -> n));
    NodeDef first = nodes.get("conv1/conv2d");
    assertThat(first.getOp()).isEqualTo("aten::conv2d");
    assertThat(first.getInputList()).startsWith("input/x", "conv1/weight");
    assertThat(first.getAttrOrThrow("stride").getS().toStringUtf8()).isEqualTo("[2, 2]");
    assertThat(
            first.getAttrOrThrow("_output_shapes").getList().getShape(0).getDimList().stream()
                .map(d -> d.getSize())
                .toList())
        .containsExactly(1L, 64L, 32L, 32L);
    assertThat(nodes).containsKeys("layer2/0/downsample/0/conv2d", "fc/linear");
    assertThat(nodes.get("layer2/0/downsample/0/weight").getOp()).isEqualTo("Parameter");
  }

  @Test
  void theBodyOfALoopStandsInItsScope() {
    GraphDef graph = graph(graphs().get(3).writing());
    assertThat(graph.getNodeList().stream().map(NodeDef::getName))
        .contains("Loop", "Loop/body/mul", "Loop/body/If/then/relu");
  }

  @Test
  void aClosedWriterSaysSo() {
    SummaryWriter writer = new SummaryWriter(folder);
    writer.addScalar("a", 1, 1);
    writer.flush();
    assertThat(read(writer.file())).hasSize(2);
    writer.close();
    writer.close();
    assertThatThrownBy(() -> writer.addScalar("a", 1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new SummaryWriter(file)).hasMessageContaining(file.toString());
  }
}

package dev.cresset.tools.tensorboard;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.nn.NnModule;
import dev.cresset.tools.image.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes what TensorBoard shows: {@code tensorboard --logdir runs}. As {@code
 * torch.utils.tensorboard.SummaryWriter}.
 *
 * <pre>
 * try (var writer = new SummaryWriter(Path.of("runs/first"))) {
 *   writer.addScalar("loss/train", loss.item(), step);
 * }
 * </pre>
 *
 * <p>Each writer begins a file of its own. A tag with slashes is shown in groups. Several threads
 * may write.
 */
public final class SummaryWriter implements AutoCloseable {
  private static final Duration FLUSHED = Duration.ofSeconds(10);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int DT_STRING = 7;

  private final Clock clock;
  private final Path file;
  private final RecordFile records;
  private Instant flushed;
  private boolean closed;

  /**
   * Begins a file in {@code folder}, which is made if it is not there.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public SummaryWriter(Path folder) {
    this(folder, Clock.systemUTC());
  }

  SummaryWriter(Path folder, Clock clock) {
    this.clock = clock;
    this.flushed = clock.instant();
    String name =
        "events.out.tfevents.%d.cresset.%d.%d"
            .formatted(
                flushed.getEpochSecond(), ProcessHandle.current().pid(), COUNT.getAndIncrement());
    this.file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " could not be made", e);
    }
    this.records = new RecordFile(file);
    write(event().text(3, "brain.Event:2"));
    flush();
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Adds a number. */
  public void addScalar(String tag, double value, long step) {
    value(tag, step, new Message().single(2, (float) value));
  }

  /**
   * Adds how the elements of a tensor are distributed.
   *
   * @param values of any dtype; NaN and infinite elements are left out
   * @throws IllegalArgumentException if there is no finite element
   */
  public void addHistogram(String tag, Tensor values, long step) {
    double[] finite =
        Arrays.stream(values.detach().toDoubleArray()).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      throw new IllegalArgumentException(
          "histogram '%s' of %s has no finite value".formatted(tag, values.strided()));
    }
    value(tag, step, new Message().message(5, Histogram.message(finite)));
  }

  /**
   * Adds a picture.
   *
   * @param picture {@code [channels, height, width]} or {@code [height, width]}; see {@link Images}
   */
  public void addImage(String tag, Tensor picture, long step) {
    byte[] png = Images.png(picture);
    long channels = picture.dim() == 2 ? 1 : picture.size(0);
    Message image =
        new Message()
            .number(1, picture.size(-2))
            .number(2, picture.size(-1))
            .number(3, channels)
            .bytes(4, png);
    value(tag, step, new Message().message(4, image));
  }

  /**
   * Adds several pictures as one, eight in a row.
   *
   * @param pictures {@code [n, channels, height, width]}
   */
  public void addImages(String tag, Tensor pictures, long step) {
    addImage(tag, Images.makeGrid(pictures, 8), step);
  }

  /** Adds a text, which TensorBoard reads as Markdown. */
  public void addText(String tag, String text, long step) {
    Message one = new Message().message(2, new Message().number(1, 1)); // [1]
    Message tensor = new Message().number(1, DT_STRING).message(2, one).text(8, text);
    Message plugin = new Message().message(1, new Message().text(1, "text"));
    value(tag, step, new Message().message(9, plugin).message(8, tensor));
  }

  /**
   * Adds the graph that runs for these inputs, its nodes in the scopes of their modules.
   *
   * @throws IllegalStateException if the model has no graph
   */
  public void addGraph(NnModule model, Tensor... inputs) {
    addGraph(model.graphFor(inputs));
  }

  /** Adds a graph. */
  public void addGraph(Graph graph) {
    write(event().bytes(4, GraphDef.of(graph).toByteArray()));
  }

  private void value(String tag, long step, Message value) {
    Message summary = new Message().message(1, value.text(1, tag));
    write(event().number(2, step).message(5, summary));
  }

  private Message event() {
    Instant now = clock.instant();
    return new Message().real(1, now.getEpochSecond() + now.getNano() * 1e-9);
  }

  private synchronized void write(Message event) {
    if (closed) {
      throw new IllegalStateException(file + " is closed");
    }
    records.write(event.toByteArray());
    if (Duration.between(flushed, clock.instant()).compareTo(FLUSHED) >= 0) {
      flush();
    }
  }

  /** Hands everything to the file, which happens by itself from time to time. */
  public synchronized void flush() {
    records.flush();
    flushed = clock.instant();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      records.close();
    }
  }
}

package dev.cresset.tools.summary;

import dev.cresset.Functional;
import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.NnModule;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of a model is made of, module by module: shapes, parameters, multiply-adds, memory.
 * As {@code torchinfo.summary}; it prints as a table.
 *
 * <pre>
 * System.out.println(Summary.summary(ResNet.resnet18(), new long[] {1, 3, 224, 224}));
 * </pre>
 *
 * @param rows the model and all modules in it, parents first
 * @param parameters numbers in parameters, each parameter counted once
 * @param trainable those of them that require a gradient
 * @param stateBytes memory of parameters and buffers
 * @param inputBytes memory of the inputs
 */
public record Summary(
    List<Row> rows, long parameters, long trainable, long stateBytes, long inputBytes) {

  /**
   * A module with all in it.
   *
   * @param path {@code "layer1.0.conv1"}; empty of the model itself
   * @param type the class's name
   * @param calls how often it was called in the run
   * @param output sizes of its first result: {@code "[1, 64, 112, 112]"}; empty if not called
   * @param parameters numbers in its parameters
   * @param multiplyAdds multiplications with an addition each, of matrix products, convolutions,
   *     attention and recurrent layers; twice as many floating-point operations
   * @param bytes memory of the results of its ops, run one by one, without views
   */
  public record Row(
      String path,
      String type,
      long calls,
      String output,
      long parameters,
      long multiplyAdds,
      long bytes) {}

  /** Keeps the rows. */
  public Summary {
    rows = List.copyOf(rows);
  }

  /**
   * Runs the model on zeros of F32.
   *
   * @param shapes the sizes of each input, as {@code new long[] {1, 3, 224, 224}}
   */
  public static Summary summary(NnModule model, long[]... shapes) {
    return summary(model, Arrays.stream(shapes).map(Tensor::zeros).toArray(Tensor[]::new));
  }

  /** Runs the model on these inputs. */
  public static Summary summary(NnModule model, Tensor... inputs) {
    return summary(model, Arrays.stream(inputs).map(IValue::from).toList());
  }

  /**
   * Runs the model on inputs of any type: in evaluation, without gradients, and without a trace in
   * its buffers, its modes or the global generator.
   *
   * @throws RuntimeException what the model throws of such inputs
   */
  public static Summary summary(NnModule model, List<IValue> inputs) {
    List<Tensor> there = new ArrayList<>(model.parameters());
    there.addAll(model.buffers());
    List<Tensor> given = new ArrayList<>();
    inputs.forEach(input -> Shapes.tensors(input, given));
    there.addAll(given);
    SummaryRecorder recorder = new SummaryRecorder(there);
    untouched(
        model, () -> Functional.noGrad(() -> Recording.by(recorder, () -> model.invoke(inputs))));
    List<Row> rows = new ArrayList<>();
    model.namedModules().forEach((path, module) -> rows.add(row(path, module, recorder)));
    return new Summary(
        rows,
        model.numParameters(),
        model.parameters().stream().filter(Tensor::requiresGrad).mapToLong(Tensor::numel).sum(),
        bytes(model.parameters()) + bytes(model.buffers()),
        bytes(given));
  }

  private static Row row(String path, NnModule module, SummaryRecorder recorder) {
    SummaryRecorder.Work work = recorder.work(module);
    return new Row(
        path,
        module.getClass().getSimpleName(),
        work.calls,
        work.output == null ? "" : Shapes.text(work.output),
        module.numParameters(),
        work.multiplyAdds,
        work.bytes);
  }

  private static long bytes(List<Tensor> tensors) {
    return tensors.stream().mapToLong(t -> t.numel() * t.dtype().size()).sum();
  }

  /** Runs it in evaluation, and puts everything back. */
  private static void untouched(NnModule model, Runnable run) {
    Map<NnModule, Boolean> modes =
        new LinkedHashMap<>(); // parents first, as they set their children
    model.modules().forEach(module -> modes.put(module, module.isTraining()));
    Map<Tensor, Tensor> buffers = new LinkedHashMap<>(); // compared by identity
    model.buffers().forEach(b -> buffers.put(b, Memory.copy(b, b.dtype(), b.device())));
    Generator random = Generator.global().copy();
    try {
      model.eval();
      run.run();
    } finally {
      modes.forEach((module, training) -> module.train(training));
      buffers.forEach((buffer, copy) -> Memory.copy(copy, buffer));
      Generator.global().setState(random);
    }
  }

  /** The multiply-adds of the whole run. */
  public long multiplyAdds() {
    return rows.get(0).multiplyAdds();
  }

  /** The memory of the results of all ops, run one by one, without views. */
  public long activationBytes() {
    return rows.get(0).bytes();
  }

  /**
   * The row of the module at {@code path}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Row row(String path) {
    return rows.stream()
        .filter(row -> row.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no module '" + path + "'"));
  }

  /** The table. */
  @Override
  public String toString() {
    return SummaryTable.of(this);
  }
}

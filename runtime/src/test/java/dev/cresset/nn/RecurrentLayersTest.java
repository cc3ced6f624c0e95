package dev.cresset.nn;

import static dev.cresset.nn.Options.batchFirst;
import static dev.cresset.nn.Options.bias;
import static dev.cresset.nn.Options.bidirectional;
import static dev.cresset.nn.Options.dropoutRate;
import static dev.cresset.nn.Options.numLayers;
import static dev.cresset.nn.Options.projSize;
import static dev.cresset.nn.Options.reluNonlinearity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.StateCell;
import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.ir.type.DType;
import dev.cresset.script.Linker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentLayersTest {

  static List<Supplier<NnModule>> layers() {
    return List.of(
        () -> new RNN(3, 4, numLayers(2), bidirectional(true)),
        () -> new RNN(3, 4, reluNonlinearity(true)),
        () -> new GRU(3, 4, numLayers(2), bidirectional(true)),
        () -> new GRU(3, 20, bias(false)),
        () -> new LSTM(3, 4, numLayers(2), bidirectional(true), batchFirst(true)),
        () -> new LSTM(3, 5, projSize(2), bidirectional(true)),
        () -> new LSTM(3, 20, bias(false)));
  }

  /** In double precision the steps are recorded one by one; in single they are one entry. */
  @ParameterizedTest
  @MethodSource("layers")
  void arraysAndRecordedStepsAgreeUpToTheSecondGradient(Supplier<NnModule> make) {
    List<Tensor> single = run(make, DType.F32);
    List<Tensor> twice = run(make, DType.F64);
    assertThat(single).hasSameSizeAs(twice);
    for (int i = 0; i < single.size(); i++) {
      assertThat(single.get(i).allClose(twice.get(i).to(DType.F32), 1e-4, 1e-5, false))
          .as("tensor %d: %s, %s", i, single.get(i), twice.get(i))
          .isTrue();
    }
  }

  private static List<Tensor> run(Supplier<NnModule> make, DType dtype) {
    Tensor.manualSeed(3);
    NnModule layer = make.get();
    Tensor x = Tensor.randn(5, 2, 3).to(dtype).detach().requiresGrad_(true);
    layer.to(dtype);
    List<Tensor> all = new ArrayList<>();
    flatten(layer.invoke(List.of(IValue.from(x))), all);
    List<Tensor> wanted = new ArrayList<>(layer.parameters());
    wanted.add(x);
    Tensor loss = all.get(0).square().sum();
    for (Tensor state : all.subList(1, all.size())) {
      loss = loss.add(state.sum());
    }
    List<Tensor> gradients = Autograd.grad(List.of(loss), wanted, null, true, true, false);
    all.addAll(gradients);
    Tensor slope = gradients.get(0).square().sum();
    for (Tensor each : gradients.subList(1, gradients.size())) {
      slope = slope.add(each.square().sum());
    }
    all.addAll(Autograd.grad(List.of(slope), wanted, null, false, false, false));
    return all.stream().map(Tensor::detach).toList();
  }

  private static void flatten(IValue value, List<Tensor> to) {
    if (value.isTensor()) {
      to.add(value.toTensor());
    } else {
      value.toTuple().forEach(part -> flatten(part, to));
    }
  }

  @Test
  void packedSequencesGiveWhatEachGivesAlone() {
    Tensor.manualSeed(4);
    LSTM lstm = new LSTM(3, 4, numLayers(2), bidirectional(true));
    GRU gru = new GRU(3, 4, bidirectional(true));
    List<Tensor> sequences =
        List.of(Tensor.randn(2, 3), Tensor.randn(5, 3), Tensor.randn(1, 3), Tensor.randn(5, 3));
    PackedSequence packed = PackedSequence.of(sequences);
    assertThat(packed.batchSizes().toLongArray()).containsExactly(4, 3, 2, 2, 2);
    LSTM.PackedResult all = lstm.packed(packed, null);
    GRU.PackedResult gated = gru.packed(packed, null);
    PackedSequence.Padded padded = all.output().pad(true, -1);
    assertThat(padded.lengths().toLongArray()).containsExactly(2, 5, 1, 5);
    for (int i = 0; i < sequences.size(); i++) {
      Tensor alone = sequences.get(i);
      LSTM.Result one = lstm.call(alone, null);
      Tensor row = padded.data().select(0, i);
      assertThat(row.narrow(0, 0, alone.size(0)).allClose(one.output(), 1e-5, 1e-6, false))
          .isTrue();
      if (alone.size(0) < 5) {
        assertThat(row.select(0, 4).toFloatArray()).containsOnly(-1);
      }
      assertThat(close(all.state().h().select(1, i), one.state().h())).isTrue();
      assertThat(close(all.state().c().select(1, i), one.state().c())).isTrue();
      assertThat(close(gated.h().select(1, i), gru.call(alone, null).h())).isTrue();
    }
  }

  private static boolean close(Tensor a, Tensor b) {
    return a.allClose(b, 1e-5, 1e-6, false);
  }

  @Test
  void gradientsOfPackedSequencesReachThePaddedInputAndNothingElse() {
    Tensor x = Tensor.randn(4, 2, 3).requiresGrad_(true);
    PackedSequence packed = PackedSequence.pack(x, new long[] {2, 4}, false);
    new LSTM(3, 4).packed(packed, null).output().data().sum().backward();
    Tensor padding = x.grad().select(1, 0).narrow(0, 2, 2);
    assertThat(padding.toFloatArray()).containsOnly(0);
    assertThat(x.grad().select(1, 1).abs().min().item()).isGreaterThan(0);
    assertThatThrownBy(() -> PackedSequence.pack(x, new long[] {2, 5}, false))
        .hasMessageContaining("lengths must be 1 or more and at most 4");
  }

  @Test
  void theStateGoesOnWhereASequenceWasCut() {
    LSTM lstm = new LSTM(3, 4, numLayers(2));
    Tensor x = Tensor.randn(6, 2, 3);
    StateCell half = lstm.call(x.narrow(0, 0, 3), null).state();
    LSTM.Result rest = lstm.call(x.narrow(0, 3, 3), half);
    LSTM.Result whole = lstm.call(x, null);
    assertThat(close(rest.output(), whole.output().narrow(0, 3, 3))).isTrue();
    assertThat(close(rest.state().c(), whole.state().c())).isTrue();
  }

  @Test
  void dropoutActsBetweenLayersAndInTrainingAlone() {
    LSTM lstm = new LSTM(3, 4, numLayers(2), dropoutRate(0.5));
    Tensor x = Tensor.randn(6, 2, 3);
    assertThat(close(lstm.call(x, null).output(), lstm.call(x, null).output())).isFalse();
    lstm.eval();
    assertThat(close(lstm.call(x, null).output(), lstm.call(x, null).output())).isTrue();
  }

  @Test
  void theLinkedGraphReadsEachWeightByItsName() {
    String graph = Linker.link(new LSTM(3, 4)).toString();
    assertThat(graph).contains("GetAttr[name=\"weight_hh_l0\"]").contains("aten::lstm(");
    assertThat(graph).doesNotContain("flat_weights");
  }

  @Test
  void cellsAreSingleSteps() {
    LSTM lstm = new LSTM(3, 4);
    LSTMCell cell = new LSTMCell(3, 4);
    cell.weightIh.detach().copy_(lstm.flatWeights.get(0).detach());
    cell.weightHh.detach().copy_(lstm.flatWeights.get(1).detach());
    cell.biasIh.detach().copy_(lstm.flatWeights.get(2).detach());
    cell.biasHh.detach().copy_(lstm.flatWeights.get(3).detach());
    Tensor x = Tensor.randn(2, 2, 3);
    StateCell state = cell.call(x.select(0, 0), null);
    state = cell.call(x.select(0, 1), state);
    assertThat(close(lstm.call(x, null).state().h().select(0, 0), state.h())).isTrue();
    assertThat(cell).hasToString("LSTMCell(3, 4)");
    assertThat(new RNNCell(3, 4, bias(false), reluNonlinearity(true)))
        .hasToString("RNNCell(3, 4, bias=False, nonlinearity=relu)");
    assertThat(new GRU(3, 4, numLayers(2), dropoutRate(0.5)))
        .hasToString("GRU(3, 4, num_layers=2, dropout=0.5)");
    assertThatThrownBy(() -> new LSTM(3, 4, projSize(4)))
        .hasMessageContaining("must be smaller than the hidden size 4");
  }
}

package dev.cresset.nn;

import static dev.cresset.nn.Options.addBiasKv;
import static dev.cresset.nn.Options.addZeroAttn;
import static dev.cresset.nn.Options.batchFirst;
import static dev.cresset.nn.Options.bidirectional;
import static dev.cresset.nn.Options.dimFeedforward;
import static dev.cresset.nn.Options.dropoutRate;
import static dev.cresset.nn.Options.normFirst;
import static dev.cresset.nn.Options.numDecoderLayers;
import static dev.cresset.nn.Options.numEncoderLayers;
import static dev.cresset.nn.Options.numLayers;
import static dev.cresset.nn.Options.projSize;
import static dev.cresset.nn.Options.reluNonlinearity;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.script.ScriptCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled form of layers of sequences gives what their own Java gives. */
class CompiledSequencesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void theCompiledFormIsTheMeaning(String name, NnModule layer, List<IValue> inputs) {
    Tensor.manualSeed(3);
    ScriptCheck.scriptCheck(layer.train(), inputs);
    ScriptCheck.scriptCheck(layer.eval(), inputs);
  }

  static Stream<Arguments> layers() {
    Tensor x = randn(5, 2, 4);
    Tensor memory = randn(3, 2, 4);
    Tensor row = randn(2, 4);
    Tensor hidden = randn(2, 3);
    IValue state = IValue.tupleFrom(IValue.from(hidden), IValue.from(randn(2, 3)));
    Tensor mask = Transformer.generateSquareSubsequentMask(5);
    Tensor padding = Tensor.of(new long[][] {{0, 0, 0, 0, 1}, {0, 0, 0, 1, 1}}).gt(0);
    IValue yes = IValue.from(true);
    IValue no = IValue.from(false);
    Option.ForTransformerLayer[] narrow = {dimFeedforward(6), dropoutRate(0.2)};
    Option.ForTransformerLayer[] first = {dimFeedforward(6), normFirst(true), batchFirst(true)};
    return Stream.of(
        of(new RNN(4, 3, numLayers(2), bidirectional(true)), x, null),
        of(new RNN(4, 3, reluNonlinearity(true)), x, randn(1, 2, 3)),
        of(new GRU(4, 3, numLayers(2), dropoutRate(0.3)), x, null),
        of(new LSTM(4, 3, bidirectional(true), batchFirst(true)), x, null),
        of(new LSTM(4, 3, projSize(2), numLayers(2)), x, null),
        of(new RNNCell(4, 3), row, null),
        of(new RNNCell(4, 3, reluNonlinearity(true)), row, hidden),
        of(new GRUCell(4, 3), row, hidden),
        of(new GRUCell(4, 3), row, null),
        Arguments.of("LSTMCell with state", new LSTMCell(4, 3), List.of(IValue.from(row), state)),
        of(new LSTMCell(4, 3), row, null),
        of(new NonDynamicallyQuantizableLinear(4, 3), row),
        of(new MultiheadAttention(4, 2), x, memory, memory, null, yes, null, yes),
        of(
            new MultiheadAttention(4, 2, addBiasKv(true), addZeroAttn(true), dropoutRate(0.2)),
            x,
            x,
            x,
            padding,
            no,
            mask,
            yes),
        of(new TransformerEncoderLayer(4, 2, narrow), x, mask, padding),
        of(new TransformerEncoderLayer(4, 2, first), x, null, null),
        of(new TransformerDecoderLayer(4, 2, narrow), x, memory, mask, null, padding, null),
        of(
            new TransformerEncoder(() -> new TransformerEncoderLayer(4, 2, narrow), 2, null),
            x,
            mask,
            null),
        of(
            new TransformerDecoder(
                () -> new TransformerDecoderLayer(4, 2, narrow), 2, new LayerNorm(4)),
            x,
            memory,
            null,
            null,
            null,
            null),
        of(
            new Transformer(4, 2, numEncoderLayers(1), numDecoderLayers(1), dimFeedforward(6)),
            memory,
            x,
            null,
            mask,
            null,
            null,
            padding,
            null));
  }

  private static Tensor randn(long... sizes) {
    return Tensor.randn(sizes).requiresGrad_(true);
  }

  /** A case; an input is a tensor, a value of another type, or null. */
  private static Arguments of(NnModule layer, Object... inputs) {
    List<IValue> values = new ArrayList<>();
    for (Object input : inputs) {
      if (input instanceof IValue value) {
        values.add(value);
      } else {
        values.add(input instanceof Tensor tensor ? IValue.from(tensor) : IValue.none());
      }
    }
    String given = Arrays.stream(inputs).map(each -> each == null ? "-" : "x").toList().toString();
    return Arguments.of(layer.getClass().getSimpleName() + " " + given, layer, values);
  }
}

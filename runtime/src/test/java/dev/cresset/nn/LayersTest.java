package dev.cresset.nn;

import static dev.cresset.Functional.noGrad;
import static dev.cresset.nn.Options.bias;
import static dev.cresset.nn.Options.cumulativeAverage;
import static dev.cresset.nn.Options.maxNorm;
import static dev.cresset.nn.Options.padding;
import static dev.cresset.nn.Options.paddingIdx;
import static dev.cresset.nn.Options.paddingMode;
import static dev.cresset.nn.Options.samePadding;
import static dev.cresset.nn.Options.stride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.cresset.Tensor;
import org.junit.jupiter.api.Test;

class LayersTest {

  @Test
  void aLinearLayerMultipliesAndAdds() {
    Linear layer = new Linear(2, 3);
    noGrad(
        () -> {
          layer.weight.copy_(Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
          layer.getParameter("bias").copy_(Tensor.of(10.0, 20.0, 30.0));
        });
    Tensor x = Tensor.of(new double[][] {{1, 1}, {0, 2}}).requiresGrad_(true);
    Tensor y = layer.call(x);
    assertThat(y.sizes()).containsExactly(2, 3);
    assertThat(y.toFloatArray()).containsExactly(13, 27, 41, 14, 28, 42);
    y.sum().backward();
    assertThat(x.grad().toFloatArray()).containsExactly(9, 12, 9, 12);
    assertThat(layer.weight.grad().toFloatArray()).containsExactly(1, 3, 1, 3, 1, 3);
    assertThat(layer.getParameter("bias").grad().toFloatArray()).containsExactly(2, 2, 2);
  }

  @Test
  void firstValuesLieWithinOneOverTheRootOfTheInputs() {
    Tensor.manualSeed(1);
    Conv2d layer = new Conv2d(4, 100, 5, padding(2));
    float bound = (float) (1 / Math.sqrt(4 * 5 * 5));
    assertThat(layer.weight.sizes()).containsExactly(100, 4, 5, 5);
    assertThat(layer.weight.abs().max().toFloat()).isLessThanOrEqualTo(bound);
    assertThat(layer.weight.abs().max().toFloat()).isGreaterThan(0.99f * bound);
    assertThat(layer.weight.requiresGrad()).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameLayer() {
    Tensor.manualSeed(3);
    Linear one = new Linear(4, 4);
    Tensor.manualSeed(3);
    Linear other = new Linear(4, 4);
    assertThat(one.weight.eq(other.weight).all().toBool()).isTrue();
  }

  @Test
  void aConvolutionSlidesItsFiltersOverImages() {
    Conv2d layer = new Conv2d(1, 1, 2, bias(false));
    noGrad(() -> layer.weight.fill_(1));
    Tensor image = Tensor.arange(9.0).view(1, 1, 3, 3);
    assertThat(layer.call(image).toFloatArray()).containsExactly(8, 12, 20, 24);
    assertThat(new Conv2d(1, 6, 3, stride(2), padding(1)).call(image).sizes())
        .containsExactly(1, 6, 2, 2);
  }

  @Test
  void samePaddingKeepsTheSizeAlsoOfEvenWindows() {
    Conv1d layer = new Conv1d(1, 1, 4, samePadding(), bias(false));
    noGrad(() -> layer.weight.fill_(1));
    Tensor line = Tensor.of(1.0, 2.0, 3.0, 4.0).view(1, 1, 4);
    assertThat(layer.call(line).toFloatArray())
        .containsExactly(6, 10, 9, 7); // one before, two after
  }

  @Test
  void paddingMayMirrorTheImage() {
    Conv1d layer = new Conv1d(1, 1, 3, padding(1), paddingMode(PaddingMode.REFLECT), bias(false));
    noGrad(() -> layer.weight.fill_(1));
    Tensor line = Tensor.of(1.0, 2.0, 3.0).view(1, 1, 3);
    assertThat(layer.call(line).toFloatArray()).containsExactly(5, 6, 7);
  }

  @Test
  void batchNormalisationLearnsStatisticsWhileItTrains() {
    BatchNorm1d layer = new BatchNorm1d(1);
    Tensor x = Tensor.of(new double[][] {{1}, {2}, {3}, {6}});
    assertThat(layer.call(x).mean().item()).isCloseTo(0, offset(1e-6));
    assertThat(layer.stateDict())
        .containsOnlyKeys("weight", "bias", "running_mean", "running_var", "num_batches_tracked");
    assertThat(layer.stateDict().get("num_batches_tracked").toLong()).isEqualTo(1);
    assertThat(layer.stateDict().get("running_mean").item()).isCloseTo(0.3, offset(1e-6));
    double variance = 14.0 / 3; // by n − 1
    assertThat(layer.stateDict().get("running_var").item())
        .isCloseTo(0.9 + 0.1 * variance, offset(1e-6));

    layer.eval();
    double expected = (6 - 0.3) / Math.sqrt(0.9 + 0.1 * variance + 1e-5);
    assertThat(layer.call(x).toFloatArray()[3]).isCloseTo((float) expected, offset(1e-5f));
    assertThat(layer.stateDict().get("num_batches_tracked").toLong()).isEqualTo(1);
  }

  @Test
  void statisticsMayBeTheMeanOverAllBatches() {
    BatchNorm1d layer = new BatchNorm1d(1, cumulativeAverage());
    layer.call(Tensor.of(new double[][] {{1}, {3}}));
    layer.call(Tensor.of(new double[][] {{5}, {7}}));
    assertThat(layer.stateDict().get("running_mean").item()).isCloseTo(4, offset(1e-6));
  }

  @Test
  void dropoutActsWhileTrainingAlone() {
    Tensor.manualSeed(0);
    Dropout layer = new Dropout(0.5);
    Tensor x = Tensor.ones(1000);
    Tensor y = layer.call(x);
    assertThat(y.eq(0).logicalOr(y.eq(2)).all().toBool()).isTrue();
    assertThat(y.mean().item()).isBetween(0.8, 1.2);
    assertThat(layer.eval().call(x).eq(x).all().toBool()).isTrue();
    assertThatThrownBy(() -> new Dropout(1.5)).hasMessageContaining("between 0 and 1");
  }

  @Test
  void anEmbeddingLooksUpRows() {
    Embedding layer = new Embedding(4, 2, paddingIdx(0));
    noGrad(() -> layer.weight.copy_(Tensor.arange(8.0).view(4, 2)));
    Tensor y = layer.call(Tensor.of(new long[][] {{3, 0}, {3, 1}}));
    assertThat(y.sizes()).containsExactly(2, 2, 2);
    assertThat(y.toFloatArray()).containsExactly(6, 7, 0, 1, 6, 7, 2, 3);
    y.sum().backward();
    assertThat(layer.weight.grad().toFloatArray()).containsExactly(0, 0, 1, 1, 0, 0, 2, 2);
  }

  @Test
  void anEmbeddingCutsLongRowsInPlace() {
    Embedding layer = new Embedding(2, 2, maxNorm(1));
    noGrad(() -> layer.weight.copy_(Tensor.of(new double[][] {{3, 4}, {3, 4}})));
    Tensor y = layer.call(Tensor.of(1L));
    assertThat(y.toFloatArray()).containsExactly(new float[] {0.6f, 0.8f}, offset(1e-5f));
    assertThat(layer.weight.get(dev.cresset.Functional.at(0)).toFloatArray()).containsExactly(3, 4);
  }

  @Test
  void aLossReducesAsItsOptionSays() {
    Tensor x = Tensor.of(1.0, 2.0, 4.0);
    Tensor target = Tensor.of(1.0, 1.0, 1.0);
    assertThat(new MSELoss().call(x, target).item()).isCloseTo(10.0 / 3, offset(1e-6));
    assertThat(new MSELoss(Options.reduction(Reduction.SUM)).call(x, target).item()).isEqualTo(10);
    assertThat(new L1Loss(Options.reduction(Reduction.NONE)).call(x, target).toFloatArray())
        .containsExactly(0, 1, 3);
    assertThatThrownBy(() -> new MSELoss(Options.reduction(Reduction.BATCH_MEAN)))
        .hasMessageContaining("KLDivLoss");
  }

  @Test
  void weightsOfALossAreBuffers() {
    CrossEntropyLoss loss = new CrossEntropyLoss(Options.weight(Tensor.of(1.0, 2.0)));
    assertThat(loss.stateDict()).containsOnlyKeys("weight");
    assertThat(new CrossEntropyLoss().stateDict()).isEmpty();
  }
}

package dev.cresset.tools.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Functional;
import dev.cresset.Tensor;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Sequential;
import dev.cresset.serialize.StateDicts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExponentialMovingAverageTest {
  private final Linear model = new Linear(1, 1);

  private void weight(double value) {
    Functional.noGrad(() -> model.weight.fill_(value));
  }

  private double weight() {
    return model.weight.item();
  }

  @Test
  void lateStepsCountMore() {
    ExponentialMovingAverage ema = new ExponentialMovingAverage(model, 0.75);
    for (double value : new double[] {8, 4, 0}) { // 8; 7; 5.25
      weight(value);
      ema.update();
    }
    assertThat(weight()).isZero();
    try (var scope = ema.swapIn()) {
      assertThat(weight()).isCloseTo(5.25, within(1e-6));
    }
    assertThat(weight()).isZero();
    assertThat(model.weight.requiresGrad()).isTrue();
  }

  @Test
  void theModelIsAskedWithTheMeans() {
    ExponentialMovingAverage ema = new ExponentialMovingAverage(model, 0.5);
    Functional.noGrad(() -> model.bias.fill_(0));
    weight(2);
    ema.update();
    weight(4);
    ema.update();
    Tensor x = Tensor.of(new double[] {10});
    try (var scope = ema.swapIn()) {
      assertThat(model.call(x).item()).isCloseTo(30, within(1e-5));
      scope.close(); // twice does nothing
    }
    assertThat(model.call(x).item()).isCloseTo(40, within(1e-5));
  }

  @Test
  void nothingElseGoesWhileTheModelHasTheMeans() {
    ExponentialMovingAverage ema = new ExponentialMovingAverage(model, 0.5);
    try (var scope = ema.swapIn()) {
      assertThatThrownBy(ema::update).hasMessageContaining("close the scope");
      assertThatThrownBy(ema::swapIn).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(ema::stateDict).isInstanceOf(IllegalStateException.class);
    }
    ema.update();
  }

  @Test
  void buffersAreThoseOfTheLastUpdate() {
    BatchNorm1d norm = new BatchNorm1d(1);
    ExponentialMovingAverage ema = new ExponentialMovingAverage(norm, 0.9);
    for (int i = 0; i < 3; i++) {
      norm.call(Tensor.of(new double[] {5}, new double[] {7}));
      ema.update();
    }
    double mean = norm.runningMean.item();
    norm.call(Tensor.of(new double[] {0}, new double[] {0}));
    try (var scope = ema.swapIn()) {
      assertThat(norm.runningMean.item()).isEqualTo(mean);
      assertThat(norm.numBatchesTracked.toLong()).isEqualTo(3);
    }
    assertThat(norm.numBatchesTracked.toLong()).isEqualTo(4);
  }

  @Test
  void weightsThatAreThereTwiceAreAveragedOnce() {
    Sequential twice = new Sequential(model, model);
    ExponentialMovingAverage ema = new ExponentialMovingAverage(twice, 0.75);
    for (double value : new double[] {8, 4, 0}) {
      weight(value);
      ema.update();
    }
    try (var scope = ema.swapIn()) {
      assertThat(weight()).isCloseTo(5.25, within(1e-6));
    }
    assertThat(weight()).isZero();
    assertThat(ema.stateDict())
        .containsOnlyKeys(
            "n_averaged", "module.0.weight", "module.0.bias", "module.1.weight", "module.1.bias");
  }

  @Test
  void itGoesOnFromItsFile(@TempDir Path folder) {
    ExponentialMovingAverage first = new ExponentialMovingAverage(model, 0.75);
    weight(8);
    first.update();
    Path file = folder.resolve("ema.safetensors");
    StateDicts.save(first.stateDict(), file);
    ExponentialMovingAverage second = new ExponentialMovingAverage(model, 0.75);
    second.loadStateDict(StateDicts.load(file));
    weight(4);
    first.update();
    second.update();
    for (Map.Entry<String, Tensor> entry : first.stateDict().entrySet()) {
      assertThat(second.stateDict().get(entry.getKey()).toDoubleArray())
          .as(entry.getKey())
          .containsExactly(entry.getValue().toDoubleArray());
    }
  }

  @Test
  void theStateOfAnotherModelIsRefused() {
    ExponentialMovingAverage ema = new ExponentialMovingAverage(model, 0.5);
    Map<String, Tensor> wider = new ExponentialMovingAverage(new Linear(2, 1), 0.5).stateDict();
    assertThatThrownBy(() -> ema.loadStateDict(wider))
        .hasMessageContaining("'module.weight' is f32[1, 2]")
        .hasMessageContaining("[1, 1]");
    Map<String, Tensor> without = new LinkedHashMap<>(ema.stateDict());
    without.remove("n_averaged");
    assertThatThrownBy(() -> ema.loadStateDict(without)).hasMessageContaining("n_averaged");
    assertThatThrownBy(() -> new ExponentialMovingAverage(model, 1.5)).hasMessageContaining("1.5");
  }
}

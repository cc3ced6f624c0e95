package dev.cresset.tools.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricTest {
  /** Ten answers about three classes and a fourth that never occurs; computed by hand below. */
  private static final Tensor IS = Tensor.of(0L, 0, 0, 0, 1, 1, 1, 2, 2, 2);

  private static final Tensor SAID = Tensor.of(0L, 0, 0, 1, 1, 1, 2, 2, 0, 1);

  // class 0: found 3, claimed 1, missed 1; class 1: 2, 2, 1; class 2: 1, 1, 2; class 3: none.

  @Test
  void accuracyIsThePartThatIsRight() {
    Accuracy accuracy = new Accuracy();
    accuracy.update(SAID, IS);
    assertThat(accuracy.compute()).isEqualTo(0.6);
  }

  @Test
  void scoresAnswerTheClassWithTheHighest() {
    Tensor scores = Tensor.of(new double[] {1, 3, 2}, new double[] {5, 5, 0});
    Accuracy accuracy = new Accuracy();
    accuracy.update(scores, Tensor.of(1L, 1));
    assertThat(accuracy.compute()).isEqualTo(0.5); // of equal scores the first answers
    Tensor pixels = Tensor.of(new double[] {1, 0, 0, 1}).view(1, 2, 2);
    accuracy.reset();
    accuracy.update(pixels, Tensor.of(0L, 1).view(1, 2));
    assertThat(accuracy.compute()).isEqualTo(1);
  }

  @Test
  void truthsAreClasses() {
    Accuracy accuracy = new Accuracy();
    accuracy.update(Tensor.of(true, false, true), Tensor.of(true, true, true));
    assertThat(accuracy.compute()).isEqualTo(2.0 / 3);
  }

  @Test
  void meansOfClassesAreThoseComputedByHand() {
    check(average -> new Precision(4, average), 0.6, (0.75 + 0.5 + 0.5) / 3, 0.6);
    check(average -> new Recall(4, average), 0.6, (0.75 + 2 / 3.0 + 1 / 3.0) / 3, 0.6);
    double f1 = 2 / 3.5;
    double f2 = 2 / 5.0;
    check(
        average -> new F1Score(4, average),
        0.6,
        (0.75 + f1 + f2) / 3,
        (4 * 0.75 + 3 * f1 + 3 * f2) / 10);
  }

  private interface Make {
    ClassMetric of(Average average);
  }

  private static void check(Make make, double micro, double macro, double weighted) {
    double[] expected = {micro, macro, weighted};
    for (Average average : Average.values()) {
      ClassMetric metric = make.of(average);
      metric.update(SAID, IS);
      assertThat(metric.compute())
          .as(metric.getClass().getSimpleName() + " " + average)
          .isCloseTo(expected[average.ordinal()], within(1e-12));
    }
  }

  @Test
  void eachClassHasItsOwnNumber() {
    Precision precision = new Precision(4);
    precision.update(SAID, IS);
    assertThat(precision.perClass()).containsExactly(0.75, 0.5, 0.5, 0);
  }

  @Test
  void theMatrixHasARowForEachRightClass() {
    ConfusionMatrix matrix = new ConfusionMatrix(3);
    matrix.update(SAID, IS);
    assertThat(matrix.compute().toLongArray()).containsExactly(3, 1, 0, 0, 2, 1, 1, 1, 1);
    assertThat(matrix.compute().sizes()).containsExactly(3, 3);
    assertThat(matrix.total()).isEqualTo(10);
    assertThat(matrix.count(1, 2)).isEqualTo(1);
    assertThat(matrix)
        .hasToString(
            """
            is\\said 0 1 2
                  0 3 1 0
                  1 0 2 1
                  2 1 1 1\
            """);
  }

  @Test
  void topKLooksAtTheFirstK() {
    Tensor scores = Tensor.of(new double[] {0.1, 0.5, 0.4}, new double[] {0.7, 0.1, 0.2});
    assertThat(topK(2, scores, Tensor.of(2L, 1))).isEqualTo(0.5);
    assertThat(topK(1, scores, Tensor.of(1L, 0))).isEqualTo(1);
    Tensor ties = Tensor.of(new double[] {1, 1, 1}, new double[] {Double.NaN, 2, 3});
    assertThat(topK(2, ties, Tensor.of(2L, 2))).isEqualTo(0.5);
    Tensor pixels = Tensor.of(new double[] {3, 1, 2, 1, 3, 2}).view(1, 3, 2);
    assertThat(topK(1, pixels, Tensor.of(2L, 2).view(1, 2))).isEqualTo(0.5);
  }

  private static double topK(int k, Tensor scores, Tensor target) {
    TopKAccuracy metric = new TopKAccuracy(k);
    metric.update(scores, target);
    return metric.compute();
  }

  @Test
  void aMeanWeighsItsNumbers() {
    Mean mean = new Mean();
    mean.update(2, 64);
    mean.update(5, 32);
    assertThat(mean.compute()).isEqualTo(3);
    mean.reset();
    mean.update(7);
    assertThat(mean.compute()).isEqualTo(7);
    assertThatThrownBy(() -> mean.update(1, -1)).hasMessageContaining("0 or more");
  }

  static List<Supplier<Metric>> all() {
    return List.of(
        Accuracy::new,
        () -> new TopKAccuracy(2),
        () -> new Precision(5),
        () -> new Recall(5, Average.WEIGHTED),
        () -> new F1Score(5, Average.MICRO));
  }

  @ParameterizedTest
  @MethodSource("all")
  void manyBatchesCountAsOne(Supplier<Metric> make) {
    Tensor.manualSeed(3);
    Tensor scores = Tensor.randn(60, 5);
    Tensor target = Tensor.randint(0, 5, 60);
    Metric whole = make.get();
    whole.update(scores, target);
    Metric parts = make.get();
    for (int from : new int[] {40, 0, 7, 25}) { // in any order
      int to = from == 40 ? 60 : from == 0 ? 7 : from == 7 ? 25 : 40;
      parts.update(scores.narrow(0, from, to - from), target.narrow(0, from, to - from));
    }
    parts.update(scores.narrow(0, 0, 0), target.narrow(0, 0, 0)); // an empty batch
    assertThat(parts.compute()).isEqualTo(whole.compute()).isBetween(0.0, 1.0);
    parts.reset();
    assertThatThrownBy(parts::compute).hasMessageContaining("call update first");
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsRightIsOne(Supplier<Metric> make) {
    Tensor target = Tensor.of(0L, 3, 3, 4);
    Metric metric = make.get();
    metric.update(Tensor.eye(5).get(target), target);
    assertThat(metric.compute()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatDoesNotFitIsRefusedAndNotCounted(Supplier<Metric> make) {
    Metric metric = make.get();
    assertThatThrownBy(() -> metric.update(Tensor.rand(3, 5), Tensor.of(1L, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("f32[3, 5]")
        .hasMessageContaining("[n, classes, ...]");
    assertThatThrownBy(() -> metric.update(Tensor.rand(2, 5), Tensor.of(1.0, 2)))
        .hasMessageContaining("whole numbers");
    if (!(metric instanceof Accuracy)) {
      assertThatThrownBy(() -> metric.update(Tensor.rand(2, 5), Tensor.of(1L, 5)))
          .hasMessageContaining("class 5")
          .hasMessageContaining("0 to 4");
    }
    assertThatThrownBy(metric::compute).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void microMeansOfPrecisionRecallAndF1AreTheAccuracy() {
    Tensor.manualSeed(4);
    for (int i = 0; i < 50; i++) {
      Tensor said = Tensor.randint(0, 4, 30);
      Tensor is = Tensor.randint(0, 4, 30);
      Accuracy accuracy = new Accuracy();
      accuracy.update(said, is);
      for (ClassMetric metric :
          List.of(
              new Precision(4, Average.MICRO),
              new Recall(4, Average.MICRO),
              new F1Score(4, Average.MICRO),
              new Recall(4, Average.WEIGHTED))) {
        metric.update(said, is);
        assertThat(metric.compute()).isCloseTo(accuracy.compute(), within(1e-12));
      }
    }
  }

  @Test
  void exchangingAnswersAndTargetsExchangesPrecisionAndRecall() {
    Tensor.manualSeed(5);
    for (int i = 0; i < 50; i++) {
      Tensor a = Tensor.randint(0, 6, 20);
      Tensor b = Tensor.randint(0, 6, 20);
      Precision precision = new Precision(6);
      precision.update(a, b);
      Recall recall = new Recall(6);
      recall.update(b, a);
      assertThat(precision.perClass()).containsExactly(recall.perClass());
      assertThat(precision.compute()).isEqualTo(recall.compute());
    }
  }

  @Test
  void topOneIsAccuracyAndTopAllIsEverything() {
    Tensor.manualSeed(6);
    Tensor scores = Tensor.randint(0, 3, 200, 6).to(DType.F32); // many equal ones
    Tensor target = Tensor.randint(0, 6, 200);
    Accuracy accuracy = new Accuracy();
    accuracy.update(scores, target);
    assertThat(topK(1, scores, target)).isEqualTo(accuracy.compute());
    assertThat(topK(6, scores, target)).isEqualTo(1);
    double before = 0;
    for (int k : LongStream.rangeClosed(1, 6).mapToInt(k -> (int) k).toArray()) {
      assertThat(topK(k, scores, target)).isGreaterThanOrEqualTo(before);
      before = topK(k, scores, target);
    }
    assertThatThrownBy(() -> topK(7, scores, target)).hasMessageContaining("6 classes");
  }
}

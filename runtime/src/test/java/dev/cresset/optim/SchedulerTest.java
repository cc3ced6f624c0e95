package dev.cresset.optim;

import static dev.cresset.nn.Options.lr;
import static dev.cresset.optim.ReduceLROnPlateau.factor;
import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rates in these tests were computed by PyTorch 1.13. */
class SchedulerTest {

  @Test
  void stepLrFallsEveryFewEpochs() {
    check(o -> new StepLR(o, 3, 0.1), 0.5, 0.5, 0.5, 0.05, 0.05, 0.05, 0.005);
    assertThatThrownBy(() -> check(o -> new StepLR(o, 0), 0.5))
        .hasMessageContaining("stepSize is 0");
  }

  @Test
  void multiStepLrFallsAtItsMilestones() {
    check(o -> new MultiStepLR(o, List.of(2L, 5L), 0.1), 0.5, 0.5, 0.05, 0.05, 0.05, 0.005);
  }

  @Test
  void exponentialLrFallsEveryEpoch() {
    check(o -> new ExponentialLR(o, 0.9), 0.5, 0.45, 0.405, 0.3645);
  }

  @Test
  void cosineAnnealingLrFallsAndRises() {
    check(
        o -> new CosineAnnealingLR(o, 4),
        0.5,
        0.42677669529663687,
        0.25,
        0.07322330470336313,
        0.0,
        0.0732233047033631,
        0.25,
        0.4267766952966371,
        0.5);
  }

  @Test
  void warmRestartsBeginAgainForLonger() {
    SGD sgd = sgd();
    CosineAnnealingWarmRestarts scheduler = new CosineAnnealingWarmRestarts(sgd, 2, 2, 0);
    double[] want = {0.5, 0.25, 0.5, 0.42677669529663687, 0.25, 0.07322330470336313, 0.5};
    for (int i = 0; i < want.length; i++) {
      assertThat(sgd.paramGroups().get(0).lr()).isCloseTo(want[i], within(1e-12));
      scheduler.step();
    }
    scheduler.step(3.5);
    assertThat(sgd.paramGroups().get(0).lr())
        .isCloseTo(0.25 * (1 + Math.cos(Math.PI * 1.5 / 4)), within(1e-12));
    Map<String, Object> state = scheduler.stateDict();
    CosineAnnealingWarmRestarts other = new CosineAnnealingWarmRestarts(sgd(), 2, 2, 0);
    other.loadStateDict(state);
    scheduler.step();
    other.step();
    assertThat(other.lastLr()).isEqualTo(scheduler.lastLr());
  }

  @Test
  void oneCycleRisesAndFallsAndTheMomentumTheOtherWayRound() {
    Adam adam = new Adam(List.of(zeros(1)), lr(0.5));
    OneCycleLR scheduler =
        new OneCycleLR(
            adam,
            1,
            9,
            OneCycleLR.pctStart(4.0 / 9),
            OneCycleLR.divFactor(10),
            OneCycleLR.threePhase(true),
            OneCycleLR.linearAnneal(true));
    double[] rates = new double[9];
    double[] momenta = new double[9];
    for (int i = 0; i < 9; i++) {
      rates[i] = adam.paramGroups().get(0).lr();
      momenta[i] = adam.paramGroups().get(0).number("betas", 0);
      scheduler.step();
    }
    assertThat(rates)
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(0.1, 0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.050005, 0.00001);
    assertThat(momenta)
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(
            0.95,
            0.95 - 0.1 / 3,
            0.95 - 0.2 / 3,
            0.85,
            0.85 + 0.1 / 3,
            0.85 + 0.2 / 3,
            0.95,
            0.95,
            0.95);
    assertThatThrownBy(scheduler::step).hasMessageContaining("the schedule was made for 9");
  }

  @Test
  void cyclesMayBecomeLower() {
    SGD sgd = sgd();
    CyclicLR scheduler =
        new CyclicLR(sgd, 0.1, 0.5, CyclicLR.stepSizeUp(2), CyclicLR.triangular2());
    double[] want = {0.1, 0.3, 0.5, 0.3, 0.1, 0.2, 0.3, 0.2, 0.1};
    for (double each : want) {
      assertThat(sgd.paramGroups().get(0).lr()).isCloseTo(each, within(1e-12));
      scheduler.step();
    }
    assertThatThrownBy(() -> new CyclicLR(new Adagrad(List.of(zeros(1))), 0.1, 0.5))
        .hasMessageContaining("use CyclicLR.cycleMomentum(false)");
  }

  @Test
  void linearLrWarmsUpFromAThird() {
    check(
        o -> new LinearLR(o, 1.0 / 3, 1, 5),
        0.16666666666666666,
        0.23333333333333334,
        0.3,
        0.3666666666666667,
        0.4333333333333334,
        0.5,
        0.5);
  }

  @Test
  void constantLrEndsAfterItsEpochs() {
    check(o -> new ConstantLR(o, 0.25, 3), 0.125, 0.125, 0.125, 0.5, 0.5);
  }

  @Test
  void lambdaLrIsAFunctionOfTheEpoch() {
    check(o -> new LambdaLR(o, e -> Math.min(1, (e + 1) / 4.0)), 0.125, 0.25, 0.375, 0.5, 0.5);
  }

  @Test
  void multiplicativeLrMultipliesUp() {
    check(o -> new MultiplicativeLR(o, e -> 1.0 / e), 0.5, 0.5, 0.25, 0.25 / 3);
  }

  @Test
  void schedulesOfTheSameOptimizerCombine() {
    SGD sgd = sgd();
    StepLR steps = new StepLR(sgd, 2, 0.5);
    LinearLR warmUp = new LinearLR(sgd, 0.5, 1, 2);
    List<Double> rates = new ArrayList<>(warmUp.lastLr());
    for (int i = 0; i < 3; i++) {
      steps.step();
      warmUp.step();
      rates.add(sgd.paramGroups().get(0).lr());
    }
    assertThat(rates).containsExactly(0.25, 0.375, 0.25, 0.25);
  }

  @Test
  void aScheduleGoesOnFromItsSavedState() {
    SGD sgd = sgd();
    StepLR first = new StepLR(sgd, 2, 0.1);
    first.step();
    SGD other = sgd();
    StepLR second = new StepLR(other, 2, 0.1);
    second.loadStateDict(first.stateDict());
    second.step();
    assertThat(second.epoch()).isEqualTo(2);
    assertThat(second.lastLr().get(0)).isCloseTo(0.05, within(1e-12));
    assertThatThrownBy(() -> second.loadStateDict(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void polynomialLrFallsToNothing() {
    check(o -> new PolynomialLR(o, 4, 1), 0.5, 0.375, 0.25, 0.125, 0, 0);
  }

  @Test
  void sequentialLrBeginsEachScheduleAnew() {
    check(
        o ->
            new SequentialLR(
                o, List.of(new LinearLR(o, 0.1, 1, 4), new CosineAnnealingLR(o, 10)), 4),
        0.05,
        0.1625,
        0.275,
        0.3875,
        0.5,
        0.4877641290737884,
        0.45225424859373686);
  }

  @Test
  void multiplicativeLrGoesOnFromTheRateBefore() {
    check(
        o ->
            new SequentialLR(
                o, List.of(new ExponentialLR(o, 0.1), new MultiplicativeLR(o, e -> 0.5)), 2),
        0.5,
        0.05,
        0.05,
        0.025);
  }

  @Test
  void aSequenceGoesOnFromItsSavedState() {
    SGD sgd = sgd();
    Scheduler first = sequence(sgd);
    for (int i = 0; i < 3; i++) {
      first.step();
    }
    SGD other = sgd();
    Scheduler second = sequence(other);
    second.loadStateDict(first.stateDict());
    other.paramGroups().get(0).setLr(sgd.paramGroups().get(0).lr());
    for (int i = 0; i < 3; i++) {
      first.step();
      second.step();
      assertThat(second.lastLr()).isEqualTo(first.lastLr());
    }
    assertThatThrownBy(() -> second.loadStateDict(new StepLR(other, 1).stateDict()))
        .hasMessageContaining("_schedulers");
    assertThatThrownBy(() -> new SequentialLR(other, List.of(new StepLR(other, 1)), 3))
        .hasMessageContaining("one scheduler more than milestones");
    assertThatThrownBy(() -> new ChainedScheduler(other, List.of(new StepLR(sgd, 1))))
        .hasMessageContaining("same optimizer");
  }

  private static Scheduler sequence(Optimizer optimizer) {
    return new SequentialLR(
        optimizer, List.of(new StepLR(optimizer, 1, 0.5), new ExponentialLR(optimizer, 0.9)), 2);
  }

  @Test
  void chainedSchedulesMultiply() {
    check(
        o -> new ChainedScheduler(o, List.of(new StepLR(o, 2, 0.5), new LinearLR(o, 0.5, 1, 2))),
        0.25,
        0.375,
        0.25,
        0.25);
  }

  @Test
  void aPlateauLowersTheRateAfterItsPatience() {
    SGD sgd = sgd();
    ReduceLROnPlateau plateau =
        new ReduceLROnPlateau(
            sgd, ReduceLROnPlateau.patience(1), ReduceLROnPlateau.minLr(0.02), factor(0.1));
    List<Double> rates = new ArrayList<>();
    ReduceLROnPlateau second = new ReduceLROnPlateau(sgd, ReduceLROnPlateau.patience(1));
    for (double loss : new double[] {1, 1, 1, 0.5, 0.5, 0.5, 0.5}) {
      plateau.step(loss);
      rates.add(plateau.lastLr().get(0));
    }
    assertThat(rates).containsExactly(0.5, 0.5, 0.05, 0.05, 0.05, 0.02, 0.02);
    second.loadStateDict(plateau.stateDict());
    assertThat(second.stateDict()).isEqualTo(plateau.stateDict());
    assertThatThrownBy(() -> new ReduceLROnPlateau(sgd, factor(1)))
        .hasMessageContaining("must be below 1");
  }

  private static void check(Function<Optimizer, Scheduler> make, double... rates) {
    SGD sgd = sgd();
    Scheduler scheduler = make.apply(sgd);
    for (int i = 0; i < rates.length; i++) {
      assertThat(scheduler.lastLr().get(0)).as("epoch " + i).isCloseTo(rates[i], within(1e-9));
      assertThat(sgd.paramGroups().get(0).lr()).isEqualTo(scheduler.lastLr().get(0));
      scheduler.step();
    }
  }

  private static SGD sgd() {
    return new SGD(List.of(zeros(1)), lr(0.5));
  }
}

package dev.cresset.tools.train;

import static dev.cresset.tools.train.EarlyStopping.minDelta;
import static dev.cresset.tools.train.EarlyStopping.mode;
import static dev.cresset.tools.train.EarlyStopping.patience;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.optim.MetricMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

  @Test
  void itWaitsAsLongAsItIsPatient() {
    EarlyStopping stopping = new EarlyStopping(patience(2));
    assertThat(stopping.step(1.0)).isTrue();
    assertThat(stopping.step(1.5)).isFalse();
    assertThat(stopping.step(0.9)).isTrue();
    assertThat(stopping.step(0.9)).isFalse();
    assertThat(stopping.shouldStop()).isFalse();
    assertThat(stopping.step(0.95)).isFalse();
    assertThat(stopping.shouldStop()).isTrue();
    assertThat(stopping.best()).isEqualTo(0.9);
    assertThat(stopping.bestStep()).isEqualTo(2);
  }

  @Test
  void withoutPatienceTheFirstWorseOneStops() {
    EarlyStopping stopping = new EarlyStopping(patience(0));
    assertThat(stopping.shouldStop()).isFalse();
    stopping.step(1);
    assertThat(stopping.shouldStop()).isFalse();
    stopping.step(2);
    assertThat(stopping.shouldStop()).isTrue();
  }

  @Test
  void greaterOnesMayBeTheBetterOnes() {
    EarlyStopping stopping = new EarlyStopping(mode(MetricMode.MAX), minDelta(0.1), patience(1));
    assertThat(stopping.step(0.5)).isTrue();
    assertThat(stopping.step(0.61)).isTrue();
    assertThat(stopping.step(0.7)).as("by less than minDelta").isFalse();
    assertThat(stopping.shouldStop()).isTrue();
  }

  @Test
  void aLossThatIsNoNumberStopsAtOnce() {
    for (double loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      EarlyStopping stopping = new EarlyStopping(patience(5));
      stopping.step(1);
      assertThat(stopping.step(loss)).isFalse();
      assertThat(stopping.shouldStop()).isTrue();
      assertThat(stopping.best()).isEqualTo(1);
    }
  }

  @Test
  void itGoesOnWhereItStopped() {
    EarlyStopping first = new EarlyStopping(patience(3));
    first.step(1);
    first.step(2);
    EarlyStopping second = new EarlyStopping(patience(3));
    second.loadStateDict(first.stateDict());
    for (double loss : new double[] {2, 3}) {
      assertThat(second.shouldStop()).isFalse();
      assertThat(second.step(loss)).isEqualTo(first.step(loss));
    }
    assertThat(second.shouldStop()).isTrue();
    assertThat(second.stateDict()).isEqualTo(first.stateDict());
    assertThatThrownBy(() -> second.loadStateDict(Map.of("best", 1.0)))
        .hasMessageContaining("best_step");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new EarlyStopping(patience(-1)))
        .hasMessageContaining("patience is -1");
    assertThatThrownBy(() -> new EarlyStopping(minDelta(Double.NaN))).hasMessageContaining("NaN");
  }
}

package dev.cresset.nn;

import static dev.cresset.tensor.Tensors.ones;
import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.Parts.Dense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HooksTest {
  private final Dense layer = new Dense(1, 1);
  private final Tensor input = zeros(1);

  @Test
  void aPreHookMayReplaceTheInput() {
    Tensor other = ones(1);
    layer.registerForwardPreHook((m, in) -> List.of(IValue.from(other)));
    layer.registerForwardPreHook((m, in) -> null);
    assertThat(layer.call(input)).isSameAs(other);
  }

  @Test
  void aHookMayReplaceTheResultAndTheNextSeesIt() {
    Tensor other = ones(1);
    List<Tensor> seen = new ArrayList<>();
    layer.registerForwardHook((m, in, out) -> IValue.from(other));
    layer.onForward((x, y) -> seen.addAll(List.of(x, y)));
    assertThat(layer.call(input)).isSameAs(other);
    assertThat(seen).containsExactly(input, other);
  }

  @Test
  void whatIsNotGivenIsNoneForHooks() {
    LSTM lstm = new LSTM(2, 3);
    List<IValue> seen = new ArrayList<>();
    lstm.registerForwardHook(
        (m, in, out) -> {
          seen.addAll(in);
          return null;
        });
    assertThat(lstm.call(Tensor.ones(4, 2), null).output().sizes()).containsExactly(4, 3);
    assertThat(seen.get(1).isNone()).isTrue();
  }

  @Test
  void hooksRunForInvokeAsForCallAndInSequences() {
    int[] calls = new int[1];
    layer.onForward((x, y) -> calls[0]++);
    layer.call(input);
    layer.invoke(List.of(IValue.from(input)));
    new Sequential(layer).call(input);
    assertThat(calls[0]).isEqualTo(3);
    assertThat(layer.runs).isEqualTo(3);
  }

  @Test
  void aRemovedHookIsGoneAndTheModuleIsPlainAgain() {
    int[] calls = new int[1];
    LayerHook hook = (x, y) -> calls[0]++;
    HookHandle first = layer.onForward(hook);
    HookHandle second = layer.onForward(hook);
    assertThat(layer.plain()).isFalse();
    first.remove();
    first.remove();
    layer.call(input);
    assertThat(calls[0]).isEqualTo(1);
    second.remove();
    assertThat(layer.plain()).isTrue();
  }

  @Test
  void eagerModeHoldsForItsThreadUntilClosed() throws InterruptedException {
    boolean[] elsewhere = new boolean[1];
    try (Modes.Scope outer = Modes.eager()) {
      try (Modes.Scope inner = Modes.eager()) {
        assertThat(Modes.special()).isTrue();
        inner.close();
      }
      assertThat(Modes.compiled()).isFalse();
      Thread thread = new Thread(() -> elsewhere[0] = Modes.compiled());
      thread.start();
      thread.join();
      outer.close();
    }
    assertThat(elsewhere[0]).isTrue();
    assertThat(Modes.compiled()).isTrue();
  }
}

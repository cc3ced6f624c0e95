package dev.cresset.nn;

import static dev.cresset.tensor.Tensors.filled;
import static dev.cresset.tensor.Tensors.ones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.nn.Parts.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackwardHooksTest {
  private final Dense layer = new Dense(1, 1); // gives back its input
  private final Tensor input = ones(2).requiresGrad_(true);

  @Test
  void aHookSeesTheGradientsOfInputAndOutput() {
    List<List<@Nullable Tensor>> seen = new ArrayList<>();
    layer.registerFullBackwardHook(
        (m, gradInput, gradOutput) -> {
          assertThat(m).isSameAs(layer);
          seen.add(gradInput);
          seen.add(gradOutput);
          return null;
        });
    Tensor y = layer.call(input);
    assertThat(y).isNotSameAs(input);
    assertThat(y.toFloatArray()).containsExactly(1, 1);
    assertThat(y.gradFn().name()).isEqualTo("BackwardHookFunctionBackward");
    y.backward(filled(3, 2));
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0).get(0).toFloatArray()).containsExactly(3, 3);
    assertThat(seen.get(1).get(0).toFloatArray()).containsExactly(3, 3);
    assertThat(input.grad().toFloatArray()).containsExactly(3, 3);
  }

  @Test
  void aHookMayReplaceTheGradientsOfTheInput() {
    layer.registerFullBackwardHook((m, in, out) -> List.of(filled(10, 2)));
    layer.registerFullBackwardHook(
        (m, in, out) -> {
          assertThat(in.get(0).toFloatArray()).containsExactly(10, 10);
          return null;
        });
    layer.call(input).backward(filled(3, 2));
    assertThat(input.grad().toFloatArray()).containsExactly(10, 10);
  }

  @Test
  void anInputWithoutGradientIsSeenAsNone() {
    Tensor weight = ones(2).requiresGrad_(true);
    List<List<@Nullable Tensor>> seen = new ArrayList<>();
    NnModule module =
        new NnModule() {
          @Override
          protected IValue invokeForward(List<IValue> in) {
            return IValue.tupleFrom(IValue.from(weight), in.get(1));
          }
        };
    module.registerFullBackwardHook(
        (m, in, out) -> {
          seen.add(in);
          seen.add(out);
          return null;
        });
    IValue result = module.invoke(List.of(IValue.from(ones(2)), IValue.from(7L)));
    assertThat(result.toTuple().get(1).toLong()).isEqualTo(7);
    result.toTuple().get(0).toTensor().backward(filled(4, 2));
    assertThat(seen.get(0)).isEqualTo(Arrays.asList((Tensor) null));
    assertThat(seen.get(1).get(0).toFloatArray()).containsExactly(4, 4);
    assertThat(weight.grad().toFloatArray()).containsExactly(4, 4);
  }

  @Test
  void nothingIsDoneWhereNothingIsRecorded() {
    layer.registerFullBackwardHook(
        (m, in, out) -> {
          throw new AssertionError("no gradient passes here");
        });
    assertThat(GradMode.off(() -> layer.call(input))).isSameAs(input);
  }

  @Test
  void aWrongNumberOfGradientsIsRefused() {
    layer.registerFullBackwardHook((m, in, out) -> List.of());
    Tensor y = layer.call(input);
    assertThatThrownBy(() -> y.backward(ones(2)))
        .hasMessageContaining("a backward hook of Dense returned 0 gradients for 1 inputs");
  }

  @Test
  void aRemovedHookLeavesNoTrace() {
    layer.registerFullBackwardHook((m, in, out) -> null).remove();
    assertThat(layer.call(input)).isSameAs(input);
  }
}

package dev.cresset.autograd;

import static dev.cresset.autograd.Products.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackwardTest {
  private final Tensor x = Tensor.of(1.0, 2.0, 3.0).requiresGrad_();
  private final Tensor ones = Tensor.of(1.0, 1.0, 1.0);

  @Test
  void gradientsAddUpAtLeaves() {
    Tensor y = times(x, x);
    y.backward(ones, true, false);
    assertThat(x.grad().toFloatArray()).containsExactly(2, 4, 6);
    y.backward(ones);
    assertThat(x.grad().toFloatArray()).containsExactly(4, 8, 12);
  }

  @Test
  void aSecondPassOverAFreedTapeIsAnError() {
    Tensor y = times(x, x);
    y.backward(ones);
    assertThatThrownBy(() -> y.backward(ones))
        .hasMessageContaining("Trying to backward through the graph a second time");
  }

  @Test
  void broadcastGradientsAreSummed() {
    Tensor s = Tensor.scalar(2.0).requiresGrad_();
    Tensor y = times(s, x);
    y.backward(ones);
    assertThat(s.grad().sizes()).isEmpty();
    assertThat(s.grad().item()).isEqualTo(6);
    assertThat(x.grad().toFloatArray()).containsExactly(2, 2, 2);
  }

  @Test
  void gradientsHaveGradients() {
    Tensor cube = times(times(x, x), x);
    Tensor first =
        Autograd.grad(List.of(cube), List.of(x), List.of(ones), true, true, false).get(0);
    assertThat(first.toFloatArray()).containsExactly(3, 12, 27);
    Tensor second =
        Autograd.grad(List.of(first), List.of(x), List.of(ones), true, true, false).get(0);
    assertThat(second.toFloatArray()).containsExactly(6, 12, 18);
    assertThat(x.grad()).isNull();
  }

  @Test
  void aSavedTensorThatWasWrittenToIsAnError() {
    Tensor a = Tensor.of(1.0, 2.0, 3.0);
    Tensor y = times(x, a);
    InPlace.copy(a, ones);
    assertThatThrownBy(() -> y.backward(ones))
        .hasMessageContaining("modified by an inplace operation")
        .hasMessageContaining("is at version 1; expected version 0");
  }

  @Test
  void aLeafIsNotWrittenToInPlace() {
    assertThatThrownBy(() -> InPlace.copy(x, ones))
        .hasMessage("a leaf Variable that requires grad is being used in an in-place operation.");
    GradMode.off(() -> InPlace.copy(x, ones));
    assertThat(x.toFloatArray()).containsExactly(1, 1, 1);
  }

  @Test
  void inPlaceOpsAreSeenInGradients() {
    Tensor y = times(x, x);
    InPlace.assign(y, times(InPlace.original(y), x)); // y = x³
    y.backward(ones);
    assertThat(x.grad().toFloatArray()).containsExactly(3, 12, 27);
  }

  @Test
  void hooksSeeAndReplaceGradients() {
    List<Tensor> seen = new ArrayList<>();
    Tensor y = times(x, x);
    y.registerHook(
        gradient -> {
          seen.add(gradient);
          return times(gradient, Tensor.scalar(10.0));
        });
    TensorHook.Handle removed = x.registerHook(gradient -> ones);
    removed.remove();
    y.retainGrad();
    times(y, ones).backward(ones);
    assertThat(seen).hasSize(1);
    assertThat(y.grad().toFloatArray()).containsExactly(10, 10, 10);
    assertThat(x.grad().toFloatArray()).containsExactly(20, 40, 60);
  }

  @Test
  void leavesDoNotShareTheirGradients() {
    Tensor z = Tensor.of(1.0, 1.0, 1.0).requiresGrad_();
    GradMath.add(x, z).backward(ones);
    assertThat(x.grad().strided().storage()).isNotSameAs(z.grad().strided().storage());
    assertThat(x.grad().strided().storage()).isNotSameAs(ones.strided().storage());
  }

  @Test
  void errorsSayWhatIsMissing() {
    assertThatThrownBy(() -> times(x, x).backward())
        .hasMessage("grad can be implicitly created only for scalar outputs");
    assertThatThrownBy(() -> ones.backward(ones)).hasMessageContaining("does not require grad");
    assertThatThrownBy(() -> Autograd.grad(times(Tensor.scalar(1.0).requiresGrad_(), ones), x))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void passesOfManyThreadsAddUp() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 200; i++) {
                  times(x, ones).backward(ones);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(x.grad().toFloatArray()).containsExactly(1600, 1600, 1600);
  }

  @Test
  void aLongTapeNeedsNoStack() {
    Tensor y = x;
    for (int i = 0; i < 50_000; i++) {
      y = times(y, ones);
    }
    y.backward(ones);
    assertThat(x.grad().toFloatArray()).containsExactly(1, 1, 1);
  }

  @Test
  void aGradientThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> x.setGrad(Tensor.of(1.0)))
        .hasMessage("assigned grad has data of a different size: [1], the tensor has [3]");
    assertThatThrownBy(() -> x.setGrad(Tensor.of(1, 2, 3)))
        .hasMessageContaining("assigned grad has data of a different type");
    assertThatThrownBy(() -> x.setGrad(x)).hasMessageContaining("its own grad");
    x.registerHook(gradient -> Tensor.of(1.0));
    assertThatThrownBy(() -> times(x, x).backward(ones))
        .hasMessage("a hook has changed the size of a gradient: [3] became [1]");
  }

  @Test
  void aKeptGradientIsThatOfTheValueAtTheEnd() {
    Tensor y = times(x, x);
    y.retainGrad();
    InPlace.assign(y, times(InPlace.original(y), x));
    y.backward(ones);
    assertThat(y.grad().toFloatArray()).containsExactly(1, 1, 1);
  }

  @Test
  void viewsAreNeitherDetachedInPlaceNorWrittenToBehindALeaf() {
    Tensor y = times(x, x);
    assertThatThrownBy(() -> y.view(3).detach_()).hasMessageContaining("Can't detach views");
    assertThat(y.detach().view(3).detach_().toFloatArray()).containsExactly(1, 4, 9);
    Tensor leaf = Tensor.arange(6).to(DType.F32).view(2, 3).requiresGrad_();
    assertThatThrownBy(() -> leaf.select(0, 1).zero_())
        .hasMessageStartingWith("a view of a leaf Variable that requires grad");
  }

  @Test
  void anExpandedTensorIsNotWrittenTo() {
    assertThatThrownBy(() -> Tensor.of(1.0).expand(3).add_(1))
        .hasMessageContaining("more than one element of the written-to tensor");
    assertThatThrownBy(() -> Tensor.of(1.0).expand(3).copy_(x.detach()))
        .hasMessageContaining("Please clone()");
  }
}

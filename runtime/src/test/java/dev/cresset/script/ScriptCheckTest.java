package dev.cresset.script;

import static dev.cresset.script.ScriptCheck.scriptCheck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Modes;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between two forms is found, whatever it is. */
class ScriptCheckTest {
  private final Tensor x = Tensor.of(1.5f, -2, 3).requiresGrad_(true);

  @Test
  void whatAgreesPasses() {
    scriptCheck(in -> in[0].mul(in[0]), in -> in[0].square(), x);
    Sequential model = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Dropout(0.5));
    scriptCheck(model, Tensor.randn(5, 3).requiresGrad_(true));
    scriptCheck(model.eval(), Tensor.randn(5, 3));
  }

  @Test
  void stateGeneratorAndGradientsAreAsBefore() {
    Sequential model = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Dropout(0.5));
    Tensor input = Tensor.randn(5, 3).requiresGrad_(true);
    List<Tensor> before = model.stateDict().values().stream().map(Tensor::clone).toList();
    Tensor.manualSeed(4);
    scriptCheck(model, input);
    Tensor drawn = Tensor.rand(3);
    Tensor.manualSeed(4);
    assertThat(Tensor.rand(3).toFloatArray()).isEqualTo(drawn.toFloatArray());
    List<Tensor> after = List.copyOf(model.stateDict().values());
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).allClose(before.get(i), 0, 0, false)).isTrue();
    }
    assertThat(input.grad()).isNull();
    assertThat(model.parameters()).allSatisfy(each -> assertThat(each.grad()).isNull());
  }

  @Test
  void otherResultsAreFound() {
    differs("the result differs", in -> in[0].mul(2), in -> in[0].mul(2.001));
    differs("F32[3]", in -> in[0].mul(2), in -> in[0].mul(2).to(DType.F64));
    differs("the result", in -> in[0].mul(2), in -> in[0].mul(2).unsqueeze(0));
  }

  @Test
  void otherGradientsAreFound() {
    differs(
        "the gradient of input 0",
        in -> in[0].abs(),
        in -> in[0].mul(in[0].sign().mul(1)).add(in[0]).sub(in[0].detach()));
    differs("requires a gradient", in -> in[0].abs(), in -> in[0].abs().detach());
  }

  @Test
  void otherWritesAreFound() {
    differs("input 0 afterwards", in -> in[0].mul(2), in -> in[0].mul_(2));
    scriptCheck(in -> in[0].mul_(2), in -> in[0].mul_(2), x);
  }

  @Test
  void aModuleThatDiffersIsNamedByItsPart() {
    Layer odd =
        new Layer() {
          private final Linear linear = new Linear(3, 3);

          @Override
          public Tensor forward(Tensor input) {
            return linear.call(input).mul(Modes.compiled() ? 2 : 1);
          }

          @Override
          public Tensor call(Tensor input) {
            return forward(input);
          }

          @Override
          protected IValue invokeForward(List<IValue> inputs) {
            return IValue.from(forward(inputs.get(0).toTensor()));
          }

          @Override
          protected void visit(dev.cresset.nn.Visitor v) {
            v.child("linear", linear);
          }
        };
    assertThatThrownBy(() -> scriptCheck(odd, Tensor.randn(2, 3)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("the result differs: as written it is F32[2, 3]");
  }

  @Test
  void whatWasNotCompiledIsRefused() {
    Sequential empty = new Sequential();
    assertThatThrownBy(() -> scriptCheck(empty, x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither Sequential nor a module in it was compiled");
    scriptCheck(new Sequential(new ReLU()), x);
  }

  private void differs(String what, ScriptCheck.Of written, ScriptCheck.Of compiled) {
    assertThatThrownBy(() -> scriptCheck(written, compiled, x))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("scriptCheck: ")
        .hasMessageContaining(what);
  }
}

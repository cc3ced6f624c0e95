package dev.cresset.nn;

import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.nn.Parts.Dense;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainersTest {

  @Test
  void aSequenceRunsItsLayersInOrder() {
    Tensor x = zeros(1);
    Dense first = new Dense(1, 1);
    Dense last = new Dense(1, 1);
    Sequential model = new Sequential(first).add("last", last);
    assertThat(model.call(x)).isSameAs(x);
    assertThat(first.runs + last.runs).isEqualTo(2);
    assertThat(model.get(-1)).isSameAs(model.get("last")).isSameAs(last);
    assertThat(model.namedChildren().keySet()).containsExactly("0", "last");
    assertThat(model).containsExactly(first, last).hasSize(2);
  }

  @Test
  void aListNeedsNoCasts() {
    ModuleList<Dense> list = new ModuleList<Dense>().add(new Dense(1, 2)).add(new Dense(2, 3));
    long outputs = 0;
    for (Dense dense : list) {
      outputs += dense.weight.size(0);
    }
    assertThat(outputs).isEqualTo(5);
    assertThat(list.stateDict().keySet())
        .containsExactly("0.weight", "0.bias", "1.weight", "1.bias");
    assertThat(new ModuleList<>(List.of(list.get(1))).get(0)).isSameAs(list.get(-1));
    assertThatThrownBy(() -> list.get(2)).hasMessage("module 2 of 2");
    assertThatThrownBy(() -> list.invoke(List.of()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("ModuleList has no forward");
  }

  @Test
  void aDictionaryKeepsItsOrder() {
    ModuleDict<Dense> dict =
        new ModuleDict<Dense>().put("z", new Dense(1, 1)).put("a", new Dense(1, 1));
    assertThat(dict.asMap().keySet()).containsExactly("z", "a");
    assertThat(dict.namedParameters().keySet())
        .containsExactly("z.weight", "z.bias", "a.weight", "a.bias");
    assertThatThrownBy(() -> dict.get("b")).hasMessageContaining("there are [z, a]");
  }

  @Test
  void aModuleIsNotInsideOfItself() {
    Sequential inner = new Sequential(new Dense(1, 1));
    Sequential outer = new Sequential(inner);
    assertThatThrownBy(() -> inner.add(outer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'1' cannot be a Sequential that this module is part of; a module cannot be inside of"
                + " itself");
    assertThatThrownBy(() -> outer.add("x", outer)).hasMessageContaining("'x' cannot be");
    assertThat(inner.size()).isEqualTo(1);
  }

  @Test
  void aModuleInItsOwnFieldIsNamedByItsPath() {
    NnModule loop =
        new NnModule() {
          @Override
          protected void visit(Visitor v) {
            v.child("list", new ModuleList<NnModule>().add(new Dense(1, 1)));
            v.child("again", this);
          }
        };
    assertThatThrownBy(loop::stateDict)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is inside of itself, as 'again'");
    assertThatThrownBy(loop::toString).hasMessageContaining("as 'again'");
    assertThatThrownBy(() -> loop.apply(m -> {})).hasMessageContaining("as 'again'");
    assertThat(loop.modules()).hasSize(3);
  }

  @Test
  void namesMustBeNewAndFitIntoPaths() {
    Sequential model = new Sequential(new Dense(1, 1));
    assertThatThrownBy(() -> model.add("0", new Dense(1, 1))).hasMessageContaining("already");
    assertThatThrownBy(() -> model.add("a.b", new Dense(1, 1))).hasMessageContaining("no '.'");
    assertThatThrownBy(() -> model.add("", new Dense(1, 1))).hasMessageContaining("not empty");
  }

  @Test
  void listedParametersRequireGradients() {
    ParameterList list = new ParameterList(zeros(2)).add(zeros(3));
    assertThat(list).allMatch(Tensor::requiresGrad).hasSize(2);
    assertThat(list.numParameters()).isEqualTo(5);
  }
}

package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.compile.Cells.Biased;
import dev.cresset.compile.Cells.Cell;
import dev.cresset.compile.Cells.Masked;
import dev.cresset.compile.Cells.Pair;
import dev.cresset.compile.Cells.Weighted;
import dev.cresset.nn.Layer;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The superclass that is written for a module makes it one. */
class SkeletonTest {
  private final Tensor x = Tensor.of(1f);
  private final Tensor y = Tensor.of(2f);

  @Test
  void whatGoesFromTensorToTensorIsALayer() {
    assertThat(new Weighted(1)).isInstanceOf(Layer.class);
    assertThat(new Masked()).isInstanceOf(Layer.class);
    assertThat(new Cell()).isNotInstanceOf(Layer.class);
  }

  @Test
  void fieldsAreToldInTheOrderOfTheSourceThoseOfTheBaseFirst() {
    List<String> told = new ArrayList<>();
    new Biased(2)
        .accept(
            new Visitor() {
              @Override
              public void parameter(String name, Tensor parameter) {
                told.add("parameter " + name + (parameter == null ? " is null" : ""));
              }

              @Override
              public void buffer(String name, Tensor buffer, boolean persistent) {
                told.add("buffer " + name + (persistent ? "" : " of no state"));
              }

              @Override
              public void constant(String name, Object value) {
                told.add("constant " + name + " " + value);
              }
            });
    assertThat(told)
        .containsExactly(
            "parameter weight",
            "parameter bias is null",
            "buffer mask of no state",
            "constant size 2",
            "constant scales [0.5, 2.0]",
            "parameter more");
  }

  @Test
  void childrenAreFoundThroughFieldsListsAndTypeParameters() {
    Pair<Biased, Cell> pair = new Pair<>(new Biased(1), new Cell()).eval();
    assertThat(pair.stateDict())
        .containsOnlyKeys(
            "left.weight",
            "left.more",
            "right.first.weight",
            "right.rest.0.weight",
            "right.rest.1.weight");
    assertThat(pair.modules()).noneMatch(NnModule::isTraining);
  }

  @Test
  void callsGoThroughTheHooksAndSoDoesTheUntypedDoor() {
    Cell cell = new Cell();
    assertThat(cell.call(new Cell.State(x, null), 1, List.of(y)).out()).isSameAs(y);
    List<String> seen = new ArrayList<>();
    cell.registerForwardHook(
        (module, in, out) -> {
          seen.add(in.get(1) + " -> " + out.toTuple().get(1));
          return null;
        });
    Cell.State same = cell.call(new Cell.State(x, null), 0, List.of());
    assertThat(same.out()).isSameAs(x);
    assertThat(same.hidden()).isNull();
    IValue state = IValue.tupleFrom(IValue.from(x), IValue.from(y));
    IValue result = cell.invoke(List.of(state, IValue.from(1), IValue.listFrom(y)));
    assertThat(result).isEqualTo(IValue.tupleFrom(IValue.from(y), IValue.none()));
    assertThat(seen).containsExactly("0 -> None", "1 -> None");
  }

  @Test
  void aMaskMayBeLeftOut() {
    Layer masked = new Masked();
    assertThat(masked.call(x)).isSameAs(x);
    assertThat(new Masked().call(x, y)).isSameAs(y);
    assertThat(masked.invoke(List.of(IValue.from(x))).toTensor()).isSameAs(x);
    masked.registerForwardPreHook((module, in) -> List.of(in.get(0), IValue.from(y)));
    assertThat(masked.call(x)).isSameAs(y);
  }

  @Test
  void methodsThatGiveTheModuleGiveItUnderItsOwnType() {
    Biased biased = new Biased(1).train(false).requiresGrad_(false).apply(module -> {});
    assertThat(biased.isTraining()).isFalse();
    assertThat(biased.weight.requiresGrad()).isFalse();
  }
}

package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** Records are tuples: made, given, taken apart, inside of each other. */
public class Records extends RecordsModule {
  public record State(Tensor value, int turns) {}

  public record Both(State left, State right, float scale) {}

  final Cell cell = new Cell();

  @Script
  public Tensor forward(Tensor x) {
    State state = new State(x, 1);
    for (int i = 0; i < 2; i++) {
      state = cell.call(state);
    }
    var both = new Both(state, new State(x.neg(), 2), 0.5f);
    var sum = both.left().value().add(both.right().value());
    return sum.mul(both.scale() * (both.left().turns() + both.right().turns()));
  }

  public static class Cell extends Records_CellModule {
    @Param final Tensor weight = param(Tensor.of(0.5f, 2f));

    @Script
    public State forward(State state) {
      return new State(state.value().mul(weight), state.turns() + 1);
    }
  }
}

package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import java.util.List;

/** Modules of any type in lists and in one another, and bounds of two types. */
public class Bounds extends BoundsModule {
  final Box<Box<Half>> box = new Box<>(new Box<>(new Half()));
  final Row<Half, Linear> row = new Row<>(new Half(), new Linear(2, 2));

  @Script
  public Tensor forward(Tensor x) {
    return row.call(box.call(x)).add(box.inner.inner.call(x));
  }

  public interface Marked {}

  public static class Half extends Bounds_HalfModule implements Marked {
    @Override
    @Script
    public Tensor forward(Tensor x) {
      return x.mul(0.5);
    }
  }

  public static class Box<M extends Layer> extends Bounds_BoxModule<M> {
    final M inner;

    Box(M inner) {
      this.inner = inner;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return inner.call(x).sub(1);
    }
  }

  public static class Row<A extends Layer & Marked, B extends Layer>
      extends Bounds_RowModule<A, B> {
    final A first;
    final ModuleList<B> more;
    final ModuleList<Box<A>> boxes;

    Row(A first, B second) {
      this.first = first;
      this.more = new ModuleList<>(List.of(second));
      this.boxes = new ModuleList<>(List.of(new Box<>(first)));
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      Tensor y = first.call(x);
      for (B each : more) {
        y = each.call(y);
      }
      for (Box<A> each : boxes) {
        y = each.call(y).add(each.inner.call(x));
      }
      return y.add(boxes.get(0).inner.call(y));
    }
  }
}

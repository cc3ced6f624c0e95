package dev.cresset.ir.shape;

import dev.cresset.ir.shape.ShapeMismatch.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for products of which one side may be known by its last sizes alone. */
public final class MatrixShapes {
  private MatrixShapes() {}

  /** {@code linear(input, weight, bias)}: {@code [*, k], [n, k], [n] -> [*, n]}. */
  public static @Nullable Sizes linear(ShapeScope in) {
    Sizes weight = in.sizes("weight");
    if (weight == null || weight.rank() < 1 || weight.rank() > 2) {
      return null;
    }
    Sizes input = in.lastSizes("input");
    Sizes known = input == null ? Sizes.last(1, Size.UNKNOWN) : input;
    Size wanted = weight.get(-1);
    Size found = known.rank() == 0 && !known.open() ? Size.of(1) : known.fromEnd(1);
    if (wanted.differsFrom(found) || !known.open() && known.rank() == 0) {
      throw new ShapeMismatch(
          "%1$s is %2$s, %3$s is %4$s; %1$s's last size must be %5$s"
              .formatted(in.name("input"), input, in.name("weight"), weight, wanted),
          new Wish("input", "a last size of " + wanted, wanted, found));
    }
    Sizes bias = in.sizes("bias");
    if (bias != null
        && weight.rank() == 2
        && (bias.rank() > 1
            || bias.rank() == 1
                && bias.get(0).differsFrom(weight.get(0))
                && bias.get(0).isNot(1))) {
      throw new ShapeMismatch(
          "%s is %s, %s is %s; there must be as many numbers in the one as rows in the other"
              .formatted(in.name("bias"), bias, in.name("weight"), weight));
    }
    Sizes before = known.open() ? known.last(Math.max(1, known.rank())) : known;
    List<Size> sizes = before.all().subList(0, before.rank() - 1);
    Sizes rest = new Sizes(sizes, known.open());
    return weight.rank() == 1 ? rest : rest.join(new Sizes(List.of(weight.get(0))));
  }
}

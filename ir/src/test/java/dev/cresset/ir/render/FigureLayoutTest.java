package dev.cresset.ir.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.render.Figure.Arrow;
import dev.cresset.ir.render.Figure.Box;
import dev.cresset.ir.render.FigureLayout.Line;
import dev.cresset.ir.render.FigureLayout.Placed;
import dev.cresset.ir.render.FigureLayout.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes stand apart, within the drawing, and below what they take something from. */
class FigureLayoutTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void boxesStandApartAndArrowsGoDown(long seed) {
    check(FigureLayout.of(figure(new Random(seed), 2)));
  }

  private static Figure figure(Random random, int depth) {
    int count = 1 + random.nextInt(25);
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Figure> inner = new ArrayList<>();
      while (depth > 0 && random.nextInt(8) == 0) {
        inner.add(figure(random, depth - 1));
      }
      boxes.add(
          new Box(
              "b" + i, Figure.Kind.OP, List.of("x".repeat(1 + random.nextInt(30))), null, inner));
      for (int arrow = random.nextInt(3); i > 0 && arrow > 0; arrow--) {
        Arrow made = new Arrow(random.nextInt(i), i, "");
        if (!arrows.contains(made)) {
          arrows.add(made);
        }
      }
    }
    return new Figure("", boxes, arrows);
  }

  private static void check(Plan plan) {
    List<Placed> boxes = plan.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Placed one = boxes.get(i);
      assertThat(one.x()).isNotNegative();
      assertThat(one.y()).isNotNegative();
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(plan.width());
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(plan.height());
      for (Placed other : boxes.subList(0, i)) {
        boolean apart =
            one.x() >= other.x() + other.width()
                || other.x() >= one.x() + one.width()
                || one.y() >= other.y() + other.height()
                || other.y() >= one.y() + one.height();
        assertThat(apart).as("%s and %s", one.box().id(), other.box().id()).isTrue();
      }
      double inner = one.inner().stream().mapToDouble(Plan::width).sum();
      assertThat(inner).isLessThanOrEqualTo(one.width());
      one.inner().forEach(each -> assertThat(each.height()).isLessThan(one.height()));
      one.inner().forEach(FigureLayoutTest::check);
    }
    for (Line line : plan.lines()) {
      Placed from = boxes.get(line.arrow().from());
      Placed to = boxes.get(line.arrow().to());
      assertThat(to.y()).isGreaterThanOrEqualTo(from.y() + from.height());
      double y = 0;
      for (double[] point : line.points()) {
        assertThat(point[1]).isGreaterThanOrEqualTo(y);
        y = point[1];
      }
    }
  }
}

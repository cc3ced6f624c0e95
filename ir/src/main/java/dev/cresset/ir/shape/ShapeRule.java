package dev.cresset.ir.shape;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sizes of an op's results from those of its arguments. */
@FunctionalInterface
public interface ShapeRule {
  /**
   * The sizes of each result; null where not even their number is known, and for what is no tensor.
   *
   * @throws ShapeMismatch if the arguments surely do not fit
   */
  List<@Nullable Sizes> apply(ShapeScope in);

  /** A rule of one result. */
  static ShapeRule of(One rule) {
    return in -> Collections.singletonList(rule.apply(in));
  }

  /** A rule of one result. */
  @FunctionalInterface
  interface One {
    /** The sizes of the result, or null. */
    @Nullable Sizes apply(ShapeScope in);
  }
}

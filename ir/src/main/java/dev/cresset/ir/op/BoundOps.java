package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.scalar.Scalar;
import java.util.List;

/**
 * The larger and the smaller of two, numbers kept within bounds, and what is no number replaced.
 */
final class BoundOps {
  private static final List<Op> OF_TWO =
      List.of(
          op("aten::maximum(Tensor self, Tensor other) -> Tensor").each((a, b) -> a.max(b)),
          op("aten::minimum(Tensor self, Tensor other) -> Tensor").each((a, b) -> a.min(b)),
          op("aten::max.other(Tensor self, Tensor other) -> Tensor")
              .composed(x -> call("aten::maximum", x.in("self"), x.in("other"))),
          op("aten::min.other(Tensor self, Tensor other) -> Tensor")
              .composed(x -> call("aten::minimum", x.in("self"), x.in("other"))),
          op("aten::fmax(Tensor self, Tensor other) -> Tensor")
              .each((a, b) -> a.atLeast(b).or(b.isNan()).select(a, b))
              .derivative("self", (in, y, dy) -> firstOfMax(in).select(dy, 0))
              .derivative("other", (in, y, dy) -> firstOfMax(in).select(0, dy)),
          op("aten::fmin(Tensor self, Tensor other) -> Tensor")
              .each((a, b) -> a.atMost(b).or(b.isNan()).select(a, b))
              .derivative("self", (in, y, dy) -> firstOfMin(in).select(dy, 0))
              .derivative("other", (in, y, dy) -> firstOfMin(in).select(0, dy)));

  private static final List<Op> BY_NUMBERS =
      List.of(
          op("aten::clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor")
              .composed(
                  x -> clamp(x, "aten::clamp_min", "aten::clamp_max", "cresset::clamp_between"))
              .withInPlace(),
          op("aten::clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor")
              .composed(x -> call("aten::clamp", x.in("self"), x.in("min"), x.in("max")))
              .withInPlace(),
          op("aten::clamp_min(Tensor self, Scalar min) -> Tensor")
              .each((x, min) -> x.max(min))
              .derivative("self", (in, y, dy) -> in[0].atLeast(in[1]).select(dy, 0))
              .promoting("min")
              .withInPlace(),
          op("aten::clamp_max(Tensor self, Scalar max) -> Tensor")
              .each((x, max) -> x.min(max))
              .derivative("self", (in, y, dy) -> in[0].atMost(in[1]).select(dy, 0))
              .promoting("max")
              .withInPlace(),
          op("cresset::clamp_between(Tensor self, Scalar min, Scalar max) -> Tensor")
              .each((x, min, max) -> x.max(min).min(max))
              .derivative("self", (in, y, dy) -> isWithin(in).select(dy, 0))
              .promoting("max"));

  private static final List<Op> BY_TENSORS =
      List.of(
          op("aten::clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor")
              .composed(
                  x ->
                      clamp(
                          x,
                          "aten::clamp_min.Tensor",
                          "aten::clamp_max.Tensor",
                          "cresset::clamp_between.Tensor"))
              .withInPlace(),
          op("aten::clamp_min.Tensor(Tensor self, Tensor min) -> Tensor")
              .each((x, min) -> x.max(min))
              .derivative("self", (in, y, dy) -> in[0].atLeast(in[1]).select(dy, 0))
              .derivative("min", (in, y, dy) -> in[0].lessThan(in[1]).select(dy, 0))
              .withInPlace(),
          op("aten::clamp_max.Tensor(Tensor self, Tensor max) -> Tensor")
              .each((x, max) -> x.min(max))
              .derivative("self", (in, y, dy) -> in[0].atMost(in[1]).select(dy, 0))
              .derivative("max", (in, y, dy) -> in[0].greaterThan(in[1]).select(dy, 0))
              .withInPlace(),
          op("cresset::clamp_between.Tensor(Tensor self, Tensor min, Tensor max) -> Tensor")
              .each((x, min, max) -> x.max(min).min(max))
              .derivative("self", (in, y, dy) -> isWithin(in).select(dy, 0))
              .derivative(
                  "min",
                  (in, y, dy) -> in[1].lessThan(in[2]).and(in[0].lessThan(in[1])).select(dy, 0))
              .derivative(
                  "max",
                  (in, y, dy) -> in[0].greaterThan(in[2]).or(in[2].lessThan(in[1])).select(dy, 0)));

  private static final List<Op> REPLACED =
      List.of(
          op("aten::nan_to_num(Tensor self, float? nan=None, float? posinf=None,"
                  + " float? neginf=None) -> Tensor")
              .composed(
                  x -> {
                    Term most = call("cresset::largest_finite", x.dtype("self"));
                    return call(
                        "cresset::replace_non_finite",
                        x.in("self"),
                        or(x.in("nan"), Term.of(0.0)),
                        or(x.in("posinf"), most),
                        or(x.in("neginf"), call("aten::neg.float", most)));
                  })
              .withInPlace(),
          op("cresset::replace_non_finite(Tensor self, float nan, float posinf, float neginf) ->"
                  + " Tensor")
              .each(BoundOps::replaced)
              .derivative((x, y) -> ComparisonOps.isFinite(x)));

  /** All of them. */
  static final List<Op> ALL =
      List.of(OF_TWO, BY_NUMBERS, BY_TENSORS, REPLACED).stream().flatMap(List::stream).toList();

  private BoundOps() {}

  private static Scalar firstOfMax(Scalar[] in) {
    return in[0].atLeast(in[1]).or(in[1].isNan());
  }

  private static Scalar firstOfMin(Scalar[] in) {
    return in[0].atMost(in[1]).or(in[1].isNan());
  }

  private static Scalar isWithin(Scalar[] in) {
    return in[0].atLeast(in[1]).and(in[0].atMost(in[2]));
  }

  private static Scalar replaced(Scalar x, Scalar nan, Scalar above, Scalar below) {
    Scalar infinity = x.greaterThan(0).select(above, below);
    return x.isNan().select(nan, ComparisonOps.isFinite(x).select(x, infinity));
  }

  private static Term or(Term number, Term otherwise) {
    return Term.choice(call("aten::__is__", number, null), otherwise, Term.present(number));
  }

  private static Term clamp(ArgumentScope x, String below, String above, String between) {
    Term self = x.in("self");
    Term min = x.in("min");
    Term max = x.in("max");
    return Term.choice(
        call("aten::__is__", min, null),
        Term.choice(
            call("aten::__is__", max, null),
            call(
                "cresset::refused",
                "torch.clamp: At least one of 'min' or 'max' must not be None%s",
                ""),
            call(above, self, Term.present(max))),
        Term.choice(
            call("aten::__is__", max, null),
            call(below, self, Term.present(min)),
            call(between, self, Term.present(min), Term.present(max))));
  }
}

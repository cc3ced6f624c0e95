package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import org.jspecify.annotations.Nullable;

/** Elements rounded and kept within bounds. */
public abstract class BoundFunctions extends ArithmeticFunctions {

  /** Holds functions alone. */
  protected BoundFunctions() {}

  /** Rounded up. As {@code torch.ceil}. */
  @Aten("ceil")
  public static Tensor ceil(Tensor self) {
    return Elementwise.ceil(self);
  }

  /** Rounded down. As {@code torch.floor}. */
  @Aten("floor")
  public static Tensor floor(Tensor self) {
    return Elementwise.floor(self);
  }

  /** Rounded to the nearest whole number, halves to even ones. As {@code torch.round}. */
  @Aten("round")
  public static Tensor round(Tensor self) {
    return Elementwise.round(self);
  }

  /** Rounded to so many decimal places. As {@code torch.round}. */
  @Aten("round.decimals")
  public static Tensor round(Tensor self, long decimals) {
    return Elementwise.round(self, decimals);
  }

  /** Rounded towards 0. As {@code torch.trunc}. */
  @Aten("trunc")
  public static Tensor trunc(Tensor self) {
    return Elementwise.trunc(self);
  }

  /** What {@code trunc} cuts off. As {@code torch.frac}. */
  @Aten("frac")
  public static Tensor frac(Tensor self) {
    return Elementwise.frac(self);
  }

  /** The larger of two. As {@code torch.maximum}. */
  @Aten("maximum")
  public static Tensor maximum(Tensor self, Tensor other) {
    return Elementwise.maximum(self, other);
  }

  /** The smaller of two. As {@code torch.minimum}. */
  @Aten("minimum")
  public static Tensor minimum(Tensor self, Tensor other) {
    return Elementwise.minimum(self, other);
  }

  /** The larger of two, NaN only if both are. As {@code torch.fmax}. */
  @Aten("fmax")
  public static Tensor fmax(Tensor self, Tensor other) {
    return Elementwise.fmax(self, other);
  }

  /** The smaller of two, NaN only if both are. As {@code torch.fmin}. */
  @Aten("fmin")
  public static Tensor fmin(Tensor self, Tensor other) {
    return Elementwise.fmin(self, other);
  }

  /** Kept within bounds. As {@code torch.clamp}. */
  @Aten("clamp")
  public static Tensor clamp(Tensor self, long min, long max) {
    return Elementwise.clamp(self, min, max);
  }

  /** Kept within bounds. As {@code torch.clamp}. */
  @Aten("clamp")
  public static Tensor clamp(Tensor self, double min, double max) {
    return Elementwise.clamp(self, min, max);
  }

  /** Kept within bounds, of which one may be null. As {@code torch.clamp}. */
  @Aten("clamp.Tensor")
  public static Tensor clamp(Tensor self, @Nullable Tensor min, @Nullable Tensor max) {
    return Elementwise.clamp(self, min, max);
  }

  /** At least {@code min}. As {@code torch.clamp_min}. */
  @Aten("clamp_min")
  public static Tensor clampMin(Tensor self, long min) {
    return Elementwise.clampMin(self, min);
  }

  /** At least {@code min}. As {@code torch.clamp_min}. */
  @Aten("clamp_min")
  public static Tensor clampMin(Tensor self, double min) {
    return Elementwise.clampMin(self, min);
  }

  /** At least {@code min}. As {@code torch.clamp_min}. */
  @Aten("clamp_min.Tensor")
  public static Tensor clampMin(Tensor self, Tensor min) {
    return Elementwise.clampMin(self, min);
  }

  /** At most {@code max}. As {@code torch.clamp_max}. */
  @Aten("clamp_max")
  public static Tensor clampMax(Tensor self, long max) {
    return Elementwise.clampMax(self, max);
  }

  /** At most {@code max}. As {@code torch.clamp_max}. */
  @Aten("clamp_max")
  public static Tensor clampMax(Tensor self, double max) {
    return Elementwise.clampMax(self, max);
  }

  /** At most {@code max}. As {@code torch.clamp_max}. */
  @Aten("clamp_max.Tensor")
  public static Tensor clampMax(Tensor self, Tensor max) {
    return Elementwise.clampMax(self, max);
  }

  /** Kept within bounds. As {@code torch.clip}. */
  @Aten("clip")
  public static Tensor clip(Tensor self, long min, long max) {
    return Elementwise.clip(self, min, max);
  }

  /** Kept within bounds. As {@code torch.clip}. */
  @Aten("clip")
  public static Tensor clip(Tensor self, double min, double max) {
    return Elementwise.clip(self, min, max);
  }

  /** NaN as 0, infinities as the largest numbers. As {@code torch.nan_to_num}. */
  @Aten("nan_to_num")
  public static Tensor nanToNum(Tensor self) {
    return Elementwise.nanToNum(self, null, null, null);
  }

  /** NaN and infinities as these numbers. As {@code torch.nan_to_num}. */
  @Aten("nan_to_num")
  public static Tensor nanToNum(Tensor self, double nan, double posinf, double neginf) {
    return Elementwise.nanToNum(self, nan, posinf, neginf);
  }
}

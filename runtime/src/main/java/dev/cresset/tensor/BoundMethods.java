package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import org.jspecify.annotations.Nullable;

/** A tensor's elements rounded and kept within bounds. */
public interface BoundMethods {

  /** Rounded up. As {@code torch.ceil}. */
  @Aten("ceil")
  default Tensor ceil() {
    return Elementwise.ceil((Tensor) this);
  }

  /** Rounded up; in place. As {@code torch.Tensor.ceil_}. */
  @Aten("ceil_")
  default Tensor ceil_() {
    return Elementwise.ceil_((Tensor) this);
  }

  /** Rounded down. As {@code torch.floor}. */
  @Aten("floor")
  default Tensor floor() {
    return Elementwise.floor((Tensor) this);
  }

  /** Rounded down; in place. As {@code torch.Tensor.floor_}. */
  @Aten("floor_")
  default Tensor floor_() {
    return Elementwise.floor_((Tensor) this);
  }

  /** Rounded to the nearest whole number, halves to even ones. As {@code torch.round}. */
  @Aten("round")
  default Tensor round() {
    return Elementwise.round((Tensor) this);
  }

  /**
   * Rounded to the nearest whole number, halves to even ones; in place. As {@code
   * torch.Tensor.round_}.
   */
  @Aten("round_")
  default Tensor round_() {
    return Elementwise.round_((Tensor) this);
  }

  /** Rounded to so many decimal places. As {@code torch.round}. */
  @Aten("round.decimals")
  default Tensor round(long decimals) {
    return Elementwise.round((Tensor) this, decimals);
  }

  /** Rounded to so many decimal places; in place. As {@code torch.Tensor.round_}. */
  @Aten("round_.decimals")
  default Tensor round_(long decimals) {
    return Elementwise.round_((Tensor) this, decimals);
  }

  /** Rounded towards 0. As {@code torch.trunc}. */
  @Aten("trunc")
  default Tensor trunc() {
    return Elementwise.trunc((Tensor) this);
  }

  /** Rounded towards 0; in place. As {@code torch.Tensor.trunc_}. */
  @Aten("trunc_")
  default Tensor trunc_() {
    return Elementwise.trunc_((Tensor) this);
  }

  /** What {@code trunc} cuts off. As {@code torch.frac}. */
  @Aten("frac")
  default Tensor frac() {
    return Elementwise.frac((Tensor) this);
  }

  /** What {@code trunc} cuts off; in place. As {@code torch.Tensor.frac_}. */
  @Aten("frac_")
  default Tensor frac_() {
    return Elementwise.frac_((Tensor) this);
  }

  /** The larger of two. As {@code torch.maximum}. */
  @Aten("maximum")
  default Tensor maximum(Tensor other) {
    return Elementwise.maximum((Tensor) this, other);
  }

  /** The smaller of two. As {@code torch.minimum}. */
  @Aten("minimum")
  default Tensor minimum(Tensor other) {
    return Elementwise.minimum((Tensor) this, other);
  }

  /** The larger of two, NaN only if both are. As {@code torch.fmax}. */
  @Aten("fmax")
  default Tensor fmax(Tensor other) {
    return Elementwise.fmax((Tensor) this, other);
  }

  /** The smaller of two, NaN only if both are. As {@code torch.fmin}. */
  @Aten("fmin")
  default Tensor fmin(Tensor other) {
    return Elementwise.fmin((Tensor) this, other);
  }

  /** Kept within bounds. As {@code torch.clamp}. */
  @Aten("clamp")
  default Tensor clamp(long min, long max) {
    return Elementwise.clamp((Tensor) this, min, max);
  }

  /** Kept within bounds. As {@code torch.clamp}. */
  @Aten("clamp")
  default Tensor clamp(double min, double max) {
    return Elementwise.clamp((Tensor) this, min, max);
  }

  /** Kept within bounds; in place. As {@code torch.Tensor.clamp_}. */
  @Aten("clamp_")
  default Tensor clamp_(long min, long max) {
    return Elementwise.clamp_((Tensor) this, min, max);
  }

  /** Kept within bounds; in place. As {@code torch.Tensor.clamp_}. */
  @Aten("clamp_")
  default Tensor clamp_(double min, double max) {
    return Elementwise.clamp_((Tensor) this, min, max);
  }

  /** Kept within bounds, of which one may be null. As {@code torch.clamp}. */
  @Aten("clamp.Tensor")
  default Tensor clamp(@Nullable Tensor min, @Nullable Tensor max) {
    return Elementwise.clamp((Tensor) this, min, max);
  }

  /** Kept within bounds, of which one may be null; in place. As {@code torch.Tensor.clamp_}. */
  @Aten("clamp_.Tensor")
  default Tensor clamp_(@Nullable Tensor min, @Nullable Tensor max) {
    return Elementwise.clamp_((Tensor) this, min, max);
  }

  /** At least {@code min}. As {@code torch.clamp_min}. */
  @Aten("clamp_min")
  default Tensor clampMin(long min) {
    return Elementwise.clampMin((Tensor) this, min);
  }

  /** At least {@code min}. As {@code torch.clamp_min}. */
  @Aten("clamp_min")
  default Tensor clampMin(double min) {
    return Elementwise.clampMin((Tensor) this, min);
  }

  /** At least {@code min}; in place. As {@code torch.Tensor.clamp_min_}. */
  @Aten("clamp_min_")
  default Tensor clampMin_(long min) {
    return Elementwise.clampMin_((Tensor) this, min);
  }

  /** At least {@code min}; in place. As {@code torch.Tensor.clamp_min_}. */
  @Aten("clamp_min_")
  default Tensor clampMin_(double min) {
    return Elementwise.clampMin_((Tensor) this, min);
  }

  /** At least {@code min}. As {@code torch.clamp_min}. */
  @Aten("clamp_min.Tensor")
  default Tensor clampMin(Tensor min) {
    return Elementwise.clampMin((Tensor) this, min);
  }

  /** At least {@code min}; in place. As {@code torch.Tensor.clamp_min_}. */
  @Aten("clamp_min_.Tensor")
  default Tensor clampMin_(Tensor min) {
    return Elementwise.clampMin_((Tensor) this, min);
  }

  /** At most {@code max}. As {@code torch.clamp_max}. */
  @Aten("clamp_max")
  default Tensor clampMax(long max) {
    return Elementwise.clampMax((Tensor) this, max);
  }

  /** At most {@code max}. As {@code torch.clamp_max}. */
  @Aten("clamp_max")
  default Tensor clampMax(double max) {
    return Elementwise.clampMax((Tensor) this, max);
  }

  /** At most {@code max}; in place. As {@code torch.Tensor.clamp_max_}. */
  @Aten("clamp_max_")
  default Tensor clampMax_(long max) {
    return Elementwise.clampMax_((Tensor) this, max);
  }

  /** At most {@code max}; in place. As {@code torch.Tensor.clamp_max_}. */
  @Aten("clamp_max_")
  default Tensor clampMax_(double max) {
    return Elementwise.clampMax_((Tensor) this, max);
  }

  /** At most {@code max}. As {@code torch.clamp_max}. */
  @Aten("clamp_max.Tensor")
  default Tensor clampMax(Tensor max) {
    return Elementwise.clampMax((Tensor) this, max);
  }

  /** At most {@code max}; in place. As {@code torch.Tensor.clamp_max_}. */
  @Aten("clamp_max_.Tensor")
  default Tensor clampMax_(Tensor max) {
    return Elementwise.clampMax_((Tensor) this, max);
  }

  /** Kept within bounds. As {@code torch.clip}. */
  @Aten("clip")
  default Tensor clip(long min, long max) {
    return Elementwise.clip((Tensor) this, min, max);
  }

  /** Kept within bounds. As {@code torch.clip}. */
  @Aten("clip")
  default Tensor clip(double min, double max) {
    return Elementwise.clip((Tensor) this, min, max);
  }

  /** Kept within bounds; in place. As {@code torch.Tensor.clip_}. */
  @Aten("clip_")
  default Tensor clip_(long min, long max) {
    return Elementwise.clip_((Tensor) this, min, max);
  }

  /** Kept within bounds; in place. As {@code torch.Tensor.clip_}. */
  @Aten("clip_")
  default Tensor clip_(double min, double max) {
    return Elementwise.clip_((Tensor) this, min, max);
  }

  /** NaN as 0, infinities as the largest numbers. As {@code torch.nan_to_num}. */
  @Aten("nan_to_num")
  default Tensor nanToNum() {
    return Elementwise.nanToNum((Tensor) this, null, null, null);
  }

  /** NaN as 0, infinities as the largest numbers; in place. As {@code torch.Tensor.nan_to_num_}. */
  @Aten("nan_to_num_")
  default Tensor nanToNum_() {
    return Elementwise.nanToNum_((Tensor) this, null, null, null);
  }

  /** NaN and infinities as these numbers. As {@code torch.nan_to_num}. */
  @Aten("nan_to_num")
  default Tensor nanToNum(double nan, double posinf, double neginf) {
    return Elementwise.nanToNum((Tensor) this, nan, posinf, neginf);
  }

  /** NaN and infinities as these numbers; in place. As {@code torch.Tensor.nan_to_num_}. */
  @Aten("nan_to_num_")
  default Tensor nanToNum_(double nan, double posinf, double neginf) {
    return Elementwise.nanToNum_((Tensor) this, nan, posinf, neginf);
  }
}

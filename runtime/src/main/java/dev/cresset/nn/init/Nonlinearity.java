package dev.cresset.nn.init;

/** The function that follows a layer. As the names {@code torch.nn.init.calculate_gain} takes. */
public enum Nonlinearity {
  /** None. */
  LINEAR,
  /** The logistic function. */
  SIGMOID,
  /** The hyperbolic tangent. */
  TANH,
  /** max(x, 0). */
  RELU,
  /** max(x, a·x). */
  LEAKY_RELU,
  /** The self-normalising unit. */
  SELU;

  /** What keeps the size of signals through this function; for leaky ReLU with slope 0.01. */
  public double gain() {
    return gain(0.01);
  }

  /**
   * What keeps the size of signals through this function. As {@code calculate_gain}.
   *
   * @param slope the slope below zero, of {@link #LEAKY_RELU} alone
   */
  public double gain(double slope) {
    return switch (this) {
      case LINEAR, SIGMOID -> 1;
      case TANH -> 5.0 / 3;
      case RELU -> Math.sqrt(2);
      case LEAKY_RELU -> Math.sqrt(2 / (1 + slope * slope));
      case SELU -> 0.75;
    };
  }
}

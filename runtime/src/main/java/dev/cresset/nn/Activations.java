package dev.cresset.nn;

/** What the constructors of activations and dropouts have in common. */
final class Activations {

  private Activations() {}

  static boolean inplace(Option.ForActivation... options) {
    boolean on = false;
    for (Option.ForActivation option : options) {
      if (option instanceof Option.Inplace o) {
        on = o.on();
      }
    }
    return on;
  }

  static double probability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + ModuleText.text(p));
    }
    return p;
  }
}

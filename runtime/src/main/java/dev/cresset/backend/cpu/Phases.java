package dev.cresset.backend.cpu;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The window's elements sorted by where they fall between two moves of the window: those whose
 * distances leave the same remainders by the stride see the same grid, each shifted by its
 * quotients.
 */
final class Phases {
  private final Window window;
  private final int[] phases; // those there are, as one number each
  private final int[] ofTap;

  private Phases(Window window, int[] phases, int[] ofTap) {
    this.window = window;
    this.phases = phases;
    this.ofTap = ofTap;
  }

  /** Those that have elements. */
  static Phases of(Window window) {
    int[] codes = codes(window);
    int[] phases = Arrays.stream(codes).sorted().distinct().toArray();
    return new Phases(window, phases, index(codes, phases));
  }

  /** All, for there are places of the image that no element of the window sees. */
  static Phases all(Window window) {
    int[] phases = IntStream.range(0, Window.volume(window.stride())).toArray();
    return new Phases(window, phases, index(codes(window), phases));
  }

  private static int[] codes(Window window) {
    int[] stride = window.stride();
    int[] codes = new int[window.taps()];
    for (int t = 0; t < codes.length; t++) {
      for (int d = 0; d < Window.RANK; d++) {
        codes[t] = codes[t] * stride[d] + window.distance(t, d) % stride[d];
      }
    }
    return codes;
  }

  private static int[] index(int[] codes, int[] phases) {
    return Arrays.stream(codes).map(code -> Arrays.binarySearch(phases, code)).toArray();
  }

  /** How many there are. */
  int count() {
    return phases.length;
  }

  /** The phase of element {@code tap} of the window. */
  int of(int tap) {
    return ofTap[tap];
  }

  /** The elements of the window in {@code phase}. */
  int[] taps(int phase) {
    return IntStream.range(0, ofTap.length).filter(t -> ofTap[t] == phase).toArray();
  }

  /** The remainder of {@code phase} in dimension {@code d}. */
  int remainder(int phase, int d) {
    int[] stride = window.stride();
    int code = phases[phase];
    for (int e = Window.RANK - 1; e > d; e--) {
      code /= stride[e];
    }
    return code % stride[d];
  }

  /** How many points of {@code grid} element {@code tap} lies behind the window's first. */
  int shift(int tap, int[] grid) {
    int shift = 0;
    for (int d = 0; d < Window.RANK; d++) {
      shift = shift * grid[d] + window.distance(tap, d) / window.stride()[d];
    }
    return shift;
  }
}

package dev.cresset;

import dev.cresset.tensor.Recording;
import java.util.SplittableRandom;

/**
 * The source of random numbers: PyTorch's own on the CPU, the Mersenne Twister MT19937 (Matsumoto
 * and Nishimura, 1998), so that the same seed gives the same numbers. As {@code torch.Generator}.
 *
 * <p>Each draw is atomic; threads that share a generator get its numbers in no fixed order.
 */
public final class Generator {
  private static final int N = 624;
  private static final int M = 397;
  private static final Generator GLOBAL = new Generator(new SplittableRandom().nextLong());

  private final int[] state = new int[N];
  private int next = N;
  private long seed;
  private double laterNormal = Double.NaN;

  /** A generator of this seed, of which the lower 32 bits count, as in PyTorch. */
  public Generator(long seed) {
    manualSeed(seed);
  }

  /** The generator that is used where none is given. Its seed differs from run to run. */
  public static Generator global() {
    return GLOBAL;
  }

  /** Starts again from {@code seed}. As {@code manual_seed}. */
  public synchronized Generator manualSeed(long newSeed) {
    Recording.refuse("seeds a generator");
    seed = newSeed;
    state[0] = (int) newSeed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    next = N;
    laterNormal = Double.NaN;
    return this;
  }

  /** The seed it was started from. As {@code initial_seed}. */
  public synchronized long seed() {
    return seed;
  }

  /** The next 32 bits. */
  public synchronized int random() {
    if (next == N) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** The next 64 bits: two draws, the first above. */
  public synchronized long random64() {
    long high = random();
    return high << 32 | Integer.toUnsignedLong(random());
  }

  /** A float of 24 bits, evenly spread over {@code [0, 1)}. */
  public float uniformFloat() {
    return (random() & 0xffffff) * 0x1p-24f;
  }

  /** A double of 53 bits, evenly spread over {@code [0, 1)}. */
  public double uniform() {
    return (random64() & ((1L << 53) - 1)) * 0x1p-53;
  }

  /** A double of the normal distribution; they are made in pairs, and the second is kept. */
  public synchronized double normal() {
    if (!Double.isNaN(laterNormal)) {
      double kept = laterNormal;
      laterNormal = Double.NaN;
      return kept;
    }
    double angle = 2 * Math.PI * uniform();
    double radius = Math.sqrt(-2 * Math.log1p(-uniform()));
    laterNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A generator that goes on as this one would. */
  public synchronized Generator copy() {
    Generator copy = new Generator(seed);
    copy.setState(this);
    return copy;
  }

  /** Goes on as {@code other} would, without changing it. As {@code set_state}. */
  public synchronized void setState(Generator other) {
    Recording.refuse("sets the state of a generator");
    synchronized (other) {
      System.arraycopy(other.state, 0, state, 0, N);
      next = other.next;
      seed = other.seed;
      laterNormal = other.laterNormal;
    }
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    next = 0;
  }
}

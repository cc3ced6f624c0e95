package dev.cresset.language;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Loops of every kind, and every way out of them. */
final class Loops {
  record Found(Tensor value, long turn) {}

  private Loops() {}

  @Script
  static int sum(int n) {
    int i = 0;
    int sum = 0;
    while (i < n) {
      sum += i;
      i += 1;
    }
    return sum;
  }

  @Script
  static int threes(int n) {
    int i = 0;
    do {
      i += 3;
    } while (i < n);
    return i;
  }

  @Script
  static int leavesTheMiddle(int n) {
    int sum = 0;
    for (int i = 0; ; i++) {
      if (i % 3 == 0) {
        continue;
      }
      if (i > n) {
        break;
      }
      sum += i;
    }
    return sum;
  }

  @Script
  static int find(long[] in, long wanted) {
    for (int i = 0; i < in.length; i++) {
      if (in[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  @Script
  static int returnsForever(int n) {
    int i = 0;
    while (true) {
      i += 3;
      if (i > n) {
        return i;
      }
    }
  }

  @Script
  static int labels(int n) {
    int count = 0;
    outer:
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (j == 3) {
          continue outer;
        }
        if (i * j > 20) {
          break outer;
        }
        if (i * j == 7) {
          return -count;
        }
        count += i * j;
      }
      count++;
    }
    block:
    {
      if (count > 5) {
        break block;
      }
      count = -count;
    }
    return count;
  }

  @Script
  static int setBeforeEachBreak(int n) {
    int y;
    while (true) {
      y = n * 2;
      if (y > 10) {
        break;
      }
      n++;
    }
    return y;
  }

  @Script
  static int twoCounters(int n) {
    int met = 0;
    for (int i = 0, j = n; i < j; i += 2, j -= 1) {
      met = met * 10 + j - i;
    }
    return met;
  }

  @Script
  static long down(int from) {
    long product = 1;
    for (int i = from; i > 0; i -= 3) {
      product = product * 31 + i;
    }
    return product;
  }

  @Script
  static long collatz(long n) {
    long turns = 0;
    while (n != 1) {
      if (n % 2 == 0) {
        n = n / 2;
      } else {
        n = 3 * n + 1;
      }
      turns++;
    }
    return turns;
  }

  @Script
  static Found record(Tensor x, int n) {
    for (int i = 0; i < n; i++) {
      x = x.add(1);
      if (i == 2) {
        return new Found(x.neg(), i);
      }
    }
    return new Found(x, -1);
  }

  @Script
  static Tensor everyWay(Tensor x, int n) {
    while (n > 0) {
      n--;
      if (n == 5) {
        continue;
      }
      x = x.add(n);
      if (n == 2) {
        return x.relu();
      }
      x = x.mul(2);
      if (n == 7) {
        break;
      }
    }
    return x.neg();
  }
}

package models;

import dev.cresset.annotations.Script;

public final class Numbers {
  private Numbers() {}

  @Script
  static double all(int n, long m, float f, boolean b, Integer boxed) {
    int sum = 0, last;
    for (int i = n - 1; i >= 0; i -= 2) {
      sum += i * 3 % 2;
    }
    for (long j = 0; j < m; ++j) {
      m--;
    }
    last = ~sum;
    sum *= 1.5;
    long wide = last + m / 2;
    float narrow = (float) wide - f;
    double d = -narrow + Math.sqrt(n) + Math.pow(f, 2) + boxed;
    boolean c = !b || n != 3 && wide <= narrow;
    if (c == b) {
      d = c ? n : 2.5f;
    } else if (n == 4) {
      return (int) d;
    }
    {
      int inner = Math.min(n, Numbers.K) + (int) 3.9 - -1;
      d += inner;
    }
    return Math.max(1, d) + K;
  }

  private static final int K = 7;

  @Script
  static String text(String a, boolean c) {
    String both = a + "/" + "end";
    return both.equals("x") || c ? both : "no";
  }
}

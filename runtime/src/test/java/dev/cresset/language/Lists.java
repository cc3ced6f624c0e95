package dev.cresset.language;

import static dev.cresset.Functional.at;
import static dev.cresset.Functional.stack;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists and arrays that are made, grown and written to. */
final class Lists {
  private Lists() {}

  @Script
  static List<Tensor> rows(Tensor x) {
    List<Tensor> out = new ArrayList<>();
    for (int i = 0; i < x.size(0); i++) {
      out.add(x.get(at(i)).mul(i));
    }
    return out;
  }

  @Script
  static Tensor stacked(Tensor x, int n) {
    var out = new ArrayList<Tensor>();
    for (int i = 0; i < n; i++) {
      if (i % 2 == 0) out.add(x.add(i));
      else out.add(0, x.neg());
    }
    if (out.isEmpty()) {
      out.add(x);
    }
    return stack(out, 1);
  }

  @Script
  static long[] fib(int n) {
    long[] f = new long[n];
    for (int i = 0; i < n; i++) {
      f[i] = i < 2 ? i : f[i - 1] + f[i - 2];
    }
    if (n > 3) {
      f[2] += 10;
      f[3]++;
      f[n - 1] *= 2;
    }
    return f;
  }

  @Script
  static List<Long> grow(List<Long> x, long k) {
    x.add(k);
    x.add(0, k + 1);
    x.set(1, 7L);
    long last = x.remove(x.size() - 1);
    List<Long> y = new ArrayList<>(x);
    y.addAll(x);
    y.add(last);
    Collections.sort(y);
    if (x.contains(k)) {
      y.clear();
      y.add(k);
    }
    return y;
  }

  @Script
  static boolean touch(List<Long> log, long v, boolean r) {
    log.add(v);
    return r;
  }

  @Script
  static List<Long> effects(boolean a, boolean b) {
    List<Long> log = new ArrayList<>();
    boolean r = touch(log, 1, a) && touch(log, 2, b) || touch(log, 3, a);
    log.add(r ? 1L : 0L);
    return log;
  }

  @Script
  static Tensor arrays(Tensor x, Tensor[] more) {
    Tensor[] all = new Tensor[3];
    all[0] = x;
    all[1] = more[0];
    all[2] = x.neg();
    more[0] = x.exp();
    Tensor s = x;
    for (Tensor each : all) {
      s = s.add(each);
    }
    return s;
  }

  @Script
  static int ints(int[] v, float[] w) {
    int s = 0;
    int[] t = v.clone();
    t[0] = Integer.MAX_VALUE;
    t[0]++;
    double[] d = new double[2];
    d[1] = w[0] / 3;
    for (int i : t) s += i;
    for (double q : d) s += (int) q;
    return s + v[0];
  }

  @Script
  static Tensor viewed(Tensor x) {
    List<Long> shape = new ArrayList<>();
    shape.add(x.numel());
    shape.add(1L);
    return x.reshape(shape.get(0), shape.get(1));
  }

  @Script
  static String texts(String s, int n) {
    String t = s + "-" + n;
    if (t.length() > 3) t = t.substring(1);
    return t.substring(0, 2) + t.length() + s.equals("abc");
  }

  @Script
  static List<Long> part(List<Long> x) {
    return List.copyOf(x.subList(1, x.size()));
  }
}

package dev.cresset.conformance.golden;

import java.util.function.LongToDoubleFunction;

/** A formula of one whole number in Python's arithmetic: {@code min(1, (epoch + 1) / 4)}. */
final class PythonFormula implements LongToDoubleFunction {
  private final String variable;
  private final String text;

  PythonFormula(String variable, String text) {
    this.variable = variable;
    this.text = text;
  }

  @Override
  public double applyAsDouble(long value) {
    Reader reader = new Reader(value);
    double result = reader.sum();
    reader.expect("");
    return result;
  }

  /** Reads and computes at once. */
  private final class Reader {
    private final long value;
    private int at;

    Reader(long value) {
      this.value = value;
    }

    double sum() {
      double left = product();
      while (true) {
        if (accepts("+")) {
          left += product();
        } else if (accepts("-")) {
          left -= product();
        } else {
          return left;
        }
      }
    }

    private double product() {
      double left = power();
      while (true) {
        if (accepts("//")) {
          left = Math.floor(left / power());
        } else if (accepts("/")) {
          left /= power();
        } else if (!text.startsWith("**", skip()) && accepts("*")) {
          left *= power();
        } else {
          return left;
        }
      }
    }

    private double power() {
      double base = atom();
      return accepts("**") ? Math.pow(base, power()) : base;
    }

    private double atom() {
      if (accepts("-")) {
        return -power();
      } else if (accepts("(")) {
        double inner = sum();
        expect(")");
        return inner;
      } else if (accepts("min(")) {
        double least = sum();
        expect(",");
        least = Math.min(least, sum());
        expect(")");
        return least;
      } else if (accepts(variable)) {
        return value;
      }
      int from = skip();
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      return Double.parseDouble(text.substring(from, at));
    }

    private int skip() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return at;
    }

    private boolean accepts(String token) {
      boolean there = text.startsWith(token, skip());
      at += there ? token.length() : 0;
      return there;
    }

    void expect(String token) {
      if (token.isEmpty() ? skip() < text.length() : !accepts(token)) {
        throw new IllegalArgumentException("cannot read '" + text + "' at " + at);
      }
    }
  }
}

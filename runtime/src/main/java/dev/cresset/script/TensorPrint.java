package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A small tensor as ATen prints it into graphs, on one line. */
final class TensorPrint {
  private final StringBuilder text = new StringBuilder();
  private final boolean real;
  private final long[] sizes;
  private final double[] values;

  private TensorPrint(Tensor tensor) {
    real = tensor.dtype().isFloatingPoint();
    sizes = tensor.sizes();
    values = tensor.toDoubleArray();
  }

  static String of(Tensor tensor) {
    TensorPrint print = new TensorPrint(tensor);
    if (tensor.numel() == 1) {
      return "{" + print.one(tensor) + "}";
    }
    print.all();
    String shape =
        Arrays.stream(tensor.sizes()).mapToObj(Long::toString).collect(Collectors.joining(","));
    return "%s[ CPU%sType{%s} ]".formatted(print.text, tensor.dtype().printName(), shape);
  }

  private String one(Tensor tensor) {
    return tensor.dtype() == DType.BOOL
        ? (values[0] != 0 ? "1" : "0")
        : real ? short6(values[0]) : Long.toString(tensor.toLong());
  }

  /** As C's {@code %g}. */
  private static String short6(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return Long.toString((long) value);
    }
    String text = "%.6g".formatted(value);
    boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6;
    String digits = plain ? text : "%.5e".formatted(value);
    int mark = digits.indexOf('e');
    String mantissa = mark < 0 ? digits : digits.substring(0, mark);
    String rest = mark < 0 ? "" : digits.substring(mark);
    return mantissa.indexOf('.') < 0
        ? digits
        : mantissa.replaceAll("0+$", "").replaceAll("\\.$", "") + rest;
  }

  private void all() {
    int rows = sizes.length < 2 ? 1 : (int) sizes[sizes.length - 2];
    int columns = sizes.length == 0 ? 1 : (int) sizes[sizes.length - 1];
    if (sizes.length < 2) {
      vector();
      return;
    }
    int matrix = rows * columns;
    for (int at = 0; matrix > 0 && at < values.length; at += matrix) {
      if (sizes.length > 2) {
        text.append(at > 0 ? " " : "").append(place(at / matrix));
      }
      matrix(at, rows, columns, sizes.length > 2 ? " " : "");
    }
  }

  /** {@code (1,2,.,.) =}, counted from 1. */
  private String place(int number) {
    StringBuilder inside = new StringBuilder();
    int rest = number;
    for (int d = sizes.length - 3; d >= 0; d--) {
      inside.insert(0, rest % sizes[d] + 1 + ",");
      rest /= (int) sizes[d];
    }
    return "(" + inside + ".,.) =  ";
  }

  private void vector() {
    Form form = Form.of(values);
    text.append(form.scaleText());
    for (double value : values) {
      text.append(form.text(value)).append(' ');
    }
  }

  private void matrix(int from, int rows, int columns, String indent) {
    Form form = Form.of(Arrays.copyOfRange(values, from, from + rows * columns));
    text.append(indent).append(form.scaleText());
    for (int row = 0; row < rows; row++) {
      text.append(row > 0 ? indent : "");
      for (int column = 0; column < columns; column++) {
        text.append(form.text(values[from + row * columns + column])).append(' ');
      }
    }
  }

  /** How the numbers of one matrix are written, as wide as the widest. */
  private record Form(int width, double scale, String format) {
    static Form of(double[] all) {
      double[] finite = Arrays.stream(all).filter(Double::isFinite).map(Math::abs).toArray();
      boolean whole = Arrays.stream(finite).allMatch(value -> value == Math.rint(value));
      int least = exponent(Arrays.stream(finite).min().orElse(0));
      int most = exponent(Arrays.stream(finite).max().orElse(0));
      if (whole) {
        return most > 9 ? new Form(11, 1, "%.4e") : new Form(most + 1, 1, "%.0f");
      } else if (most - least > 4) {
        return new Form(Math.abs(most) > 99 || Math.abs(least) > 99 ? 12 : 11, 1, "%.4e");
      } else if (most > 5 || most < 0) {
        return new Form(7, Math.pow(10, most - 1), "%.4f");
      }
      return new Form(most == 0 ? 7 : most + 6, 1, "%.4f");
    }

    private static int exponent(double value) {
      return value == 0 ? 1 : (int) Math.floor(Math.log10(value)) + 1;
    }

    String scaleText() {
      return scale == 1 ? "" : short6(scale) + " * ";
    }

    String text(double value) {
      String digits =
          Double.isFinite(value)
              ? format.formatted(value / scale)
              : Double.toString(value).toLowerCase(Locale.ROOT).replace("infinity", "inf");
      return " ".repeat(Math.max(0, width - digits.length())) + digits;
    }
  }
}

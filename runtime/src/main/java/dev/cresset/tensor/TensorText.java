package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradFn;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tensor as torch prints it, with torch's default print options. */
public final class TensorText {
  private static final int PRECISION = 4;
  private static final int THRESHOLD = 1000;
  private static final int EDGE_ITEMS = 3;
  private static final int LINE_WIDTH = 80;
  private static final String PREFIX = "tensor(";

  private final Tensor tensor;
  private final Strided strided;
  private final double[] reals;
  private final long[] wholes;
  private final boolean summarize;
  private Format format = new Format(false, false, 0);

  /** How the elements print: all of them whole, in scientific notation, how wide. */
  private record Format(boolean whole, boolean scientific, int width) {}

  private TensorText(Tensor tensor) {
    this.tensor = tensor;
    this.strided = tensor.strided();
    boolean real = tensor.dtype().isFloatingPoint();
    this.reals = real ? tensor.toDoubleArray() : new double[0];
    this.wholes = real ? new long[0] : tensor.toLongArray();
    this.summarize = tensor.numel() > THRESHOLD;
  }

  /** The text of {@code tensor}. */
  public static String of(Tensor tensor) {
    return new TensorText(tensor).text();
  }

  private String text() {
    List<String> suffixes = new ArrayList<>();
    if (!tensor.device().isCpu()) {
      suffixes.add("device='" + tensor.device() + "'");
    }
    DType dtype = tensor.dtype();
    boolean plain = dtype == DType.F32 || dtype == DType.I64 || dtype == DType.BOOL;
    String body;
    if (tensor.numel() == 0) {
      if (tensor.dim() != 1) {
        suffixes.add("size=" + sizes());
      }
      if (dtype != DType.F32) {
        suffixes.add("dtype=torch." + dtype.torchName());
      }
      body = "[]";
    } else {
      if (!plain) {
        suffixes.add("dtype=torch." + dtype.torchName());
      }
      List<Integer> shown = new ArrayList<>();
      show(0, 0, shown);
      format = format(shown);
      body = block(0, 0, PREFIX.length());
    }
    GradFn fn = tensor.gradFn();
    if (fn != null) {
      suffixes.add("grad_fn=<" + fn.name() + ">");
    } else if (tensor.requiresGrad()) {
      suffixes.add("requires_grad=True");
    }
    return withSuffixes(body, suffixes);
  }

  private String sizes() {
    StringBuilder text = new StringBuilder("(");
    for (int d = 0; d < strided.dim(); d++) {
      text.append(d == 0 ? "" : ", ").append(strided.size(d));
    }
    return text.append(strided.dim() == 1 ? ",)" : ")").toString();
  }

  private static String withSuffixes(String body, List<String> suffixes) {
    StringBuilder text = new StringBuilder(PREFIX + body);
    int lastLine = text.length() - text.lastIndexOf("\n") + 1;
    for (String suffix : suffixes) {
      if (lastLine + suffix.length() + 2 > LINE_WIDTH) {
        text.append(",\n").append(" ".repeat(PREFIX.length())).append(suffix);
        lastLine = PREFIX.length() + suffix.length();
      } else {
        text.append(", ").append(suffix);
        lastLine += suffix.length() + 2;
      }
    }
    return text.append(')').toString();
  }

  /** Gathers the elements that will be seen; the others do not decide the format. */
  private void show(int d, int at, List<Integer> shown) {
    if (d == strided.dim()) {
      shown.add(at);
      return;
    }
    int size = (int) strided.size(d);
    int step = step(d);
    boolean cut = summarize && size > 2 * EDGE_ITEMS;
    for (int i = 0; i < size; i++) {
      if (!cut || i < EDGE_ITEMS || i >= size - EDGE_ITEMS) {
        show(d + 1, at + i * step, shown);
      }
    }
  }

  private int step(int d) {
    int step = 1;
    for (int e = d + 1; e < strided.dim(); e++) {
      step *= (int) strided.size(e);
    }
    return step;
  }

  /** As torch: zeros and what is not finite neither choose the notation nor widen the columns. */
  private Format format(List<Integer> shown) {
    int width = 1;
    if (!tensor.dtype().isFloatingPoint()) {
      for (int at : shown) {
        width = Math.max(width, whole(at).length());
      }
      return new Format(false, false, width);
    }
    List<Double> values =
        shown.stream()
            .map(at -> reals[at])
            .filter(v -> v != 0 && !v.isNaN() && !v.isInfinite())
            .toList();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    boolean allWhole = true;
    for (double value : values) {
      least = Math.min(least, Math.abs(value));
      most = Math.max(most, Math.abs(value));
      allWhole &= value == Math.ceil(value);
    }
    boolean wide = !values.isEmpty() && (most / least > 1000 || most > 1e8);
    Format narrow = new Format(allWhole, wide || !allWhole && least < 1e-4, 0);
    for (double value : values) {
      width = Math.max(width, real(value, narrow).length());
    }
    return new Format(narrow.whole(), narrow.scientific(), width);
  }

  private String whole(int at) {
    if (tensor.dtype() == DType.BOOL) {
      return wholes[at] != 0 ? "True" : "False";
    }
    return Long.toString(wholes[at]);
  }

  private static String real(double value, Format format) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (format.scientific()) {
      return scientific(value);
    }
    if (format.whole()) {
      return fixed(value, 0) + ".";
    }
    return fixed(value, PRECISION);
  }

  private static String fixed(double value, int digits) {
    String text = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    boolean negative = value < 0 || value == 0 && 1 / value < 0;
    return negative && !text.startsWith("-") ? "-" + text : text;
  }

  private static String scientific(double value) {
    if (value == 0) {
      return (1 / value < 0 ? "-" : "") + "0.0000e+00";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(PRECISION + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return "%se%s%02d"
        .formatted(
            rounded.movePointLeft(exponent).setScale(PRECISION).toPlainString(),
            exponent < 0 ? "-" : "+",
            Math.abs(exponent))
        .toLowerCase(Locale.ROOT);
  }

  private String element(int at) {
    String text = tensor.dtype().isFloatingPoint() ? real(reals[at], format) : whole(at);
    return " ".repeat(Math.max(0, format.width() - text.length())) + text;
  }

  private String block(int d, int at, int indent) {
    if (d == strided.dim()) {
      return element(at);
    }
    int size = (int) strided.size(d);
    int step = step(d);
    boolean cut = summarize && size > 2 * EDGE_ITEMS;
    if (d == strided.dim() - 1) {
      return row(size, at, indent, cut);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (cut && i == EDGE_ITEMS) {
        parts.add("...");
        i = size - EDGE_ITEMS;
      }
      parts.add(block(d + 1, at + i * step, indent + 1));
    }
    String between = ",\n".concat("\n".repeat(strided.dim() - d - 2)) + " ".repeat(indent + 1);
    return "[" + String.join(between, parts) + "]";
  }

  private String row(int size, int at, int indent, boolean cut) {
    int perLine = Math.max(1, (LINE_WIDTH - indent) / (Math.max(1, format.width()) + 2));
    List<String> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (cut && i == EDGE_ITEMS) {
        items.add(" ...");
        i = size - EDGE_ITEMS;
      }
      items.add(element(at + i));
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i += perLine) {
      lines.add(String.join(", ", items.subList(i, Math.min(items.size(), i + perLine))));
    }
    return "[" + String.join(",\n" + " ".repeat(indent + 1), lines) + "]";
  }
}

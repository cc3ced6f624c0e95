package dev.cresset.tensor.eager;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads calls as {@code gradients.txt} writes them. */
final class CallText {
  private final String text;
  private final BiFunction<Character, long[], Tensor> reals;
  private int at;

  private CallText(String text, BiFunction<Character, long[], Tensor> reals) {
    this.text = text;
    this.reals = reals;
  }

  /**
   * The arguments of a call.
   *
   * @param reals gives the tensor of reals that a letter and sizes stand for
   */
  static List<IValue> arguments(String text, BiFunction<Character, long[], Tensor> reals) {
    CallText reader = new CallText(text, reals);
    List<IValue> arguments = new ArrayList<>();
    while (reader.at < text.length()) {
      arguments.add(reader.value());
      reader.skip(" ");
    }
    return arguments;
  }

  private boolean sees(String next) {
    return text.startsWith(next, at);
  }

  private boolean skip(String next) {
    boolean seen = sees(next);
    at += seen ? next.length() : 0;
    return seen;
  }

  private IValue value() {
    if (skip("None")) {
      return IValue.none();
    } else if (skip("True")) {
      return IValue.from(true);
    } else if (skip("False")) {
      return IValue.from(false);
    } else if (skip("\"")) {
      int end = text.indexOf('"', at);
      String string = text.substring(at, end);
      at = end + 1;
      return IValue.from(string);
    } else if (sees("(") || sees("[")) {
      return IValue.list(items());
    } else if (Character.isLetter(text.charAt(at))) {
      return IValue.from(tensor(text.charAt(at++)));
    }
    int end = at;
    while (end < text.length() && "-.0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String number = text.substring(at, end);
    at = end;
    return number.contains(".")
        ? IValue.from(Double.parseDouble(number))
        : IValue.from(Long.parseLong(number));
  }

  private List<IValue> items() {
    at++;
    List<IValue> items = new ArrayList<>();
    while (!skip(")") && !skip("]")) {
      items.add(value());
      skip(",");
    }
    return items;
  }

  private Tensor tensor(char kind) {
    if (kind == 'i' && !sees("[")) {
      return Tensor.fromBlob(new long[] {value().toLong()});
    }
    List<IValue> items = items();
    if (kind != 'i' && kind != 'b') {
      return reals.apply(kind, items.stream().mapToLong(IValue::toLong).toArray());
    }
    List<Long> sizes = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    flatten(items, sizes, values, 0);
    long[] array = values.stream().mapToLong(Long::longValue).toArray();
    Tensor whole = Tensor.fromBlob(array, sizes.stream().mapToLong(Long::longValue).toArray());
    return kind == 'i' ? whole : Elementwise.ne(whole, 0);
  }

  private static void flatten(List<IValue> items, List<Long> sizes, List<Long> values, int depth) {
    if (sizes.size() == depth) {
      sizes.add((long) items.size());
    }
    for (IValue item : items) {
      if (item.isList()) {
        flatten(item.toList(), sizes, values, depth + 1);
      } else {
        values.add(item.toLong());
      }
    }
  }
}

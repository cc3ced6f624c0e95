package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Einstein's sums: each operand is brought to one common order of dimensions, first those of the
 * result, then those that are summed; then they are multiplied one after the other, and a dimension
 * is summed with the last operand that has it.
 */
final class Einsum {
  /** Stands for the dimensions of {@code ...}: no letter. */
  private static final int DOTS = '.';

  private final List<int[]> subscripts = new ArrayList<>();
  private final List<Tensor> operands;

  /** How many dimensions {@code ...} stands for. */
  private int dots;

  /** Where each letter, or the first of the dots, stands in the common order; −1 if nowhere. */
  private final int[] places = new int['z' + 1];

  private int resultRank;
  private int rank;

  private Einsum(List<Tensor> operands) {
    this.operands = operands;
    Arrays.fill(places, -1);
  }

  /** The sum that {@code equation} writes, such as {@code ij,jk->ik}. */
  static Tensor of(String equation, List<Tensor> operands) {
    if (operands.isEmpty()) {
      throw new IllegalArgumentException("einsum(): must provide at least one operand");
    }
    Einsum sum = new Einsum(operands);
    int arrow = equation.indexOf("->");
    sum.readOperands(arrow < 0 ? equation : equation.substring(0, arrow));
    sum.order(arrow < 0 ? null : equation.substring(arrow + 2), arrow + 2);
    sum.checkSizes();
    return sum.value();
  }

  private void readOperands(String text) {
    int at = 0;
    for (String part : text.split(",", -1)) {
      subscripts.add(letters(part, at));
      at += part.length() + 1;
    }
    if (subscripts.size() != operands.size()) {
      throw new IllegalArgumentException(
          "einsum(): %s operands were provided than specified in the equation"
              .formatted(subscripts.size() < operands.size() ? "more" : "fewer"));
    }
    for (int i = 0; i < operands.size(); i++) {
      int[] letters = subscripts.get(i);
      int named = letters.length - count(letters, DOTS);
      int dim = operands.get(i).dim();
      if (named == letters.length ? named != dim : named > dim) {
        throw new ShapeException(
            "einsum(): the number of subscripts in the equation (%d) %s the number of dimensions (%d) for operand %d%s"
                .formatted(
                    named,
                    named == letters.length ? "does not match" : "is more than",
                    dim,
                    i,
                    named == letters.length ? " and no ellipsis was given" : ""));
      }
      if (named < letters.length) {
        dots = Math.max(dots, dim - named);
      }
    }
  }

  /** The letters of one operand; {@link #DOTS} for an ellipsis. */
  private static int[] letters(String text, int from) {
    List<Integer> letters = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (!text.startsWith("...", i) || letters.contains(DOTS)) {
          throw new IllegalArgumentException(
              "einsum(): found '.' at index %d in the equation that is not part of any ellipsis"
                  .formatted(from + i));
        }
        letters.add(DOTS);
        i += 2;
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        letters.add((int) c);
      } else if (c != ' ') {
        throw new IllegalArgumentException(
            "einsum(): invalid subscript given at index %d in the equation string, subscripts must be in [a-zA-Z]"
                .formatted(from + i));
      }
    }
    return letters.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int count(int[] letters, int letter) {
    return (int) Arrays.stream(letters).filter(each -> each == letter).count();
  }

  private int uses(int letter) {
    return subscripts.stream().mapToInt(letters -> count(letters, letter)).sum();
  }

  /** Gives each letter its place: the result's in its order, then all others. */
  private void order(@Nullable String result, int from) {
    boolean dotted = uses(DOTS) > 0;
    int[] first = result == null ? implied(dotted) : letters(result, from);
    for (int letter : first) {
      if (letter != DOTS && uses(letter) == 0) {
        throw new IllegalArgumentException(
            "einsum(): output subscript %c does not appear in the equation for any input operand"
                .formatted(letter));
      }
      if (places[letter] >= 0) {
        throw new IllegalArgumentException(
            "einsum(): output subscript %c appears more than once in the output".formatted(letter));
      }
      place(letter);
    }
    resultRank = rank;
    for (int[] letters : subscripts) {
      for (int letter : letters) {
        if (places[letter] < 0) {
          place(letter);
        }
      }
    }
  }

  private void place(int letter) {
    places[letter] = rank;
    rank += letter == DOTS ? dots : 1;
  }

  /** Without an arrow: the dots, then the letters that stand once, in the alphabet's order. */
  private int[] implied(boolean dotted) {
    List<Integer> result = new ArrayList<>();
    if (dotted) {
      result.add(DOTS);
    }
    subscripts.stream()
        .flatMapToInt(Arrays::stream)
        .filter(letter -> letter != DOTS && uses(letter) == 1)
        .sorted()
        .forEach(result::add);
    return result.stream().mapToInt(Integer::intValue).toArray();
  }

  private void checkSizes() {
    TreeMap<Integer, Long> sizes = new TreeMap<>();
    for (int i = 0; i < operands.size(); i++) {
      Tensor x = operands.get(i);
      int[] letters = subscripts.get(i);
      int skipped = x.dim() - letters.length;
      int d = 0;
      for (int letter : letters) {
        if (letter == DOTS) {
          d += skipped + 1;
          continue;
        }
        long size = x.size(d++);
        Long seen = sizes.get(letter);
        if (seen == null || seen == 1) {
          sizes.put(letter, size);
        } else if (size != 1 && size != seen) {
          throw new ShapeException(
              "einsum(): subscript %c has size %d for operand %d which does not broadcast with previously seen size %d"
                  .formatted(letter, size, i, seen));
        }
      }
    }
  }

  private Tensor value() {
    Tensor result = common(0);
    for (int i = 1; i < operands.size(); i++) {
      result = times(result, common(i), i);
    }
    List<Long> gone = new ArrayList<>();
    for (long d = resultRank; d < rank; d++) {
      gone.add(d);
    }
    return gone.isEmpty() ? result : sum(result, gone, false);
  }

  /** An operand in the common order, with sizes of 1 for what it does not have. */
  private Tensor common(int operand) {
    Tensor x = operands.get(operand);
    int[] letters = subscripts.get(operand);
    List<Integer> at = new ArrayList<>(); // the place of each dimension of x, as it stands
    for (int letter : letters) {
      if (letter != DOTS) {
        at.add(places[letter]);
        continue;
      }
      int own = x.dim() - letters.length + 1;
      for (int d = 0; d < own && places[DOTS] >= 0; d++) {
        at.add(places[DOTS] + dots - own + d);
      }
    }
    for (int d = 0; d < at.size(); d++) {
      int again = at.subList(d + 1, at.size()).indexOf(at.get(d));
      if (again >= 0) { // the diagonal is put last
        int other = d + 1 + again;
        if (x.size(d) != x.size(other)) {
          throw new ShapeException(
              "einsum(): subscript is repeated for operand %d but the sizes don't match, %d != %d"
                  .formatted(operand, x.size(other), x.size(d)));
        }
        x = Shape.diagonal(x, 0, d, other);
        Integer place = at.remove(d);
        at.remove(other - 1);
        at.add(place);
        d--;
      }
    }
    long[] order = new long[at.size()];
    List<Integer> sorted = at.stream().sorted().toList();
    for (int d = 0; d < order.length; d++) {
      order[d] = at.indexOf(sorted.get(d));
    }
    x = Shape.permute(x, order);
    for (int place = 0; place < rank; place++) {
      if (!at.contains(place)) {
        x = Shape.unsqueeze(x, place);
      }
    }
    return x;
  }

  /** Two in the common order multiplied, and summed over what no later operand has. */
  private Tensor times(Tensor left, Tensor right, int operand) {
    List<Long> both = new ArrayList<>();
    List<Long> leftOnly = new ArrayList<>();
    List<Long> rightOnly = new ArrayList<>();
    for (int d = resultRank; d < rank; d++) {
      if (!isUsedAfter(d, operand)) {
        boolean inLeft = left.size(d) != 1;
        boolean inRight = right.size(d) != 1;
        (inLeft && inRight ? both : inLeft ? leftOnly : rightOnly).add((long) d);
      }
    }
    return product(
        leftOnly.isEmpty() ? left : sum(left, leftOnly, true),
        rightOnly.isEmpty() ? right : sum(right, rightOnly, true),
        both);
  }

  private boolean isUsedAfter(int place, int operand) {
    for (int i = operand + 1; i < operands.size(); i++) {
      for (int letter : subscripts.get(i)) {
        int from = places[letter];
        if (place >= from && place < from + (letter == DOTS ? dots : 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One product of stacks of matrices: of what both have, what one has, and what is summed. */
  private Tensor product(Tensor left, Tensor right, List<Long> summed) {
    if (summed.isEmpty()) {
      return Elementwise.mul(left, right);
    }
    List<Long> stacked = new ArrayList<>();
    List<Long> rows = new ArrayList<>();
    List<Long> columns = new ArrayList<>();
    for (long d = 0; d < rank; d++) {
      if (!summed.contains(d)) {
        boolean inLeft = left.size((int) d) != 1;
        boolean inRight = right.size((int) d) != 1;
        (inLeft && inRight ? stacked : inLeft ? rows : columns).add(d);
      }
    }
    Tensor a = matrices(left, List.of(stacked, rows, summed));
    Tensor b = matrices(right, List.of(stacked, summed, columns));
    List<Long> order = new ArrayList<>(stacked);
    order.addAll(rows);
    order.addAll(columns);
    order.addAll(summed);
    long[] sizes = new long[rank];
    long[] back = new long[rank];
    for (int i = 0; i < rank; i++) {
      int d = Math.toIntExact(order.get(i));
      sizes[i] = summed.contains(order.get(i)) ? 1 : Math.max(left.size(d), right.size(d));
      if (left.size(d) == 0 || right.size(d) == 0) {
        sizes[i] = summed.contains(order.get(i)) ? 1 : 0;
      }
      back[d] = i;
    }
    return Shape.permute(Shape.reshape(Matrix.bmm(a, b), sizes), back);
  }

  /** Three groups of dimensions, each as one. */
  private static Tensor matrices(Tensor x, List<List<Long>> groups) {
    List<Long> order = new ArrayList<>();
    long[] sizes = new long[groups.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 1;
      for (long d : groups.get(i)) {
        sizes[i] *= x.size((int) d);
        order.add(d);
      }
    }
    for (long d = 0; d < x.dim(); d++) {
      if (!order.contains(d)) {
        order.add(d); // of size 1
      }
    }
    long[] dims = order.stream().mapToLong(Long::longValue).toArray();
    return Shape.reshape(Shape.permute(x, dims), sizes);
  }

  private static Tensor sum(Tensor x, List<Long> dims, boolean keep) {
    return Reduction.sum(x, dims.stream().mapToLong(Long::longValue).toArray(), keep, null);
  }
}

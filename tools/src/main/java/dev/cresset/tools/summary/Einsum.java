package dev.cresset.tools.summary;

import dev.cresset.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an equation of {@code einsum} costs, which meets its operands one after the other. */
final class Einsum {

  private Einsum() {}

  /** Of two that meet, each combination of letters is one multiply-add. */
  static long multiplyAdds(String equation, List<Tensor> operands) {
    String[] sides = equation.replace(" ", "").split("->", -1);
    String[] inputs = sides[0].split(",", -1);
    int broad = 0;
    for (int i = 0; i < inputs.length; i++) {
      broad = Math.max(broad, ellipsis(inputs[i], operands.get(i)));
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      List<String> letters = letters(inputs[i], ellipsis(inputs[i], operands.get(i)), broad);
      for (int d = 0; d < letters.size(); d++) {
        sizes.merge(letters.get(d), operands.get(i).size(d), Math::max); // 1 is broadcast
      }
    }
    Set<String> result = new TreeSet<>(letters(result(sides, inputs), broad, broad));
    Set<String> met = letterSet(inputs[0], operands.get(0), broad);
    long cost = 0;
    for (int i = 1; i < inputs.length; i++) {
      met.addAll(letterSet(inputs[i], operands.get(i), broad));
      cost += met.stream().mapToLong(sizes::get).reduce(1, (a, b) -> a * b);
      Set<String> wanted = new TreeSet<>(result);
      for (int j = i + 1; j < inputs.length; j++) {
        wanted.addAll(letterSet(inputs[j], operands.get(j), broad));
      }
      met.retainAll(wanted);
    }
    return cost;
  }

  /** What stands behind the arrow; without one, the letters that occur once. */
  private static String result(String[] sides, String[] inputs) {
    if (sides.length > 1) {
      return sides[1];
    }
    String all = String.join("", inputs).replace(".", "");
    StringBuilder once = new StringBuilder(sides[0].contains("...") ? "..." : "");
    all.chars()
        .filter(c -> all.indexOf(c) == all.lastIndexOf(c))
        .sorted()
        .forEach(once::appendCodePoint);
    return once.toString();
  }

  /** How many sizes of the operand its ellipsis stands for. */
  private static int ellipsis(String letters, Tensor operand) {
    return letters.contains("...") ? operand.dim() - (letters.length() - 3) : 0;
  }

  private static Set<String> letterSet(String letters, Tensor operand, int broad) {
    return new TreeSet<>(letters(letters, ellipsis(letters, operand), broad));
  }

  /** One by one; those of an ellipsis are numbered so that the last ones are the same. */
  private static List<String> letters(String text, int hidden, int broad) {
    StringBuilder ellipsis = new StringBuilder();
    for (int i = broad - hidden; i < broad; i++) {
      ellipsis.append((char) ('0' + i));
    }
    return List.of(text.replace("...", ellipsis).split("(?!^)")).stream()
        .filter(letter -> !letter.isEmpty())
        .toList();
  }
}

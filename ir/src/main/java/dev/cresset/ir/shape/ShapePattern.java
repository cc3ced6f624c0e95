package dev.cresset.ir.shape;

import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Cursor;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules as text: {@code [*, m, k], [*, k, n] -> [*, m, n]}. One list for each tensor that the op
 * takes, in order; the same letter is the same size, a number that number, {@code *} any sizes,
 * which broadcast among the arguments, {@code _} any size. Several rules are parted by {@code ;}:
 * the first for which the numbers of dimensions are right is meant.
 */
public final class ShapePattern implements ShapeRule {
  private static final String ANY_SIZES = "*";
  private static final String ANY_SIZE = "_";

  private record Alternative(List<List<String>> arguments, List<List<String>> results) {}

  private final List<Alternative> alternatives = new ArrayList<>();

  private ShapePattern(String text) {
    Cursor in = new Cursor(text);
    do {
      List<List<String>> arguments = lists(in);
      in.expect("->");
      alternatives.add(new Alternative(arguments, lists(in)));
    } while (in.accepts(";"));
    in.expectEnd();
  }

  /**
   * Reads rules.
   *
   * @throws dev.cresset.ir.type.SyntaxException if the text is none
   */
  public static ShapePattern parse(String text) {
    return new ShapePattern(text);
  }

  private static List<List<String>> lists(Cursor in) {
    List<List<String>> lists = new ArrayList<>();
    do {
      in.expect("[");
      List<String> sizes = new ArrayList<>();
      while (!in.accepts("]")) {
        if (!sizes.isEmpty()) {
          in.expect(",");
        }
        sizes.add(in.word(ANY_SIZES));
      }
      lists.add(sizes);
    } while (in.accepts(","));
    return lists;
  }

  @Override
  public List<@Nullable Sizes> apply(ShapeScope in) {
    List<String> names = new ArrayList<>();
    List<@Nullable Object> given = new ArrayList<>();
    for (int i = 0; i < in.schema().arguments().size(); i++) {
      Argument argument = in.schema().arguments().get(i);
      if (argument.type().isTensor() || argument.type().equals(Type.TENSOR.optional())) {
        names.add(in.name(i));
        given.add(in.fact(i));
      }
    }
    for (Alternative alternative : alternatives) {
      if (ranksFit(alternative.arguments(), given)) {
        return new Matching(names, given).match(alternative);
      }
    }
    if (given.contains(null)) {
      return Collections.nCopies(alternatives.get(0).results().size(), null);
    }
    throw new ShapeMismatch(
        described(names, given) + "; their numbers of dimensions do not go together");
  }

  /** Whether the numbers of dimensions are right; of several rules only where all are known. */
  private boolean ranksFit(List<List<String>> patterns, List<@Nullable Object> given) {
    for (int i = 0; i < patterns.size(); i++) {
      List<String> pattern = patterns.get(i);
      if (given.get(i) instanceof Sizes sizes) {
        boolean open = pattern.contains(ANY_SIZES);
        if (open ? sizes.rank() < pattern.size() - 1 : sizes.rank() != pattern.size()) {
          return false;
        }
      } else if (given.get(i) != None.NONE && alternatives.size() > 1) {
        return false;
      }
    }
    return true;
  }

  private static String described(List<String> names, List<@Nullable Object> given) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (given.get(i) instanceof Sizes sizes) {
        parts.add(names.get(i) + " is " + sizes);
      }
    }
    return String.join(", ", parts);
  }

  /** Finds what the letters of one alternative stand for. */
  private static final class Matching {
    private final List<String> names;
    private final List<@Nullable Object> given;
    private final Map<String, Size> letters = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private @Nullable Sizes batch = new Sizes(List.of());

    Matching(List<String> names, List<@Nullable Object> given) {
      this.names = names;
      this.given = given;
    }

    List<@Nullable Sizes> match(Alternative alternative) {
      for (int i = 0; i < alternative.arguments().size(); i++) {
        List<String> pattern = alternative.arguments().get(i);
        if (given.get(i) instanceof Sizes sizes) {
          match(pattern, sizes, names.get(i));
        } else if (given.get(i) == null && pattern.contains(ANY_SIZES)) {
          batch = null;
        }
      }
      List<@Nullable Sizes> results = new ArrayList<>();
      alternative.results().forEach(pattern -> results.add(result(pattern)));
      return results;
    }

    private void match(List<String> pattern, Sizes sizes, String name) {
      int at = 0;
      for (int i = 0; i < pattern.size(); i++) {
        if (pattern.get(i).equals(ANY_SIZES)) {
          int end = sizes.rank() - (pattern.size() - 1 - i);
          broadcast(sizes.sub(at, end));
          at = end;
        } else {
          match(pattern.get(i), sizes, at++, name);
        }
      }
    }

    private void broadcast(Sizes more) {
      try {
        batch = batch == null ? null : batch.broadcast(more);
      } catch (ShapeMismatch mismatch) {
        throw new ShapeMismatch(described(names, given) + "; " + mismatch.getMessage());
      }
    }

    private void match(String letter, Sizes sizes, int at, String name) {
      Size size = sizes.all().get(at);
      if (letter.equals(ANY_SIZE)) {
        return;
      }
      String place = "%s's %s (%s)".formatted(name, place(sizes.rank() - at), size);
      boolean number = Character.isDigit(letter.charAt(0));
      Size before = number ? Size.of(Long.parseLong(letter)) : letters.get(letter);
      if (before != null && before.differsFrom(size)) {
        String other = number ? letter : places.get(letter);
        throw new ShapeMismatch(
            "%s; %s must equal %s".formatted(described(names, given), other, place));
      }
      letters.put(letter, before == null ? size : before.with(size));
      if (before == null || !(before instanceof Size.Known)) {
        places.put(letter, place);
      }
    }

    private static String place(int fromEnd) {
      return switch (fromEnd) {
        case 1 -> "last size";
        case 2 -> "next to last size";
        default -> "size " + -fromEnd;
      };
    }

    private @Nullable Sizes result(List<String> pattern) {
      List<Size> sizes = new ArrayList<>();
      for (String letter : pattern) {
        if (letter.equals(ANY_SIZES)) {
          if (batch == null) {
            return null;
          }
          sizes.addAll(batch.all());
        } else if (Character.isDigit(letter.charAt(0))) {
          sizes.add(Size.of(Long.parseLong(letter)));
        } else {
          sizes.add(letters.getOrDefault(letter, Size.UNKNOWN));
        }
      }
      return new Sizes(sizes);
    }
  }
}

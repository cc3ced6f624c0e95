package dev.cresset.ir.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A size as a sum of products of names and quotients, {@code 4 * H + (W + 1) / 2 - 3}. Equal ones
 * are written alike: like terms are gathered, the order is fixed, and what divides leaves a
 * quotient. What is a number or a name alone is never one of these.
 *
 * @param terms in order, the number last
 */
public record Formula(List<Term> terms) implements Size {
  /** How many terms one may have; beyond that a size counts as unknown. */
  private static final int MOST = 24;

  /** A sum of these. */
  public Formula {
    terms = List.copyOf(terms);
  }

  /** What products are made of. */
  public sealed interface Factor permits Size.Named, Size.Given, Quotient {}

  /** A division that leaves a rest, rounded down. */
  record Quotient(Size dividend, long divisor) implements Factor {
    @Override
    public String toString() {
      return (dividend instanceof Formula ? "(" + dividend + ")" : dividend) + " / " + divisor;
    }
  }

  /** A number times names and quotients. */
  record Term(long factor, List<Factor> of) {
    Term {
      of = List.copyOf(of);
    }

    String key() {
      return of.stream().map(Factor::toString).collect(Collectors.joining(" * "));
    }

    Term times(Term other) {
      List<Factor> both = new ArrayList<>(of);
      both.addAll(other.of);
      both.sort(Comparator.comparing(Factor::toString));
      return new Term(Math.multiplyExact(factor, other.factor), both);
    }

    String absolute() {
      boolean several = of.size() > 1 || Math.abs(factor) != 1;
      List<String> parts = new ArrayList<>();
      if (Math.abs(factor) != 1 || of.isEmpty()) {
        parts.add(Long.toString(Math.abs(factor)));
      }
      for (Factor each : of) {
        parts.add(each instanceof Quotient && several ? "(" + each + ")" : each.toString());
      }
      return String.join(" * ", parts);
    }
  }

  /** From where to where a size may lie. */
  record Bounds(long least, long most) {
    private static final long NONE = Long.MIN_VALUE;
    private static final long ALL = Long.MAX_VALUE;
    static final Bounds ANY = new Bounds(NONE, ALL);

    boolean without(long value) {
      return least > value || most < value;
    }

    Bounds plus(Bounds other) {
      return new Bounds(
          least == NONE || other.least == NONE ? NONE : sum(least, other.least),
          most == ALL || other.most == ALL ? ALL : sum(most, other.most));
    }

    private static long sum(long a, long b) {
      long sum = a + b;
      return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? NONE : ALL) : sum;
    }

    Bounds times(Bounds other) {
      if (least < 0 || other.least < 0) {
        return ANY;
      }
      return new Bounds(
          product(least, other.least),
          most == ALL || other.most == ALL ? ALL : product(most, other.most));
    }

    Bounds times(long factor) {
      Bounds large =
          new Bounds(
              least == NONE ? NONE : product(Math.abs(factor), least),
              most == ALL ? ALL : product(Math.abs(factor), most));
      return factor >= 0 ? large : new Bounds(negated(large.most), negated(large.least));
    }

    private static long negated(long value) {
      return value == ALL ? NONE : value == NONE ? ALL : -value;
    }

    private static long product(long a, long b) {
      long high = Math.multiplyHigh(a, b);
      long low = a * b;
      return high == 0 && low >= 0 || high == -1 && low < 0 ? low : (a < 0) == (b < 0) ? ALL : NONE;
    }

    Bounds dividedBy(long divisor) {
      return new Bounds(
          least == NONE ? NONE : Math.floorDiv(least, divisor),
          most == ALL ? ALL : Math.floorDiv(most, divisor));
    }
  }

  static Bounds bounds(Size size) {
    if (size instanceof Known known) {
      return new Bounds(known.value(), known.value());
    } else if (size instanceof Named) {
      return new Bounds(1, Bounds.ALL);
    } else if (size instanceof Formula formula) {
      Bounds sum = new Bounds(0, 0);
      for (Term term : formula.terms) {
        Bounds product = new Bounds(1, 1);
        for (Factor factor : term.of) {
          product = product.times(bounds(factor));
        }
        sum = sum.plus(product.times(term.factor));
      }
      return sum;
    }
    return Bounds.ANY;
  }

  private static Bounds bounds(Factor factor) {
    return factor instanceof Quotient quotient
        ? bounds(quotient.dividend).dividedBy(quotient.divisor)
        : bounds((Size) factor);
  }

  static Size sum(Size a, Size b, long sign) {
    if (a instanceof Unknown || b instanceof Unknown) {
      return UNKNOWN;
    }
    List<Term> all = new ArrayList<>(termsOf(a));
    termsOf(b).forEach(term -> all.add(new Term(sign * term.factor, term.of)));
    return of(all);
  }

  static Size product(Size a, Size b) {
    if (a.is(0) || b.is(0)) {
      return Size.of(0);
    } else if (a instanceof Unknown || b instanceof Unknown) {
      return a.is(1) ? b : b.is(1) ? a : UNKNOWN;
    }
    List<Term> all = new ArrayList<>();
    try {
      for (Term mine : termsOf(a)) {
        termsOf(b).forEach(theirs -> all.add(mine.times(theirs)));
      }
    } catch (ArithmeticException tooLarge) {
      return UNKNOWN;
    }
    return of(all);
  }

  static Size quotient(Size a, Size b) {
    if (b.is(1)) {
      return a;
    } else if (a instanceof Unknown || b instanceof Unknown || b.is(0)) {
      return UNKNOWN;
    } else if (a.equals(b)) {
      return bounds(b).without(0) ? Size.of(1) : UNKNOWN;
    }
    List<Term> below = termsOf(b);
    if (below.size() != 1) {
      return UNKNOWN;
    }
    Term divisor = below.get(0);
    List<Term> whole = new ArrayList<>();
    List<Term> rest = new ArrayList<>();
    for (Term term : termsOf(a)) {
      Term divided = divided(term, divisor);
      if (divided != null) {
        whole.add(divided);
      } else {
        rest.add(term);
      }
    }
    if (rest.isEmpty()) {
      return of(whole);
    } else if (!divisor.of.isEmpty() || divisor.factor < 1) {
      return UNKNOWN;
    }
    return of(whole).plus(rounded(rest, divisor.factor));
  }

  /** A term divided by one that divides it for sure, or null. */
  private static @Nullable Term divided(Term term, Term divisor) {
    if (term.factor % divisor.factor != 0) {
      return null;
    }
    List<Factor> left = new ArrayList<>(term.of);
    for (Factor factor : divisor.of) {
      boolean may = factor instanceof Named && left.remove(factor);
      if (!may) {
        return null;
      }
    }
    return new Term(term.factor / divisor.factor, left);
  }

  private static Size rounded(List<Term> terms, long divisor) {
    Size dividend = of(terms);
    if (dividend instanceof Known known) {
      return Size.of(Math.floorDiv(known.value(), divisor));
    }
    long number = number(dividend);
    Size small = dividend.plus(Math.floorMod(number, divisor) - number);
    Term quotient = new Term(1, List.of(new Quotient(small, divisor)));
    return of(List.of(quotient)).plus(Math.floorDiv(number, divisor));
  }

  /** The number in a sum. */
  private static long number(Size size) {
    List<Term> terms = termsOf(size);
    Term last = terms.get(terms.size() - 1);
    return last.of.isEmpty() ? last.factor : 0;
  }

  static Size replace(Size size, Function<String, @Nullable Size> names) {
    if (size instanceof Named || size instanceof Given) {
      String name = size.toString();
      Size other = names.apply(name);
      return other == null ? size : other;
    } else if (size instanceof Formula formula) {
      Size sum = Size.of(0);
      for (Term term : formula.terms) {
        Size product = Size.of(term.factor);
        for (Factor factor : term.of) {
          Size each =
              factor instanceof Quotient quotient
                  ? quotient.dividend.replace(names).dividedBy(Size.of(quotient.divisor))
                  : ((Size) factor).replace(names);
          product = product.times(each);
        }
        sum = sum.plus(product);
      }
      return sum;
    }
    return size;
  }

  private static List<Term> termsOf(Size size) {
    if (size instanceof Formula formula) {
      return formula.terms;
    } else if (size instanceof Known known) {
      return List.of(new Term(known.value(), List.of()));
    }
    return List.of(new Term(1, List.of((Factor) size)));
  }

  private static Size of(List<Term> terms) {
    Map<String, Term> gathered =
        new TreeMap<>(
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
    try {
      for (Term term : terms) {
        gathered.merge(
            term.key(), term, (a, b) -> new Term(Math.addExact(a.factor, b.factor), a.of));
      }
    } catch (ArithmeticException tooLarge) {
      return UNKNOWN;
    }
    List<Term> left = gathered.values().stream().filter(term -> term.factor != 0).toList();
    if (left.isEmpty()) {
      return Size.of(0);
    } else if (left.size() > MOST) {
      return UNKNOWN;
    }
    Term first = left.get(0);
    if (left.size() == 1 && first.of.isEmpty()) {
      return Size.of(first.factor);
    } else if (left.size() == 1 && first.factor == 1 && first.of.size() == 1) {
      return first.of.get(0) instanceof Size size ? size : new Formula(left);
    }
    return new Formula(left);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      if (text.length() == 0) {
        text.append(term.factor < 0 ? "-" : "").append(term.absolute());
      } else {
        text.append(term.factor < 0 ? " - " : " + ").append(term.absolute());
      }
    }
    return text.toString();
  }
}

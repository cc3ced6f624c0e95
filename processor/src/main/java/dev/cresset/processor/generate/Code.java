package dev.cresset.processor.generate;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An expression of Java.
 *
 * @param text the expression
 * @param reads the local variables that it reads
 * @param binds how tightly it holds together, by which it gets its parentheses
 * @param narrow whether it is of Java's type int or float, where the graph has int or float of 64
 *     bits
 * @param list whether it is a {@code List} of numbers or truths, where an array is usual
 */
record Code(Text text, Set<Local> reads, Binds binds, boolean narrow, boolean list) {

  /** From what needs no parentheses ever to what needs them nearly always. */
  enum Binds {
    /** A name, literal, call or access. */
    TIGHT,
    /** {@code -a}, {@code !a}, {@code (int) a}. */
    UNARY,
    PRODUCT,
    SUM,
    COMPARISON,
    AND,
    OR,
    CHOICE
  }

  Code {
    reads = Set.copyOf(reads);
  }

  Code(Text text, Set<Local> reads, Binds binds, boolean narrow) {
    this(text, reads, binds, narrow, false);
  }

  /** An expression that reads nothing. */
  static Code of(String format, Object... arguments) {
    return new Code(Text.of(format, arguments), Set.of(), Binds.TIGHT, false);
  }

  /** The variable. */
  static Code of(Local local) {
    return new Code(
        Text.of("$L", local.name()), Set.of(local), Binds.TIGHT, local.narrow(), local.isList());
  }

  /** An expression out of others, each in the place of a {@code $L}. */
  static Code from(Binds binds, String format, Code... parts) {
    Set<Local> reads = new LinkedHashSet<>();
    Object[] texts = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      reads.addAll(parts[i].reads);
      texts[i] = parts[i].text;
    }
    return new Code(Text.of(format, texts), reads, binds, false);
  }

  /** A field of this expression, or the call of a method without arguments. */
  Code member(String name) {
    return with(Text.of("$L.$L", text, name), Binds.TIGHT);
  }

  /** This expression with another text around it. */
  Code with(Text newText, Binds newBinds) {
    return new Code(newText, reads, newBinds, false);
  }

  /** This expression as an operand of one that binds like {@code around}. */
  Code in(Binds around) {
    return binds.compareTo(around) <= 0 ? this : with(Text.of("($L)", text), Binds.TIGHT);
  }

  /** This expression as the right operand of one that binds like {@code around}. */
  Code right(Binds around) {
    return binds.compareTo(around) < 0 ? this : with(Text.of("($L)", text), Binds.TIGHT);
  }

  /** This expression as one of Java's type int or float. */
  Code asNarrow() {
    return new Code(text, reads, binds, true, list);
  }

  /** This expression as a {@code List} of numbers or truths. */
  Code asList() {
    return new Code(text, reads, binds, narrow, true);
  }

  /** The text, with types named in full. */
  String java() {
    return text.toString();
  }

  /** Whether it computes nothing: a name, a literal, a field. */
  boolean isSimple() {
    return java().indexOf('(') < 0;
  }

  /** How long it is to read. */
  int length() {
    return java().length();
  }
}

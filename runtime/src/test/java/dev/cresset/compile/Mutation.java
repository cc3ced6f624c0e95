package dev.cresset.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program with one, two or three slips in it, as a hand or a merge makes them. */
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n"
              + "]*|(?s:/\\*.*?\\*/)|\\s+|\"(?:[^\"\\\\\n"
              + "]|\\\\.)*\"|[\\w$.]*\\w|[-+*/%&|^<>=!]=?|(?s:.)");

  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "%", "&", "|", "^", "<", ">", "==", "!=", "=", "+=", "!", "&&");

  private static final List<String> TYPES =
      List.of(
          "Tensor",
          "int",
          "long",
          "float",
          "double",
          "boolean",
          "String",
          "void",
          "var",
          "Object",
          "int[]",
          "List<Tensor>",
          "Linear",
          "Tensor[]",
          "short",
          "char",
          "Integer");

  private static final List<String> WORDS =
      List.of(
          "null",
          "this",
          "super",
          "0",
          "1L",
          "2.5",
          "-1",
          "true",
          "x",
          "final",
          "static",
          "private",
          "relu",
          "return",
          "break",
          "new Tensor[0]",
          "(x)",
          "x.relu()",
          "1 / 2",
          "() -> 1");

  private final Random random;
  private final List<String> tokens = new ArrayList<>();

  private Mutation(String program, Random random) {
    this.random = random;
    Matcher matcher = TOKEN.matcher(program);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /** {@code program} with slips that {@code random} chooses. */
  static String of(String program, Random random) {
    Mutation mutation = new Mutation(program, random);
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutation.slip();
    }
    return String.join("", mutation.tokens);
  }

  private void slip() {
    List<Integer> words = places();
    if (words.size() < 2) {
      return;
    }
    int at = words.get(random.nextInt(words.size()));
    int other = words.get(random.nextInt(words.size()));
    switch (random.nextInt(12)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at) + " ");
      case 2 -> Collections.swap(tokens, at, other);
      case 3 -> tokens.set(at, tokens.get(other));
      case 4 -> tokens.set(at, any(WORDS));
      case 5 -> tokens.set(operator(at), any(OPERATORS));
      case 6 -> tokens.set(name(at), any(TYPES));
      case 7 -> tokens.set(name(at), tokens.get(name(other)));
      case 8 -> replace(at, List.of());
      case 9 -> tokens.addAll(start(at), statement(at));
      case 10 -> replace(at, List.copyOf(statement(other)));
      default -> tokens.set(name(at), slipped(tokens.get(name(at))));
    }
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** A name with a letter less. */
  private String slipped(String name) {
    int at = random.nextInt(name.length());
    return name.length() < 2 ? name : name.substring(0, at) + name.substring(at + 1);
  }

  /** All tokens from the first class on that are neither space nor comment. */
  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      begun |= token.equals("class") || token.equals("interface");
      if (begun && !token.isBlank() && !token.startsWith("//") && !token.startsWith("/*")) {
        places.add(i);
      }
    }
    return places;
  }

  private int operator(int from) {
    return next(from, "[-+*/%&|^<>=!]=?");
  }

  private int name(int from) {
    return next(from, "[A-Za-z]\\w*");
  }

  /** The next token of this form, or the one at {@code from}. */
  private int next(int from, String form) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).matches(form)) {
        return i;
      }
    }
    return from;
  }

  private int start(int at) {
    int start = at;
    while (start > 0 && !tokens.get(start - 1).matches("[;{}]")) {
      start--;
    }
    return start;
  }

  /** The statement around a place: up to its semicolon or brace. */
  private List<String> statement(int at) {
    int end = at;
    while (end < tokens.size() - 1 && !tokens.get(end).matches("[;{}]")) {
      end++;
    }
    return new ArrayList<>(tokens.subList(start(at), end + 1));
  }

  private void replace(int at, List<String> by) {
    int start = start(at);
    tokens.subList(start, start + statement(at).size()).clear();
    tokens.addAll(start, by);
  }
}

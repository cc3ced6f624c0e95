package dev.cresset.examples.text;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.data.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts as numbers, a number for each character that occurs often enough. */
final class Corpus {
  private static final int OFTEN = 10;
  private static final int PART_TO_CHECK = 20;

  private final String characters;
  private final long[] train;
  private final long[] check;

  /** The text, of which the last twentieth is held back. */
  Corpus(String text) {
    characters =
        text.chars()
            .distinct()
            .filter(c -> text.chars().filter(other -> other == c).count() >= OFTEN)
            .sorted()
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    long[] all = encode(text);
    int cut = all.length - all.length / PART_TO_CHECK;
    train = Arrays.copyOfRange(all, 0, cut);
    check = Arrays.copyOfRange(all, cut, all.length);
  }

  /** The Markdown files in a folder, one after the other, without their tables. */
  static Corpus ofPages(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder text = new StringBuilder();
      List<Path> pages = files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
      for (Path page : pages) {
        for (String line : Files.readAllLines(page)) {
          if (!line.startsWith("|")) {
            text.append(line).append('\n');
          }
        }
      }
      return new Corpus(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " could not be read", e);
    }
  }

  /** How many different characters there are. */
  int size() {
    return characters.length();
  }

  /** How many characters there are to learn from. */
  int length() {
    return train.length;
  }

  /** Characters as numbers; rare ones are left out. */
  long[] encode(String text) {
    return text.chars()
        .filter(c -> characters.indexOf(c) >= 0)
        .mapToLong(characters::indexOf)
        .toArray();
  }

  /** The character of a number. */
  char decode(long number) {
    return characters.charAt((int) number);
  }

  /**
   * Pieces from anywhere in the text.
   *
   * @return {@code input} as I64, {@code [count, length]}, and {@code target}, the same but one
   *     character later
   */
  Example draw(int count, int length, Generator random) {
    return pieces(train, count, length, random);
  }

  /** As {@link #draw}, from the part that is held back. */
  Example drawHeldBack(int count, int length, Generator random) {
    return pieces(check, count, length, random);
  }

  private static Example pieces(long[] from, int count, int length, Generator random) {
    if (from.length <= length) {
      throw new IllegalArgumentException(
          "the text has %d characters, too few for pieces of %d".formatted(from.length, length));
    }
    long[] input = new long[count * length];
    long[] target = new long[count * length];
    for (int i = 0; i < count; i++) {
      int start = (int) (random.uniform() * (from.length - length));
      System.arraycopy(from, start, input, i * length, length);
      System.arraycopy(from, start + 1, target, i * length, length);
    }
    return new Example(
        Tensor.fromBlob(input, count, length), Tensor.fromBlob(target, count, length));
  }
}

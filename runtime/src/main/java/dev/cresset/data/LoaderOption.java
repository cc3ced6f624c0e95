package dev.cresset.data;

import dev.cresset.Generator;

/** What a {@link DataLoader} takes besides; made by its static methods. */
public sealed interface LoaderOption {

  /** Whether the order is drawn anew for each pass. */
  record Shuffle(boolean on) implements LoaderOption {}

  /** What the order is drawn with. */
  record Source(Generator generator) implements LoaderOption {}

  /** How many threads read ahead. */
  record Workers(int count) implements LoaderOption {}

  /** Whether a last batch that is not full is left out. */
  record DropLast(boolean on) implements LoaderOption {}
}

package dev.cresset.processor.extract;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Suggestions for names that do not exist. */
final class Spelling {

  private Spelling() {}

  /** The one of {@code names} that is nearest to {@code written}, or null if none is near. */
  static @Nullable String nearest(String written, Collection<String> names) {
    String nearest = null;
    int least = Math.max(1, Math.min(3, written.length() / 3)) + 1;
    for (String name : names) {
      int distance = distance(written, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /** How many letters must be changed, added, left out or swapped; capitals count as letters. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}

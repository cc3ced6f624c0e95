package dev.cresset.processor.generate;

import dev.cresset.ir.op.Op;
import java.util.Locale;

/** What the library calls its ops in Java. */
final class EagerNames {

  private EagerNames() {}

  /** The name of the static method of {@code op}: {@code batchNorm} of {@code aten::batch_norm}. */
  static String of(Op op) {
    String name = op.schema().name();
    return camelCase(name.substring(name.indexOf(':') + 2));
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    String[] words = name.split("_", -1);
    for (String word : words) {
      boolean first = camel.length() == 0;
      camel.append(
          word.isEmpty() || first
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.endsWith("_") ? camel.append('_').toString() : camel.toString();
  }
}

package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** The names of a kernel's arrays and numbers: the user's, as far as they have any. */
final class KernelNames {
  /** What kernels call their own. */
  private static final Pattern OURS = Pattern.compile("[tuv]\\d+");

  private final Set<String> taken =
      new HashSet<>(Set.of("i", "in", "from", "to", "temps", "scalars"));

  /** The name for {@code value}. */
  String of(Value value) {
    String name = value.name();
    int dot = name.indexOf('.');
    return free(value.isNamed() ? dot < 0 ? name : name.substring(0, dot) : "x");
  }

  /** {@code y}, or {@code y0} and {@code y1} where there are several. */
  List<String> numbered(String base, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(free(count == 1 ? base : base + i));
    }
    return names;
  }

  /** {@code base}, or that with something behind it if it is taken. */
  String free(String base) {
    boolean ours = OURS.matcher(base).matches();
    String name = ours || !SourceVersion.isName(base) ? base + "_" : base;
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}

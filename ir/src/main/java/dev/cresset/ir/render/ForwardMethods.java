package dev.cresset.ir.render;

import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hand-written forwards that the runtime has, as read from its sources: they and the table land
 * independently of each other.
 */
final class ForwardMethods {
  private static final Pattern METHOD =
      Pattern.compile("^  public static [^=;({]*?(\\w+)\\(([^)]*)\\)", Pattern.MULTILINE);

  private final Set<String> signatures;

  private ForwardMethods(Set<String> signatures) {
    this.signatures = signatures;
  }

  /** Those in the files {@code *Forward.java} of a folder. */
  static ForwardMethods in(Path folder) throws IOException {
    Set<String> found = new HashSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith("Forward.java")).sorted().toList();
    }
    for (Path file : files) {
      String type = file.getFileName().toString().replace(".java", "");
      Matcher method = METHOD.matcher(Files.readString(file));
      while (method.find()) {
        found.add(type + "." + method.group(1) + types(method.group(2)));
      }
    }
    return new ForwardMethods(found);
  }

  /** The types of a list of parameters. */
  private static List<String> types(String parameters) {
    List<String> types = new ArrayList<>();
    for (String parameter : parameters.strip().split(",\\s*")) {
      String plain = plain(parameter.strip());
      if (!plain.isEmpty()) {
        types.add(plain.substring(0, Math.max(plain.lastIndexOf(' '), 0)).replace(" ", ""));
      }
    }
    return types;
  }

  private static String plain(String text) {
    return text.replaceAll("@Nullable\\s*", "").replaceAll("\\s+", " ");
  }

  /** The class that computes an op. */
  static String type(Op op) {
    return OpTable.forward(op.name()) + "Forward";
  }

  /** Whether there is a forward of exactly the op's arguments. */
  boolean has(Op op) {
    List<String> types =
        op.schema().arguments().stream()
            .map(argument -> plain(JavaNames.type(argument.type())).replace(" ", ""))
            .toList();
    return signatures.contains(type(op) + "." + JavaNames.method(op) + types);
  }
}

package dev.cresset.conformance.api;

import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that says what of PyTorch is there: from the table of ops, and the layers' sources. */
final class CoveragePage {
  private static final Path MAIN =
      Path.of("..", "runtime", "src", "main", "java", "dev", "cresset");
  private static final Path DTYPES =
      Path.of("..", "runtime", "src", "test", "resources", "dev", "cresset", "tensor", "eager");
  private static final Pattern METHOD =
      Pattern.compile(
          "@Aten\\(\"([^\"]+)\"\\)(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s+"
              + "(default|public static|static|public)\\s+[^=;({]*?(\\w+)\\(");
  private static final Pattern LAYER =
      Pattern.compile("public (?:final )?class (\\w+)(?:<[^{]*>)? extends (\\w+)Module\\b");
  private static final Pattern TWIN = Pattern.compile("\\{@code\\s+torch\\.nn\\.(\\w+)\\}");

  private static final String HEAD =
      """
      # What of PyTorch is there

      This page is made from the table of ops, from the tests' sweep over dtypes, and from the layers' sources; a test holds it to them, and
      `-Dgolden.update` writes it anew. What is not in a table is not there.

      **Gradient**: *yes*, of the op itself; *parts*, that of the ops it is made of; *none*. **Dtypes**: those that the sweep ran it in, *reals* for
      double, float, half and bfloat16, *wholes* for the five kinds of whole numbers, *bool*; *parts*, those of the ops it is made of. Half, bfloat16 and
      the short kinds of whole numbers are computed in float and in 64 bits, and rounded at the end of each op. **Compiled**: *fused*, a part of one loop
      with its neighbours; *parts*, taken apart first; *call*, a direct call of the op's kernel. **ONNX** and **CUDA**: *no*, until there is an export and
      a backend for it.
      """;

  private CoveragePage() {}

  static String text() throws IOException {
    StringBuilder page = new StringBuilder(HEAD.replace("      ", ""));
    layers(page);
    Map<String, Set<String>> methods = methods();
    Map<String, String> dtypes = dtypes();
    page.append("\n## Ops\n");
    for (OpTable.Family family : OpTable.families()) {
      List<String> rows = new ArrayList<>();
      for (Op op : family.ops()) {
        Set<String> here = methods.getOrDefault(op.name(), Set.of());
        if (op.name().startsWith("aten::") || !here.isEmpty()) {
          rows.add(row(op, here, dtypes));
        }
      }
      page.append("\n### ").append(family.name()).append("\n\n");
      page.append("| PyTorch | here | gradient | dtypes | compiled | ONNX | CUDA |\n");
      page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
      rows.forEach(page::append);
    }
    return page.toString();
  }

  private static String row(Op op, Set<String> here, Map<String, String> dtypes) {
    Op plain = op.functional() == null ? op : op.functional();
    boolean ofParts = plain.isComposed() || plain.isProgram();
    String gradient =
        !plain.gradients().isEmpty() || plain.hasMeaning() && !plain.isComposed()
            ? "yes"
            : ofParts ? "parts" : "none";
    String types = dtypes.getOrDefault(plain.name(), ofParts ? "parts" : "as its arguments");
    String compiled = op.elementwise() != null ? "fused" : plain.isComposed() ? "parts" : "call";
    return "| `%s` | %s | %s | %s | %s | no | no |\n"
        .formatted(
            op.name().startsWith("aten::") ? op.name().substring(6) : op.name(),
            here.isEmpty() ? "by its name" : "`" + String.join("`, `", here) + "`",
            gradient,
            types,
            compiled);
  }

  private static void layers(StringBuilder page) throws IOException {
    page.append("\n## Layers and losses\n\n");
    page.append("All are compiled by the project's own compiler, as users' modules are.\n\n");
    page.append("| PyTorch | here | ONNX | CUDA |\n| --- | --- | --- | --- |\n");
    Map<String, String> rows = new TreeMap<>();
    try (Stream<Path> files = Files.list(MAIN.resolve("nn"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher layer = LAYER.matcher(source);
        Matcher twin = TWIN.matcher(source.replaceAll("\\s*\\n\\s*\\*\\s*", " "));
        if (layer.find() && layer.group(1).equals(layer.group(2)) && twin.find()) {
          rows.put(
              layer.group(1),
              "| `torch.nn.%s` | `%s` | no | no |\n".formatted(twin.group(1), layer.group(1)));
        }
      }
    }
    rows.values().forEach(page::append);
  }

  /** The public methods of each op: {@code Tensor.relu}, {@code Functional.relu}. */
  private static Map<String, Set<String>> methods() throws IOException {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        Matcher method = METHOD.matcher(Files.readString(file));
        while (method.find()) {
          String name = method.group(1);
          String op = name.contains("::") ? name : "aten::" + name;
          boolean ofTensor = !method.group(2).endsWith("static") || isTensor(file);
          String owner = ofTensor ? "Tensor." : "Functional.";
          all.computeIfAbsent(op, key -> new TreeSet<>()).add(owner + method.group(3));
        }
      }
    }
    return all;
  }

  private static boolean isTensor(Path file) {
    return file.getFileName().toString().startsWith("Tensor");
  }

  /** What the sweep wrote, in short. */
  private static Map<String, String> dtypes() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (String line : Files.readAllLines(DTYPES.resolve("dtypes.txt"))) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        all.put(line.substring(0, colon), brief(line.substring(colon + 2)));
      }
    }
    return all;
  }

  private static String brief(String names) {
    String brief =
        (" " + names + " ")
            .replace(" Double Float Half BFloat16 ", " reals ")
            .replace(" Long Int Short Char Byte ", " wholes ")
            .replace(" Bool ", " bool ")
            .strip();
    return brief.replace(" ", ", ");
  }
}

package dev.cresset.conformance.golden;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads plain attributes, {@code self.k = 4}, off the text of a Python class. */
final class PythonAttributes {
  private final String python;
  private final GoldenCase golden;

  PythonAttributes(GoldenCase golden) {
    this.golden = golden;
    this.python = golden.get("python").asText();
  }

  /** The value that {@code __init__} gives the attribute; null if the text does not tell it. */
  @Nullable IValue find(String type, String name) {
    String className = type.substring(type.lastIndexOf('.') + 1);
    Matcher body =
        Pattern.compile("class " + className + "\\b[^\\n]*\\n((?:[ \\t][^\\n]*\\n|\\n)*)")
            .matcher(python + "\n");
    if (!body.find()) {
      return null;
    }
    Matcher assigned =
        Pattern.compile("self\\." + name + "(?:\\s*:[^=\\n]+)?\\s*=\\s*([^\\n]+)")
            .matcher(body.group(1));
    return assigned.find() ? value(assigned.group(1).strip()) : null;
  }

  private @Nullable IValue value(String text) {
    if (golden.get("ctor").has(text)) {
      return new ScriptValues(golden).of(golden.get("ctor").get(text));
    } else if (text.matches("-?\\d+")) {
      return IValue.from(Long.parseLong(text));
    } else if (text.matches("-?\\d*\\.\\d*(e-?\\d+)?")) {
      return IValue.from(Double.parseDouble(text));
    } else if (text.equals("True") || text.equals("False")) {
      return IValue.from(text.equals("True"));
    } else if (text.matches("\"[^\"]*\"|'[^']*'")) {
      return IValue.from(text.substring(1, text.length() - 1));
    } else if (text.matches("torch\\.(zeros|ones)\\((\\d+(, )?)+\\)")) {
      long[] sizes =
          Pattern.compile("\\d+")
              .matcher(text)
              .results()
              .mapToLong(size -> Long.parseLong(size.group()))
              .toArray();
      return IValue.from(text.contains("zeros") ? Tensor.zeros(sizes) : Tensor.ones(sizes));
    }
    return text.startsWith("[") && text.endsWith("]") ? list(text) : null;
  }

  private @Nullable IValue list(String text) {
    List<IValue> items = new ArrayList<>();
    for (String part : text.substring(1, text.length() - 1).split(",", -1)) {
      IValue item = part.isBlank() ? null : value(part.strip());
      if (item != null) {
        items.add(item);
      } else if (!part.isBlank()) {
        return null;
      }
    }
    return IValue.list(items);
  }
}

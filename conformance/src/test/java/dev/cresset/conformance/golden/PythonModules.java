package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Layer;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.ModuleDict;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Options;
import dev.cresset.nn.ParameterList;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.TransformerEncoder;
import dev.cresset.nn.TransformerEncoderLayer;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds what a Python expression of constructors builds: {@code nn.Sequential(nn.Linear(2, 3))}.
 */
final class PythonModules {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String text;
  private final GoldenCase golden;
  private int at;

  private PythonModules(String text, GoldenCase golden) {
    this.text = text;
    this.golden = golden;
  }

  /** The module of {@code expression}. */
  static NnModule build(String expression, GoldenCase golden) {
    PythonModules reader = new PythonModules(expression, golden);
    Object value = reader.value();
    if (value instanceof NnModule module && reader.skip() == expression.length()) {
      return module;
    }
    throw new NotCovered(expression);
  }

  /** A module, a tensor, a list, a map, or JSON of a number, text or truth. */
  private Object value() {
    char next = text.charAt(skip());
    if (next == '[' || next == '(') {
      return list(next == '[' ? "]" : ")");
    } else if (next == '{') {
      return dict();
    } else if (next == '\'') {
      int end = text.indexOf('\'', at + 1);
      JsonNode node = JSON.textNode(text.substring(at + 1, end));
      at = end + 1;
      return node;
    } else if (Character.isLetter(next)) {
      return named();
    }
    int from = at;
    while (at < text.length() && "+-.e0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(from, at);
    return number.matches("[+-]?\\d+")
        ? JSON.numberNode(Long.parseLong(number))
        : JSON.numberNode(Double.parseDouble(number));
  }

  private List<Object> list(String end) {
    List<Object> all = new ArrayList<>();
    at++;
    while (!accepts(end)) {
      all.add(value());
      accepts(",");
    }
    return all;
  }

  private Map<String, Object> dict() {
    Map<String, Object> all = new LinkedHashMap<>();
    at++;
    while (!accepts("}")) {
      String key = ((JsonNode) value()).asText();
      expect(":");
      all.put(key, value());
      accepts(",");
    }
    return all;
  }

  private Object named() {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || dot())) {
      at++;
    }
    String name = text.substring(from, at);
    switch (name) {
      case "True", "False" -> {
        return JSON.booleanNode(name.equals("True"));
      }
      case "None" -> {
        return JSON.nullNode();
      }
      default -> expect("(");
    }
    List<Object> positional = new ArrayList<>();
    ObjectNode keywords = JSON.objectNode();
    while (!accepts(")")) {
      int start = skip();
      int equals = start;
      while (Character.isLetterOrDigit(text.charAt(equals)) || text.charAt(equals) == '_') {
        equals++;
      }
      if (equals > start && text.charAt(equals) == '=') {
        at = equals + 1;
        keywords.set(text.substring(start, equals), json(value()));
      } else {
        positional.add(value());
      }
      accepts(",");
    }
    return call(name, positional, keywords);
  }

  private boolean dot() {
    return text.charAt(at) == '.' || text.charAt(at) == '_';
  }

  private Object call(String name, List<Object> positional, ObjectNode keywords) {
    return switch (name) {
      case "nn.Sequential" -> sequential(positional);
      case "nn.TransformerEncoder" -> encoder(positional);
      case "OrderedDict" -> ordered((List<?>) positional.get(0));
      case "nn.ModuleDict" -> moduleDict((Map<?, ?>) positional.get(0));
      case "nn.ParameterList" -> parameterList((List<?>) positional.get(0));
      case "nn.Parameter" -> ((Tensor) positional.get(0)).requiresGrad_(true);
      case "torch.zeros" ->
          Memory.zeros(
              DType.F32,
              Device.CPU,
              positional.stream().mapToLong(size -> ((JsonNode) size).asLong()).toArray());
      default -> layer(name.replaceFirst("^nn\\.", ""), positional, keywords);
    };
  }

  /** The layer was built once; PyTorch copies it, and ours is built anew each time. */
  private TransformerEncoder encoder(List<Object> positional) {
    TransformerEncoderLayer first = (TransformerEncoderLayer) positional.get(0);
    return new TransformerEncoder(
        () ->
            new TransformerEncoderLayer(
                first.selfAttn.embedDim,
                first.selfAttn.numHeads,
                Options.dimFeedforward(first.linear1.weight.size(0))),
        ((JsonNode) positional.get(1)).asLong(),
        (LayerNorm) positional.get(2));
  }

  private NnModule layer(String name, List<Object> positional, ObjectNode keywords) {
    List<String> names = LayerTwins.positional(name);
    for (int i = 0; i < positional.size(); i++) {
      keywords.set(names.get(i), json(positional.get(i)));
    }
    return LayerTwins.build(name, new Arguments(keywords, golden));
  }

  private static JsonNode json(Object value) {
    if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(each -> array.add(json(each)));
      return array;
    }
    throw new NotCovered("an argument " + value);
  }

  private static Sequential sequential(List<Object> positional) {
    Sequential made = new Sequential();
    if (positional.size() == 1 && positional.get(0) instanceof Map<?, ?> named) {
      named.forEach((name, layer) -> made.add((String) name, (Layer) layer));
    } else {
      positional.forEach(layer -> made.add((Layer) layer));
    }
    return made;
  }

  private static Map<String, Object> ordered(List<?> pairs) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Object pair : pairs) {
      List<?> both = (List<?>) pair;
      all.put(((JsonNode) both.get(0)).asText(), both.get(1));
    }
    return all;
  }

  private static ModuleDict<NnModule> moduleDict(Map<?, ?> named) {
    ModuleDict<NnModule> made = new ModuleDict<>();
    named.forEach((name, module) -> made.put((String) name, (NnModule) module));
    return made;
  }

  private static ParameterList parameterList(List<?> tensors) {
    ParameterList made = new ParameterList();
    tensors.forEach(tensor -> made.add((Tensor) tensor));
    return made;
  }

  private int skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean accepts(String token) {
    boolean there = text.startsWith(token, skip());
    at += there ? token.length() : 0;
    return there;
  }

  private void expect(String token) {
    if (!accepts(token)) {
      throw new NotCovered("'" + text + "' at " + at);
    }
  }
}

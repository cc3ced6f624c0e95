package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments and results of script cases, which may be of any type. */
final class ScriptValues {
  private final GoldenCase golden;
  private final Comparison comparison;

  ScriptValues(GoldenCase golden) {
    this.golden = golden;
    this.comparison = Comparison.of(golden);
  }

  /** The values of a list; each tensor a copy of its own. */
  List<IValue> all(JsonNode list) {
    List<IValue> values = new ArrayList<>();
    list.forEach(each -> values.add(of(each)));
    return values;
  }

  /** The value that this JSON stands for. */
  IValue of(JsonNode node) {
    if (node.isNull()) {
      return IValue.none();
    } else if (node.isBoolean()) {
      return IValue.from(node.asBoolean());
    } else if (node.isIntegralNumber()) {
      return IValue.from(node.asLong());
    } else if (Json.isNumber(node)) {
      return IValue.from(Json.number(node));
    } else if (node.isTextual()) {
      return IValue.from(node.asText());
    } else if (node.isArray()) {
      return IValue.list(all(node));
    } else if (node.has("tensor")) {
      return IValue.from(Tensors.copy(golden.expected(node.get("tensor").asText())));
    } else if (node.has("tuple")) {
      return IValue.tupleFrom(all(node.get("tuple")).toArray(new IValue[0]));
    } else if (node.has("dtype")) {
      return IValue.from((long) Json.dtype(node).code());
    } else if (node.has("dict")) {
      Map<IValue, IValue> dictionary = new LinkedHashMap<>();
      node.get("dict").forEach(pair -> dictionary.put(of(pair.get(0)), of(pair.get(1))));
      return IValue.dictFrom(dictionary);
    }
    throw new Outcome.NotCovered("a value like " + node);
  }

  /** Throws unless {@code got} is what this JSON stands for, to the case's tolerance. */
  void check(String what, IValue got, JsonNode want) {
    check(what, got, of(want));
  }

  private void check(String what, IValue got, IValue want) {
    if (want.isTensor() && got.isTensor()) {
      comparison.check(what, got.toTensor().detach(), want.toTensor());
    } else if (want.isDouble() && got.isDouble()) {
      comparison.check(what, 0, got.toDouble(), want.toDouble());
    } else if (want.isList() && got.isList()) {
      checkAll(what, got.toList(), want.toList());
    } else if (want.isTuple() && got.isTuple()) {
      checkAll(what, got.toTuple(), want.toTuple());
    } else if (want.isDict() && got.isDict()) {
      Comparison.same(what, got.toDict().keySet(), want.toDict().keySet());
      got.toDict()
          .forEach((key, value) -> check(what + "[" + key + "]", value, present(want, key)));
    } else if (!got.equals(want)) {
      throw new Mismatch("%s: is %s, should be %s".formatted(what, got, want));
    }
  }

  private static IValue present(IValue dictionary, IValue key) {
    IValue value = dictionary.toDict().get(key);
    if (value == null) {
      throw new Mismatch("there is no key " + key);
    }
    return value;
  }

  private void checkAll(String what, List<IValue> got, List<IValue> want) {
    Comparison.same("length of " + what, got.size(), want.size());
    for (int i = 0; i < got.size(); i++) {
      check(what + "[" + i + "]", got.get(i), want.get(i));
    }
  }
}

package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keyword arguments in JSON. It notes which were read: one that nobody asked for is not covered.
 */
final class Arguments {
  private final JsonNode node;
  private final GoldenCase golden;
  private final Set<String> read = new LinkedHashSet<>();

  Arguments(JsonNode node, GoldenCase golden) {
    this.node = node;
    this.golden = golden;
  }

  /** These with {@code value} for {@code name}. */
  Arguments with(String name, JsonNode value) {
    return new Arguments(((ObjectNode) node).deepCopy().set(name, value), golden);
  }

  /** These without {@code name}. */
  Arguments without(String name) {
    ObjectNode rest = ((ObjectNode) node).deepCopy();
    rest.remove(name);
    return new Arguments(rest, golden);
  }

  /** The case that they belong to. */
  GoldenCase golden() {
    return golden;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether {@code name} is given, and not None. */
  boolean has(String name) {
    read.add(name);
    return node.has(name) && !node.get(name).isNull();
  }

  JsonNode get(String name) {
    read.add(name);
    JsonNode value = node.get(name);
    if (value == null) {
      throw new NotCovered("a call without '" + name + "'");
    }
    return value;
  }

  long integer(String name) {
    return get(name).asLong();
  }

  long integer(String name, long absent) {
    return has(name) ? integer(name) : absent;
  }

  double number(String name) {
    return Json.number(get(name));
  }

  double number(String name, double absent) {
    return has(name) ? number(name) : absent;
  }

  boolean flag(String name, boolean absent) {
    return has(name) ? get(name).asBoolean() : absent;
  }

  String text(String name, String absent) {
    return has(name) ? get(name).asText() : absent;
  }

  /** The integers of a list, or one alone. */
  long[] integers(String name) {
    return Json.integers(get(name));
  }

  Tensor tensor(String name) {
    return Json.tensor(get(name), golden);
  }

  @Nullable Tensor optionalTensor(String name) {
    return has(name) ? tensor(name) : null;
  }

  /** {@code make} of the value of {@code name}, in {@code list}, if it is given. */
  <T> void option(String name, List<? super T> list, Function<JsonNode, T> make) {
    if (has(name)) {
      list.add(make.apply(get(name)));
    }
  }

  /** Throws if an argument was given that nothing read. */
  void allRead(String by) {
    for (String name : names()) {
      if (!read.contains(name)) {
        throw new NotCovered(by + " with " + name);
      }
    }
  }
}

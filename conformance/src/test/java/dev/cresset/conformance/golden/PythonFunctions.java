package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cresset.Functional;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code torch.functional} and {@code torch.nn.functional} do in Python before the op. */
final class PythonFunctions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The ways of {@code torch.cdist}, in the order of their numbers. */
  private static final List<String> DISTANCES =
      List.of(
          "use_mm_for_euclid_dist_if_necessary",
          "use_mm_for_euclid_dist",
          "donot_use_mm_for_euclid_dist");

  private static final Map<String, Function<Arguments, IValue>> ALL =
      Map.ofEntries(
          Map.entry("torch.norm", PythonFunctions::norm),
          Map.entry("torch.cdist", PythonFunctions::cdist),
          Map.entry("torch.tensordot", PythonFunctions::tensordot),
          Map.entry("torch.nn.functional.max_pool1d", args -> maxPool("max_pool1d", args)),
          Map.entry("torch.nn.functional.max_pool2d", args -> maxPool("max_pool2d", args)),
          Map.entry("torch.nn.functional.adaptive_avg_pool2d", PythonFunctions::adaptiveAvgPool2d),
          Map.entry("torch.nn.functional.kl_div", PythonFunctions::klDiv),
          Map.entry("torch.nn.functional.embedding", PythonFunctions::embedding),
          Map.entry("torch.nn.functional.interpolate", PythonFunctions::interpolate));

  private PythonFunctions() {}

  static boolean knows(String function) {
    return ALL.containsKey(function);
  }

  static IValue call(String function, Arguments args) {
    return ALL.get(function).apply(args);
  }

  /** The Frobenius norm of all elements is their 2-norm. */
  private static IValue norm(Arguments args) {
    boolean frobenius = args.text("p", "").equals("fro");
    return op("norm", frobenius ? args.with("p", JSON.numberNode(2)) : args);
  }

  private static IValue cdist(Arguments args) {
    int way = DISTANCES.indexOf(args.text("compute_mode", ""));
    return op("cdist", way < 0 ? args : args.with("compute_mode", JSON.numberNode(way)));
  }

  /** A number of dimensions means the last of the one and the first of the other. */
  private static IValue tensordot(Arguments args) {
    JsonNode dims = args.get("dims");
    JsonNode first = dims.path(0);
    JsonNode second = dims.path(1);
    if (dims.isIntegralNumber()) {
      ArrayNode last = JSON.arrayNode();
      ArrayNode early = JSON.arrayNode();
      for (int d = 0; d < dims.asInt(); d++) {
        last.add(d - dims.asInt());
        early.add(d);
      }
      first = last;
      second = early;
    }
    Arguments both = args.without("dims").with("dims_self", first).with("dims_other", second);
    return OpBinding.call("tensordot", Map.of("a", "self", "b", "other"), both);
  }

  private static IValue maxPool(String name, Arguments args) {
    Arguments own = args.without("return_indices");
    own = own.has("stride") ? own : own.without("stride");
    return op(args.flag("return_indices", false) ? name + "_with_indices" : name, own);
  }

  /** A size that is None is the input's. */
  private static IValue adaptiveAvgPool2d(Arguments args) {
    JsonNode size = args.get("output_size");
    if (!size.isArray()) {
      return op("adaptive_avg_pool2d", args);
    }
    Tensor input = args.tensor("input");
    ArrayNode sizes = JSON.arrayNode();
    for (int i = 0; i < size.size(); i++) {
      sizes.add(size.get(i).isNull() ? input.size(i - size.size()) : size.get(i).asLong());
    }
    return op("adaptive_avg_pool2d", args.with("output_size", sizes));
  }

  private static IValue klDiv(Arguments args) {
    if (!args.text("reduction", "").equals("batchmean")) {
      return op("kl_div", args);
    }
    IValue sum = op("kl_div", args.with("reduction", JSON.textNode("sum")));
    return IValue.from(sum.toTensor().div(args.tensor("input").size(0)));
  }

  private static IValue embedding(Arguments args) {
    Arguments own = args;
    if (args.has("max_norm")) {
      Functional.embeddingRenorm_(
          args.tensor("weight").detach(),
          args.tensor("input"),
          args.number("max_norm"),
          args.number("norm_type", 2));
      own = args.without("max_norm").without("norm_type");
    }
    return OpBinding.call("embedding", Map.of("input", "indices"), own);
  }

  private static IValue interpolate(Arguments args) {
    IValue result =
        IValue.from(
            Functional.interpolate(
                args.tensor("input"),
                args.has("size") ? args.integers("size") : new long[0],
                args.has("scale_factor")
                    ? ResizeTwins.numbers(args.get("scale_factor"))
                    : new double[0],
                args.text("mode", "nearest"),
                args.flag("align_corners", false)));
    args.allRead("interpolate");
    return result;
  }

  private static IValue op(String name, Arguments args) {
    return OpBinding.call(name, Map.of(), args);
  }
}

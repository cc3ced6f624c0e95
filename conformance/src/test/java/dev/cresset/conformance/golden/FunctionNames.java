package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Functional;
import dev.cresset.IValue;
import dev.cresset.Index;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.nn.init.Init;
import dev.cresset.nn.init.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What each function of Python is here: an op of the table, or for a few what Python composes. */
final class FunctionNames {

  /** Ops whose name is not the function's last word, with what their arguments are called. */
  private static final Map<String, String> OPS =
      Map.ofEntries(
          Map.entry("torch.nn.functional.cross_entropy", "cross_entropy_loss"),
          Map.entry("torch.nn.functional.nll_loss", "nll_loss_nd"),
          Map.entry("torch.nn.functional.logsigmoid", "log_sigmoid"),
          Map.entry("torch.nn.functional.unfold", "im2col"),
          Map.entry("torch.nn.functional.pad", "pad"),
          Map.entry("torch.linalg.vector_norm", "linalg_vector_norm"),
          Map.entry("torch.nn.functional.softsign", "cresset::softsign"),
          Map.entry("torch.nn.functional.normalize", "cresset::normalize"),
          Map.entry("torch.unique", "_unique2"));

  /** Arguments that the schema calls otherwise, for single functions. */
  private static final Map<String, Map<String, String>> ARGUMENTS =
      Map.of(
          "torch.linalg.vector_norm", Map.of("x", "self"),
          "torch.split_with_sizes", Map.of("input", "self"),
          "torch.einsum", Map.of("operands", "tensors"));

  /** What Python composes of ops, or spells as Java cannot. */
  private static final Map<String, Function<Arguments, IValue>> COMPOSED =
      Map.ofEntries(
          Map.entry("Tensor.__getitem__", FunctionNames::getItem),
          Map.entry("Tensor.to", FunctionNames::to),
          Map.entry("torch.reshape", FunctionNames::reshape),
          Map.entry("torch.split", FunctionNames::split),
          Map.entry("torch.nn.init.calculate_gain", FunctionNames::gain));

  private FunctionNames() {}

  /** Calls the function; a tuple or list of tensors where it gives several. */
  static IValue call(String function, Arguments args) {
    Function<Arguments, IValue> composed = COMPOSED.get(function);
    if (composed != null) {
      IValue result = composed.apply(args);
      args.allRead(function);
      return result;
    }
    if (PythonFunctions.knows(function)) {
      return PythonFunctions.call(function, args);
    }
    String op = OPS.getOrDefault(function, function.substring(function.lastIndexOf('.') + 1));
    if (!OpBinding.knows(op)) {
      throw new NotCovered(function);
    }
    return OpBinding.call(op, ARGUMENTS.getOrDefault(function, Map.of()), args);
  }

  private static IValue getItem(Arguments args) {
    List<Index> indices = new ArrayList<>();
    for (JsonNode part : args.get("index")) {
      indices.add(index(part, args));
    }
    return IValue.from(args.tensor("self").get(indices.toArray(Index[]::new)));
  }

  private static Index index(JsonNode part, Arguments args) {
    if (part.isNull()) {
      return Functional.newAxis();
    } else if (part.isIntegralNumber()) {
      return Functional.at(part.asLong());
    } else if (part.has("ellipsis")) {
      return Functional.rest();
    } else if (part.has("tensor")) {
      return Functional.at(Json.tensor(part, args.golden()));
    }
    JsonNode slice = part.get("slice");
    boolean whole = slice.get(0).isNull() && slice.get(1).isNull() && slice.get(2).isNull();
    if (whole) {
      return Functional.all();
    }
    return Functional.range(
        slice.get(0).isNull() ? null : (Long) slice.get(0).asLong(),
        slice.get(1).isNull() ? null : (Long) slice.get(1).asLong(),
        slice.get(2).isNull() ? 1 : slice.get(2).asLong());
  }

  private static IValue to(Arguments args) {
    return IValue.from(args.tensor("self").to(Json.dtype(args.get("dtype"))));
  }

  /** The goldens' note: one case reshapes its input's transpose. */
  private static IValue reshape(Arguments args) {
    Tensor input = args.tensor("input");
    boolean transposed = args.golden().get("note").asText().contains("transposed");
    if (transposed) {
      input = input.transpose(0, 1);
    }
    return IValue.from(input.reshape(args.integers("shape")));
  }

  private static IValue split(Arguments args) {
    Tensor tensor = args.tensor("tensor");
    JsonNode sizes = args.get("split_size_or_sections");
    int dim = (int) args.integer("dim", 0);
    return IValue.listFrom(
        sizes.isArray()
            ? tensor.split(Json.integers(sizes), dim)
            : tensor.split(sizes.asLong(), dim));
  }

  private static IValue gain(Arguments args) {
    Nonlinearity after =
        Nonlinearity.valueOf(args.text("nonlinearity", "").toUpperCase(Locale.ROOT));
    return IValue.from(
        args.has("param")
            ? Init.calculateGain(after, args.number("param"))
            : Init.calculateGain(after));
  }
}

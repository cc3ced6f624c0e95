package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.nn.NnModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The layers and losses of {@code torch.nn} that Cresset has, by name. */
final class LayerTwins {

  /**
   * How one is built.
   *
   * @param positional the names of the arguments that Python takes by position, in order
   * @param forward the names of {@code forward}'s arguments after the tensors that must be given;
   *     those without a default first
   */
  record Twin(List<String> positional, List<String> forward, Function<Arguments, NnModule> make) {

    Twin(List<String> positional, Function<Arguments, NnModule> make) {
      this(positional, List.of(), make);
    }

    /** With {@code forward}'s arguments in one string: {@code "src src_mask=None"}. */
    Twin calledWith(String arguments) {
      return new Twin(positional, List.of(arguments.split(" ")), make);
    }
  }

  private static final Map<String, Twin> TWINS = new LinkedHashMap<>();

  static {
    TWINS.putAll(WindowTwins.all());
    TWINS.putAll(LossTwins.all());
    TWINS.putAll(ActivationTwins.all());
    TWINS.putAll(PlainTwins.all());
    TWINS.putAll(ChannelTwins.all());
    TWINS.putAll(SpreadTwins.all());
    TWINS.putAll(ResizeTwins.all());
    TWINS.putAll(SequenceTwins.all());
  }

  private LayerTwins() {}

  /** The layer of this name, built with these arguments. */
  static NnModule build(String name, Arguments args) {
    NnModule made = twin(name).make().apply(args);
    args.allRead(name);
    return made;
  }

  /** The names of the arguments that Python takes by position. */
  static List<String> positional(String name) {
    return twin(name).positional();
  }

  /** The arguments of a layer's {@code forward}, each with its default; none if in order anyway. */
  static List<String> forward(String name) {
    return twin(name).forward();
  }

  private static Twin twin(String name) {
    Twin twin = TWINS.get(name);
    if (twin == null) {
      throw new NotCovered("layer " + name);
    }
    return twin;
  }

  /** Names of arguments in one string: {@code "in_features out_features bias"}. */
  static Twin twin(String positional, Function<Arguments, NnModule> make) {
    List<String> names = positional.isEmpty() ? List.of() : List.of(positional.split(" "));
    return new Twin(names, make);
  }

  /** One number for both sizes, or none if they differ. */
  static boolean square(JsonNode size) {
    return !size.isArray() || size.size() == 1 || size.get(0).equals(size.get(1));
  }

  static long first(JsonNode size) {
    return size.isArray() ? size.get(0).asLong() : size.asLong();
  }

  static long second(JsonNode size) {
    return size.isArray() ? size.get(size.size() - 1).asLong() : size.asLong();
  }
}

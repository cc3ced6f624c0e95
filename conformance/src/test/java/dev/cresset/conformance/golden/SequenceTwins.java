package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;

import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.GRU;
import dev.cresset.nn.GRUCell;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.LSTMCell;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.RNN;
import dev.cresset.nn.RNNCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers over sequences. */
final class SequenceTwins {
  private static final String RECURRENT =
      "input_size hidden_size num_layers bias batch_first dropout bidirectional";

  private SequenceTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put(
        "RNN",
        twin(
            RECURRENT,
            args ->
                new RNN(
                    args.integer("input_size"),
                    args.integer("hidden_size"),
                    pick(recurrent(args), Option.ForRnn.class).toArray(new Option.ForRnn[0]))));
    all.put(
        "LSTM",
        twin(
            RECURRENT,
            args ->
                new LSTM(
                    args.integer("input_size"),
                    args.integer("hidden_size"),
                    pick(recurrent(args), Option.ForLstm.class).toArray(new Option.ForLstm[0]))));
    all.put(
        "GRU",
        twin(
            RECURRENT,
            args ->
                new GRU(
                    args.integer("input_size"),
                    args.integer("hidden_size"),
                    pick(recurrent(args), Option.ForGru.class).toArray(new Option.ForGru[0]))));
    all.put(
        "RNNCell",
        twin(
            "input_size hidden_size bias nonlinearity",
            args ->
                new RNNCell(
                    args.integer("input_size"),
                    args.integer("hidden_size"),
                    pick(recurrent(args), Option.ForRnnCell.class)
                        .toArray(new Option.ForRnnCell[0]))));
    all.put(
        "LSTMCell",
        twin(
            "input_size hidden_size bias",
            args ->
                new LSTMCell(
                    args.integer("input_size"),
                    args.integer("hidden_size"),
                    pick(recurrent(args), Option.ForCell.class).toArray(new Option.ForCell[0]))));
    all.put(
        "GRUCell",
        twin(
            "input_size hidden_size bias",
            args ->
                new GRUCell(
                    args.integer("input_size"),
                    args.integer("hidden_size"),
                    pick(recurrent(args), Option.ForCell.class).toArray(new Option.ForCell[0]))));
    return all;
  }

  private static <T extends Option> List<T> pick(List<Option> options, Class<T> family) {
    return options.stream().map(family::cast).toList();
  }

  private static List<Option> recurrent(Arguments args) {
    List<Option> options = new ArrayList<>();
    args.option("num_layers", options, v -> Options.numLayers(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    args.option("batch_first", options, v -> Options.batchFirst(v.asBoolean()));
    args.option("dropout", options, v -> Options.dropoutRate(v.asDouble()));
    args.option("bidirectional", options, v -> Options.bidirectional(v.asBoolean()));
    args.option("proj_size", options, v -> Options.projSize(v.asLong()));
    args.option("nonlinearity", options, v -> Options.reluNonlinearity(v.asText().equals("relu")));
    return options;
  }
}

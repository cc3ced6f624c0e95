package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;

import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.GRU;
import dev.cresset.nn.GRUCell;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.LSTMCell;
import dev.cresset.nn.MultiheadAttention;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.RNN;
import dev.cresset.nn.RNNCell;
import dev.cresset.nn.Transformer;
import dev.cresset.nn.TransformerDecoderLayer;
import dev.cresset.nn.TransformerEncoderLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers over sequences. */
final class SequenceTwins {
  private static final String RECURRENT =
      "input_size hidden_size num_layers bias batch_first dropout bidirectional";

  private static final String LAYER = "d_model nhead dim_feedforward dropout activation";

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
    all.put(
        "MultiheadAttention",
        twin(
                "embed_dim num_heads dropout bias add_bias_kv add_zero_attn kdim vdim batch_first",
                args ->
                    new MultiheadAttention(
                        args.integer("embed_dim"), args.integer("num_heads"), attention(args)))
            .calledWith(
                "query key value key_padding_mask=None need_weights=True attn_mask=None"
                    + " average_attn_weights=True"));
    all.put(
        "TransformerEncoderLayer",
        twin(
                LAYER,
                args ->
                    new TransformerEncoderLayer(
                        args.integer("d_model"),
                        args.integer("nhead"),
                        layer(args).toArray(new Option.ForTransformerLayer[0])))
            .calledWith("src src_mask=None src_key_padding_mask=None"));
    all.put(
        "TransformerDecoderLayer",
        twin(
                LAYER,
                args ->
                    new TransformerDecoderLayer(
                        args.integer("d_model"),
                        args.integer("nhead"),
                        layer(args).toArray(new Option.ForTransformerLayer[0])))
            .calledWith(
                "tgt memory tgt_mask=None memory_mask=None tgt_key_padding_mask=None"
                    + " memory_key_padding_mask=None"));
    all.put(
        "Transformer",
        twin("d_model nhead num_encoder_layers num_decoder_layers", SequenceTwins::transformer)
            .calledWith(
                "src tgt src_mask=None tgt_mask=None memory_mask=None src_key_padding_mask=None"
                    + " tgt_key_padding_mask=None memory_key_padding_mask=None"));
    return all;
  }

  private static Transformer transformer(Arguments args) {
    List<Option.ForTransformer> options = new ArrayList<>();
    args.option("num_encoder_layers", options, v -> Options.numEncoderLayers(v.asLong()));
    args.option("num_decoder_layers", options, v -> Options.numDecoderLayers(v.asLong()));
    layer(args).forEach(option -> options.add((Option.ForTransformer) option));
    return new Transformer(
        args.integer("d_model"),
        args.integer("nhead"),
        options.toArray(new Option.ForTransformer[0]));
  }

  private static List<Option.ForTransformerLayer> layer(Arguments args) {
    List<Option.ForTransformerLayer> options = new ArrayList<>();
    args.option("dim_feedforward", options, v -> Options.dimFeedforward(v.asLong()));
    args.option("dropout", options, v -> Options.dropoutRate(v.asDouble()));
    args.option("activation", options, v -> Options.geluActivation(v.asText().equals("gelu")));
    args.option("layer_norm_eps", options, v -> Options.eps(v.asDouble()));
    args.option("batch_first", options, v -> Options.batchFirst(v.asBoolean()));
    args.option("norm_first", options, v -> Options.normFirst(v.asBoolean()));
    return options;
  }

  private static Option.ForAttention[] attention(Arguments args) {
    List<Option.ForAttention> options = new ArrayList<>();
    args.option("dropout", options, v -> Options.dropoutRate(v.asDouble()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    args.option("add_bias_kv", options, v -> Options.addBiasKv(v.asBoolean()));
    args.option("add_zero_attn", options, v -> Options.addZeroAttn(v.asBoolean()));
    args.option("kdim", options, v -> Options.kdim(v.asLong()));
    args.option("vdim", options, v -> Options.vdim(v.asLong()));
    args.option("batch_first", options, v -> Options.batchFirst(v.asBoolean()));
    return options.toArray(new Option.ForAttention[0]);
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

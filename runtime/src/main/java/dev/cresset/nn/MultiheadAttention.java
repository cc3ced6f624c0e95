package dev.cresset.nn;

import static dev.cresset.Functional.baddbmm;
import static dev.cresset.Functional.cat;
import static dev.cresset.Functional.dropout;
import static dev.cresset.Functional.linear;
import static dev.cresset.Functional.pad;
import static dev.cresset.Functional.scaledDotProductAttention;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.init.Init;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several attentions side by side, each over a part of the features (Vaswani and others, 2017). As
 * {@code torch.nn.MultiheadAttention}.
 */
public final class MultiheadAttention extends MultiheadAttentionModule {
  /**
   * What it gives.
   *
   * @param output of the sizes of the queries
   * @param weights how much each query looked at each key: {@code [n, t, s]}, or {@code [n, heads,
   *     t, s]} if they are not averaged; null if they are not asked for
   */
  public record Result(Tensor output, @Nullable Tensor weights) {}

  /** The size of queries and results. */
  public final long embedDim;

  /** How many attentions there are. */
  public final long numHeads;

  /** Which part of the weights is dropped in training. */
  public final double dropout;

  /** Whether batches come first. */
  public final boolean batchFirst;

  /** Whether a key and a value of zeros are added. */
  public final boolean addZeroAttn;

  /** The weights of queries; null if all three have the same size. */
  @Param public final @Nullable Tensor qProjWeight;

  /** The weights of keys; null if all three have the same size. */
  @Param public final @Nullable Tensor kProjWeight;

  /** The weights of values; null if all three have the same size. */
  @Param public final @Nullable Tensor vProjWeight;

  /**
   * All three, {@code [3 · embedDim, embedDim]}; null if keys or values have sizes of their own.
   */
  @Param public final @Nullable Tensor inProjWeight;

  /** What is added to all three; null if nothing is. */
  @Param public final @Nullable Tensor inProjBias;

  /** A learned key; null if there is none. */
  @Param public final @Nullable Tensor biasK;

  /** A learned value; null if there is none. */
  @Param public final @Nullable Tensor biasV;

  /** What mixes the attentions' results. */
  public final NonDynamicallyQuantizableLinear outProj;

  /**
   * Attention in {@code numHeads} parts of {@code embedDim}.
   *
   * @param options dropoutRate (0 if absent), bias (true), addBiasKv, addZeroAttn, kdim and vdim
   *     (embedDim), batchFirst
   * @throws IllegalArgumentException if the parts are not even
   */
  public MultiheadAttention(long embedDim, long numHeads, Option.ForAttention... options) {
    AttentionSettings settings = new AttentionSettings(embedDim, options);
    if (numHeads <= 0 || embedDim % numHeads != 0) {
      throw new IllegalArgumentException(
          "embedDim %d must be divisible by numHeads %d".formatted(embedDim, numHeads));
    }
    this.embedDim = embedDim;
    this.numHeads = numHeads;
    dropout = settings.dropout;
    batchFirst = settings.batchFirst;
    addZeroAttn = settings.addZeroAttn;
    boolean same = settings.kdim == embedDim && settings.vdim == embedDim;
    qProjWeight = same ? null : param(xavier(embedDim, embedDim));
    kProjWeight = same ? null : param(xavier(embedDim, settings.kdim));
    vProjWeight = same ? null : param(xavier(embedDim, settings.vdim));
    inProjWeight = same ? param(xavier(3 * embedDim, embedDim)) : null;
    inProjBias = settings.bias ? param(Weights.zeros(3 * embedDim)) : null;
    outProj = new NonDynamicallyQuantizableLinear(embedDim, embedDim, bias(settings.bias));
    if (outProj.bias != null) {
      Init.zeros_(outProj.bias);
    }
    biasK = settings.addBiasKv ? param(Init.xavierNormal_(Weights.zeros(1, 1, embedDim), 1)) : null;
    biasV = settings.addBiasKv ? param(Init.xavierNormal_(Weights.zeros(1, 1, embedDim), 1)) : null;
  }

  private static Tensor xavier(long rows, long columns) {
    return Init.xavierUniform_(Weights.zeros(rows, columns), 1);
  }

  /**
   * Lets each query look at the keys and take of their values.
   *
   * @param query {@code [t, n, embedDim]}, or {@code [n, t, embedDim]} if {@code batchFirst}, or
   *     without batches {@code [t, embedDim]}
   * @param key {@code [s, n, kdim]} and so on
   * @param value {@code [s, n, vdim]} and so on
   * @param keyPaddingMask {@code [n, s]}: truths where a key is left out, or numbers that are added
   * @param needWeights whether the weights are given, too
   * @param attnMask {@code [t, s]} or {@code [n · heads, t, s]}: truths where a query may not look,
   *     or numbers that are added
   * @param averageAttnWeights whether weights are averaged over the heads
   */
  @Script
  public Result forward(
      Tensor query,
      Tensor key,
      Tensor value,
      @Nullable Tensor keyPaddingMask,
      boolean needWeights,
      @Nullable Tensor attnMask,
      boolean averageAttnWeights) {
    boolean batched = query.dim() == 3;
    Tensor q = query;
    Tensor k = key;
    Tensor v = value;
    if (!batched) {
      q = q.unsqueeze(1);
      k = k.unsqueeze(1);
      v = v.unsqueeze(1);
    } else if (batchFirst) {
      q = q.transpose(0, 1);
      k = k.transpose(0, 1);
      v = v.transpose(0, 1);
    }
    long length = q.size(0);
    long batch = q.size(1);
    if (inProjWeight != null) {
      List<Tensor> weights = inProjWeight.chunk(3, 0);
      q = linear(q, weights.get(0), null);
      k = linear(k, weights.get(1), null);
      v = linear(v, weights.get(2), null);
    } else if (qProjWeight != null && kProjWeight != null && vProjWeight != null) {
      q = linear(q, qProjWeight, null);
      k = linear(k, kProjWeight, null);
      v = linear(v, vProjWeight, null);
    }
    if (inProjBias != null) {
      List<Tensor> biases = inProjBias.chunk(3, 0);
      q = q.add(biases.get(0));
      k = k.add(biases.get(1));
      v = v.add(biases.get(2));
    }
    if (biasK != null && biasV != null) {
      k = cat(List.of(k, biasK.repeat(1, batch, 1)), 0);
      v = cat(List.of(v, biasV.repeat(1, batch, 1)), 0);
    }
    if (addZeroAttn) {
      k = cat(List.of(k, k.newZeros(1, batch, embedDim)), 0);
      v = cat(List.of(v, v.newZeros(1, batch, embedDim)), 0);
    }
    long places = k.size(0);
    long headDim = embedDim / numHeads;
    q = q.reshape(length, batch * numHeads, headDim).transpose(0, 1);
    k = k.reshape(places, batch * numHeads, headDim).transpose(0, 1);
    v = v.reshape(places, batch * numHeads, headDim).transpose(0, 1);

    Tensor mask = q.newZeros(1, 1, 1);
    boolean masked = false;
    if (attnMask != null) {
      Tensor own = attnMask.dim() == 2 ? attnMask.unsqueeze(0) : attnMask;
      mask = added(own, mask);
      mask = pad(mask, new long[] {0, places - mask.size(2)}, "constant");
      masked = true;
    }
    if (keyPaddingMask != null) {
      Tensor keys = batched ? keyPaddingMask : keyPaddingMask.unsqueeze(0);
      Tensor padding = added(keys, q.newZeros(1, 1));
      padding = pad(padding, new long[] {0, places - padding.size(1)}, "constant");
      padding =
          padding
              .view(batch, 1, 1, places)
              .expand(-1, numHeads, -1, -1)
              .reshape(batch * numHeads, 1, places);
      mask = mask.add(padding);
      masked = true;
    }

    double p = training ? dropout : 0.0;
    if (!needWeights) {
      Tensor found = scaledDotProductAttention(q, k, v, masked ? mask : null, p, false);
      return new Result(together(found, length, batch, batched), null);
    }
    q = q.mul(1 / Math.sqrt((double) headDim));
    Tensor weights =
        masked
            ? baddbmm(mask.expand(batch * numHeads, length, places), q, k.transpose(1, 2))
            : q.bmm(k.transpose(1, 2));
    weights = dropout(weights.softmax(-1), p, true);
    Tensor found = weights.bmm(v);
    weights = weights.view(batch, numHeads, length, places);
    if (averageAttnWeights) {
      weights = weights.mean(1);
    }
    return new Result(
        together(found, length, batch, batched), batched ? weights : weights.squeeze(0));
  }

  /** A mask as numbers that are added. */
  private Tensor added(Tensor mask, Tensor like) {
    if (mask.isFloatingPoint()) {
      return mask;
    }
    return like.expandAs(mask).maskedFill(mask, Double.NEGATIVE_INFINITY);
  }

  /** The attentions' results beside each other, mixed. */
  private Tensor together(Tensor found, long length, long batch, boolean batched) {
    Tensor all = found.transpose(0, 1).reshape(length, batch, embedDim);
    all = linear(all, outProj.weight, outProj.bias);
    if (!batched) {
      return all.squeeze(1);
    }
    return batchFirst ? all.transpose(0, 1) : all;
  }
}

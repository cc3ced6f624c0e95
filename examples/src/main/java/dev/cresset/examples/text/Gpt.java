package dev.cresset.examples.text;

import static dev.cresset.Functional.range;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.init.Init;

/** Which character comes next, by a transformer that looks back, as GPT-2 does. */
public final class Gpt extends GptModule {
  final Embedding tokens;
  @Param final Tensor places;
  final ModuleList<GptBlock> blocks = new ModuleList<>();
  final LayerNorm norm;
  final Linear head;

  /**
   * With weights drawn anew.
   *
   * @param characters how many different ones there are
   * @param context how far back it looks
   * @param width numbers at each place
   * @param layers blocks
   * @param heads of each block
   */
  public Gpt(long characters, long context, long width, long layers, long heads) {
    tokens = new Embedding(characters, width);
    places = param(Tensor.randn(context, width).mul(0.02));
    for (long i = 0; i < layers; i++) {
      blocks.add(new GptBlock(width, heads));
    }
    norm = new LayerNorm(width);
    head = new Linear(width, characters, bias(false));
    apply(Gpt::begin);
  }

  /** Small weights and no shifts, as GPT-2 begins. */
  private static void begin(NnModule module) {
    if (module instanceof Linear linear) {
      Init.normal_(linear.weight, 0, 0.02);
      if (linear.bias != null) {
        Init.zeros_(linear.bias);
      }
    } else if (module instanceof Embedding embedding) {
      Init.normal_(embedding.weight, 0, 0.02);
    }
  }

  /** Scores of each next character, {@code [n, t, characters]}. */
  @Override
  @Script
  public Tensor forward(@Shape("N, T") Tensor text) {
    Tensor x = tokens.call(text).add(places.get(range(0, text.size(1))));
    for (var block : blocks) {
      x = block.call(x);
    }
    return head.call(norm.call(x));
  }
}

package dev.cresset.examples.text;

import static dev.cresset.Functional.gelu;
import static dev.cresset.Functional.scaledDotProductAttention;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.Linear;
import java.util.List;

/** One layer of {@link Gpt}: each place looks at those before it, then thinks for itself. */
public class GptBlock extends GptBlockModule {
  final long heads;
  final LayerNorm norm1;
  final Linear queriesKeysValues;
  final Linear projection;
  final LayerNorm norm2;
  final Linear wide;
  final Linear narrow;

  /** A layer over places of {@code width} numbers. */
  public GptBlock(long width, long heads) {
    this.heads = heads;
    norm1 = new LayerNorm(width);
    queriesKeysValues = new Linear(width, 3 * width);
    projection = new Linear(width, width);
    norm2 = new LayerNorm(width);
    wide = new Linear(width, 4 * width);
    narrow = new Linear(4 * width, width);
  }

  @Override
  @Script
  public Tensor forward(@Shape("N, T, width") Tensor x) {
    long n = x.size(0);
    long t = x.size(1);
    long width = x.size(2);
    Tensor all = queriesKeysValues.call(norm1.call(x));
    List<Tensor> parts = all.view(n, t, 3 * heads, width / heads).transpose(1, 2).chunk(3, 1);
    Tensor seen =
        scaledDotProductAttention(parts.get(0), parts.get(1), parts.get(2), null, 0.0, true);
    x = x.add(projection.call(seen.transpose(1, 2).reshape(n, t, width)));
    return x.add(narrow.call(gelu(wide.call(norm2.call(x)))));
  }
}

package t;

import static dev.cresset.Functional.softmax;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import java.util.List;

/** Attention of a sequence to itself, in four heads. */
public class SelfAttention extends SelfAttentionModule {
  final Linear qkv;
  final Linear out;
  final long heads;

  public SelfAttention(long width, long heads) {
    qkv = new Linear(width, 3 * width);
    out = new Linear(width, width);
    this.heads = heads;
  }

  @Script
  public Tensor forward(Tensor x) {
    long n = x.size(0);
    long t = x.size(1);
    long c = x.size(2);
    List<Tensor> parts = qkv.call(x).split(c, 2);
    Tensor q = parts.get(0).view(n, t, heads, c / heads).transpose(1, 2);
    Tensor k = parts.get(1).view(n, t, heads, c / heads).transpose(1, 2);
    Tensor v = parts.get(2).view(n, t, heads, c / heads).transpose(1, 2);
    Tensor weights = softmax(q.matmul(k.transpose(-2, -1)).div(Math.sqrt(c / heads)), -1);
    return out.call(weights.matmul(v).transpose(1, 2).contiguous().view(n, t, c));
  }

  public static Object run() {
    return new SelfAttention(8, 4).call(Tensor.zeros(2, 5, 8));
  }
}

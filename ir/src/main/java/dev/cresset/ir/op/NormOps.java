package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.FactoryReference;
import dev.cresset.ir.reference.NormReference;
import dev.cresset.ir.reference.SizeReference;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.shape.WindowShapes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ops that give elements mean 0 and variance 1, by channel, by sample or by group. */
public final class NormOps {

  /**
   * Normalised by channel, over all samples if {@code training}, else by the running statistics;
   * these follow what is seen in training. One op, so that no pass can part the two. PyTorch's
   * schema does not say that it writes to them.
   */
  public static final Op BATCH_NORM =
      op("aten::batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor(a!)? running_mean,"
              + " Tensor(b!)? running_var, bool training, float momentum, float eps,"
              + " bool cudnn_enabled) -> Tensor")
          .composed(
              x ->
                  call(
                          "cresset::batch_norm_with_stats",
                          x.in("input"),
                          x.in("weight"),
                          x.in("bias"),
                          x.in("running_mean"),
                          x.in("running_var"),
                          x.in("training"),
                          x.in("momentum"),
                          x.in("eps"))
                      .part(0));

  /**
   * As {@link #BATCH_NORM}, and with it the mean and {@code 1 / √(variance + eps)} that it used,
   * one per channel, in {@code training} or not.
   */
  public static final Op BATCH_NORM_WITH_STATS =
      op("cresset::batch_norm_with_stats(Tensor input, Tensor? weight, Tensor? bias,"
              + " Tensor(a!)? running_mean, Tensor(b!)? running_var, bool training,"
              + " float momentum, float eps) -> (Tensor, Tensor, Tensor)")
          .shape(WindowShapes::batchNorm)
          .reference(NormReference::batchNormWithStats)
          .gradients(
              List.of("input", "weight", "bias"),
              g ->
                  parts(
                      call(
                          "cresset::batch_norm_backward",
                          g.dy(0),
                          g.in("input"),
                          g.in("weight"),
                          g.y(1),
                          g.y(2),
                          g.in("training"),
                          g.in("eps"))));

  /**
   * The gradients of input, weight and bias; the last two, one per channel, also without weight.
   */
  public static final Op BATCH_NORM_BACKWARD =
      op("cresset::batch_norm_backward(Tensor dy, Tensor input, Tensor? weight, Tensor mean,"
              + " Tensor invstd, bool training, float eps) -> (Tensor, Tensor, Tensor)")
          .recordedAsAll(NormOps::batchNormBackward);

  /** Normalised over the last dimensions, those of {@code normalized_shape}. */
  public static final Op LAYER_NORM =
      op("aten::layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None,"
              + " Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor")
          .composed(
              x ->
                  call(
                          "aten::native_layer_norm",
                          x.in("input"),
                          x.in("normalized_shape"),
                          x.in("weight"),
                          x.in("bias"),
                          x.in("eps"))
                      .part(0))
          .rows(
              new Rowwise(
                  "normalized_shape",
                  Map.of(),
                  NormOps::normalizedRow,
                  NormOps::normalizedRowGradients));

  /** As {@link #LAYER_NORM}, with mean and {@code 1 / √(variance + eps)}, of sizes 1 at the end. */
  public static final Op NATIVE_LAYER_NORM =
      op("aten::native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight,"
              + " Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)")
          .shape(WindowShapes::layerNorm)
          .reference(NormReference::layerNorm)
          .gradients(
              List.of("input", "weight", "bias"),
              g ->
                  parts(
                      call(
                          "cresset::layer_norm_backward",
                          g.dy(0),
                          g.in("input"),
                          g.in("normalized_shape"),
                          g.y(1),
                          g.y(2),
                          g.in("weight"),
                          g.in("eps"))));

  /** The gradients of input, weight and bias; the last two also without weight. */
  public static final Op LAYER_NORM_BACKWARD =
      op("cresset::layer_norm_backward(Tensor dy, Tensor input, int[] normalized_shape,"
              + " Tensor mean, Tensor rstd, Tensor? weight, float eps)"
              + " -> (Tensor, Tensor, Tensor)")
          .recordedAsAll(NormOps::layerNormBackward);

  /** Normalised by sample and group of channels. */
  public static final Op GROUP_NORM =
      op("aten::group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None,"
              + " float eps=1e-05, bool cudnn_enabled=True) -> Tensor")
          .composed(NormOps::groupNorm);

  /**
   * {@code x / (k + alpha m)^beta}, where m is the mean square over {@code size} channels around
   * each. Python composes it in PyTorch.
   */
  public static final Op LOCAL_RESPONSE_NORM =
      op("cresset::local_response_norm(Tensor input, int size, float alpha=0.0001,"
              + " float beta=0.75, float k=1.0) -> Tensor")
          .composed(NormOps::localResponseNorm);

  /** The sum over all dimensions but {@code dim}: one element per channel. */
  public static final Op SUM_CHANNELS =
      op("cresset::sum_channels(Tensor self, int dim) -> Tensor")
          .reference(SizeReference::sumChannels)
          .gradient(
              "self",
              g -> call("cresset::expand_channels", g.dy(), g.in("self"), g.in("dim"), 0.0));

  /**
   * One element per channel, expanded to the size of {@code like}, of which {@code dim} are the
   * channels; the number {@code otherwise} if there is none.
   */
  public static final Op EXPAND_CHANNELS =
      op("cresset::expand_channels(Tensor? self, Tensor like, int dim, float otherwise) -> Tensor")
          .gradient("self", g -> call("cresset::sum_channels", g.dy(), g.in("dim")));

  /** {@code self}, or if there is none a number in the dtype of {@code like}. */
  public static final Op TENSOR_OR =
      op("cresset::tensor_or(Tensor(a)? self, Tensor like, float otherwise) -> Tensor(a)")
          .reference(FactoryReference::tensorOr)
          .gradient("self", GradientScope::dy);

  /** Which dimension of a convolution's result its channels are, from the filters' sizes. */
  public static final Op CHANNEL_DIM = op("cresset::channel_dim(int[] weight_size) -> int");

  /** The dimensions from the end that {@code normalized_shape} names. */
  public static final Op TRAILING_DIMS =
      op("cresset::trailing_dims(int[] shape) -> int[]").reference(SizeReference::trailingDims);

  static final List<Op> ALL =
      List.of(
          BATCH_NORM,
          BATCH_NORM_WITH_STATS,
          BATCH_NORM_BACKWARD,
          LAYER_NORM,
          NATIVE_LAYER_NORM,
          LAYER_NORM_BACKWARD,
          GROUP_NORM,
          LOCAL_RESPONSE_NORM,
          SUM_CHANNELS,
          EXPAND_CHANNELS,
          TENSOR_OR,
          CHANNEL_DIM,
          TRAILING_DIMS);

  private NormOps() {}

  private static List<Term> parts(Term three) {
    return List.of(three.part(0), three.part(1), three.part(2));
  }

  /** In training mean and deviation follow the input, so they are computed from it again. */
  private static List<Term> batchNormBackward(ArgumentScope x) {
    Term input = x.in("input");
    Term count = call("aten::floordiv.int", x.numel("input"), x.size("input", 1));
    Term ownMean = meanOfChannels(input, input, count);
    Term centred = call("aten::sub.Tensor", input, ownMean);
    Term variance = meanOfChannels(call("aten::mul.Tensor", centred, centred), input, count);
    Term ownInvstd = call("aten::rsqrt", call("aten::add.Scalar", variance, x.in("eps")));
    Term training = x.in("training");
    Term mean = Term.choice(training, ownMean, channels(x.in("mean"), input, 0));
    Term invstd = Term.choice(training, ownInvstd, channels(x.in("invstd"), input, 1));
    Term normal = call("aten::mul.Tensor", call("aten::sub.Tensor", input, mean), invstd);
    Term weighted = call("aten::mul.Tensor", x.in("dy"), channels(x.in("weight"), input, 1));
    Term dnormal =
        Term.choice(
            training,
            free(
                weighted,
                meanOfChannels(weighted, input, count),
                normal,
                meanOfChannels(call("aten::mul.Tensor", weighted, normal), input, count)),
            weighted);
    return List.of(
        call("aten::mul.Tensor", dnormal, invstd),
        call("cresset::sum_channels", call("aten::mul.Tensor", x.in("dy"), normal), 1),
        call("cresset::sum_channels", x.in("dy"), 1));
  }

  private static Term meanOfChannels(Term of, Term like, Term count) {
    Term sum = call("cresset::sum_channels", of, 1);
    return channels(call("aten::div.Scalar", sum, count), like, 0);
  }

  private static Term channels(Term perChannel, Term like, int otherwise) {
    return call("cresset::expand_channels", perChannel, like, 1, (double) otherwise);
  }

  /** What is left of a gradient when mean and variance are held: {@code dy − m − x̂ p}. */
  private static Term free(Term dy, Term mean, Term normal, Term product) {
    return call(
        "aten::sub.Tensor",
        call("aten::sub.Tensor", dy, mean),
        call("aten::mul.Tensor", normal, product));
  }

  private static List<Term> layerNormBackward(ArgumentScope x) {
    Term dims = call("cresset::trailing_dims", x.in("normalized_shape"));
    Term input = x.in("input");
    Term centred = call("aten::sub.Tensor", input, mean(input, dims));
    Term variance = mean(call("aten::mul.Tensor", centred, centred), dims);
    Term rstd = call("aten::rsqrt", call("aten::add.Scalar", variance, x.in("eps")));
    Term normal = call("aten::mul.Tensor", centred, rstd);
    Term weight = call("cresset::tensor_or", x.in("weight"), input, 1.0);
    Term weighted = call("aten::mul.Tensor", x.in("dy"), weight);
    Term product = mean(call("aten::mul.Tensor", weighted, normal), dims);
    Term dnormal = free(weighted, mean(weighted, dims), normal, product);
    return List.of(
        call("aten::mul.Tensor", dnormal, rstd),
        call(
            "cresset::sum_to",
            call("aten::mul.Tensor", x.in("dy"), normal),
            x.in("normalized_shape")),
        call("cresset::sum_to", x.in("dy"), x.in("normalized_shape")));
  }

  private static Term mean(Term of, Term dims) {
    return call("aten::mean.dim", of, dims, true);
  }

  private static Term localResponseNorm(ArgumentScope x) {
    Term input = x.in("input");
    Term size = x.in("size");
    Term squares = call("aten::flatten.using_ints", call("aten::mul.Tensor", input, input), 2, -1);
    Term before = call("aten::floordiv.int", size, 2);
    Term behind = call("aten::floordiv.int", call("aten::sub.int", size, 1), 2);
    Term around = Term.list(Term.of(0), Term.of(0), before, behind);
    Term padded = call("aten::constant_pad_nd", call("aten::unsqueeze", squares, 1), around, 0);
    Term means = call("aten::avg_pool2d", padded, Term.list(size, Term.of(1)), List.of(1L, 1L));
    Term back = call("aten::reshape", means, x.sizes("input"));
    Term scaled =
        call("aten::add.Scalar", call("aten::mul.Scalar", back, x.in("alpha")), x.in("k"));
    return call("aten::div.Tensor", input, call("aten::pow.Tensor_Scalar", scaled, x.in("beta")));
  }

  private static Term groupNorm(ArgumentScope x) {
    Term input = x.in("input");
    Term rows = // at least 1, since there may be no samples
        call("prim::max.int", call("aten::mul.int", x.size("input", 0), x.in("num_groups")), 1);
    Term groups =
        call(
            "aten::reshape",
            input,
            Term.list(
                x.size("input", 0),
                x.in("num_groups"),
                call("aten::floordiv.int", x.numel("input"), rows)));
    Term length = Term.list(call("aten::size.int", groups, 2));
    Term normal = call("aten::native_layer_norm", groups, length, null, null, x.in("eps")).part(0);
    Term back = call("aten::reshape", normal, x.sizes("input"));
    return call(
        "aten::add.Tensor",
        call("aten::mul.Tensor", back, channels(x.in("weight"), back, 1)),
        channels(x.in("bias"), back, 0));
  }

  private static Scalar normalizedRow(@Nullable Scalar[] in) {
    Scalar y = centred(in).mul(scaleOfRow(in));
    Scalar scaled = in[2] == null ? y : y.mul(in[2]);
    return in[3] == null ? scaled : scaled.add(in[3]);
  }

  private static List<Scalar> normalizedRowGradients(@Nullable Scalar[] in, Scalar y, Scalar dy) {
    Scalar scale = scaleOfRow(in);
    Scalar normal = centred(in).mul(scale);
    Scalar d = in[2] == null ? dy : dy.mul(in[2]);
    Scalar along = normal.mul(d.mul(normal).rowMean());
    return List.of(d.sub(d.rowMean()).sub(along).mul(scale), dy.mul(normal), dy);
  }

  private static Scalar centred(@Nullable Scalar[] in) {
    Scalar x = Objects.requireNonNull(in[0]);
    return x.sub(x.rowMean());
  }

  private static Scalar scaleOfRow(@Nullable Scalar[] in) {
    Scalar eps = Objects.requireNonNull(in[4]);
    return Scalar.constant(1).div(centred(in).square().rowMean().add(eps).sqrt());
  }
}

package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that draw numbers. Their order is part of a program's meaning. */
public final class RandomOps {
  private static final String OPTIONS =
      ", *, ScalarType? dtype=None, Layout? layout=None, Device? device=None,"
          + " bool? pin_memory=None) -> Tensor";
  private static final String WHOLE =
      ", *, ScalarType? dtype=4, Layout? layout=None, Device? device=None,"
          + " bool? pin_memory=None) -> Tensor";
  private static final String LIKE =
      ", *, ScalarType? dtype=None, Layout? layout=None, Device? device=None,"
          + " bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor";

  /** Evenly from 0 to 1. */
  public static final Op RAND =
      op("aten::rand(SymInt[] size" + OPTIONS).shape(ShapeRules.named("size")).random();

  /** As {@link #RAND}, as large as {@code self}. */
  public static final Op RAND_LIKE =
      op("aten::rand_like(Tensor self" + LIKE).shape(ShapeRules.sameAs("self")).random();

  /** Normally, of mean 0 and deviation 1. */
  public static final Op RANDN =
      op("aten::randn(SymInt[] size" + OPTIONS).shape(ShapeRules.named("size")).random();

  /** As {@link #RANDN}, as large as {@code self}. */
  public static final Op RANDN_LIKE =
      op("aten::randn_like(Tensor self" + LIKE).shape(ShapeRules.sameAs("self")).random();

  /** Whole numbers from 0 to below {@code high}. */
  public static final Op RANDINT =
      op("aten::randint(int high, SymInt[] size" + WHOLE).shape(ShapeRules.named("size")).random();

  /** Whole numbers from {@code low} to below {@code high}. */
  public static final Op RANDINT_LOW =
      op("aten::randint.low(int low, int high, SymInt[] size" + WHOLE)
          .shape(ShapeRules.named("size"))
          .random();

  /** The numbers from 0 to below {@code n} in any order. */
  public static final Op RANDPERM = op("aten::randperm(int n" + WHOLE).random();

  /** As {@link #RANDPERM}, from a generator of one's own. */
  public static final Op RANDPERM_GENERATOR =
      op("aten::randperm.generator(int n, *, Generator? generator, ScalarType? dtype=4,"
              + " Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor")
          .random();

  /** Evenly from {@code from} to {@code to}, as large as {@code self}. */
  public static final Op UNIFORM =
      op("aten::uniform(Tensor self, float from=0, float to=1, *, Generator? generator=None)"
              + " -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .random()
          .withInPlace();

  /** Normally, as large as {@code self}. PyTorch's functional form has another name. */
  public static final Op NORMAL =
      op("cresset::normal(Tensor self, float mean=0, float std=1, *, Generator? generator=None)"
              + " -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .random()
          .withInPlace(
              "aten::normal_(Tensor(a!) self, float mean=0, float std=1, *,"
                  + " Generator? generator=None) -> Tensor(a!)");

  /** 1 with the probability that each element gives, else 0. */
  public static final Op BERNOULLI =
      op("aten::bernoulli(Tensor self, *, Generator? generator=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .random();

  /** 1 with probability {@code p}, else 0, as large as {@code self}. */
  public static final Op BERNOULLI_P =
      op("aten::bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .random()
          .withInPlace(
              "aten::bernoulli_.float(Tensor(a!) self, float p=0.5, *,"
                  + " Generator? generator=None) -> Tensor(a!)");

  /**
   * In training, elements 0 with probability {@code p}, and the others divided by {@code 1 − p}.
   */
  public static final Op DROPOUT =
      op("aten::dropout(Tensor input, float p, bool train) -> Tensor")
          .composed(x -> masked(x, "cresset::dropout_mask"))
          .random()
          .withInPlace("aten::dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)");

  /** As {@link #DROPOUT}, of whole channels. */
  public static final Op FEATURE_DROPOUT =
      op("aten::feature_dropout(Tensor input, float p, bool train) -> Tensor")
          .composed(x -> masked(x, "cresset::feature_dropout_mask"))
          .random()
          .withInPlace(
              "aten::feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)");

  /** What {@link #DROPOUT} multiplies by: 0, or {@code 1 / (1 − p)}. */
  public static final Op DROPOUT_MASK =
      op("cresset::dropout_mask(Tensor input, float p) -> Tensor")
          .shape(ShapeRules.sameAs("input"))
          .random();

  /** What {@link #FEATURE_DROPOUT} multiplies by, of sizes 1 behind the channels. */
  public static final Op FEATURE_DROPOUT_MASK =
      op("cresset::feature_dropout_mask(Tensor input, float p) -> Tensor").random();

  static final List<Op> ALL =
      List.of(
          RAND,
          RAND_LIKE,
          RANDN,
          RANDN_LIKE,
          RANDINT,
          RANDINT_LOW,
          RANDPERM,
          RANDPERM_GENERATOR,
          UNIFORM,
          NORMAL,
          BERNOULLI,
          BERNOULLI_P,
          DROPOUT,
          FEATURE_DROPOUT,
          DROPOUT_MASK,
          FEATURE_DROPOUT_MASK);

  private RandomOps() {}

  private static Term masked(ArgumentScope x, String mask) {
    Term factors = call(mask, x.in("input"), x.in("p"));
    return Term.choice(
        x.in("train"), call("aten::mul.Tensor", x.in("input"), factors), x.in("input"));
  }
}

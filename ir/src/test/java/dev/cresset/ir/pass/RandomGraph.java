package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Writes a graph by chance: elementwise ops, views, reductions, writes in place, lists, tuples,
 * branches and loops, on values whose sizes are known, so that it always runs.
 */
final class RandomGraph {

  /** A tensor and its sizes. */
  private record Known(Value value, long[] sizes) {}

  private static final List<String> UNARY =
      List.of("relu", "neg", "abs", "tanh", "sigmoid", "exp", "sin", "cos");
  private static final List<String> BINARY =
      List.of("add.Tensor", "sub.Tensor", "mul.Tensor", "max.other");
  private static final List<String> WITH_NUMBER = List.of("add.Scalar", "sub.Scalar", "mul.Scalar");
  private static final List<String> WHOLE = List.of("add.int", "sub.int", "mul.int");

  private final Random random;
  private GraphBuilder builder = new GraphBuilder();
  private List<Known> tensors = new ArrayList<>();
  private List<Value> ints = new ArrayList<>();
  private List<Value> bools = new ArrayList<>();
  private int depth;
  private boolean sized;

  private RandomGraph(long seed) {
    random = new Random(seed);
  }

  /** The graph of this seed. */
  static Graph of(long seed) {
    return new RandomGraph(seed).graph();
  }

  /** As {@link #of}, with the sizes of the inputs in their types. */
  static Graph sized(long seed) {
    RandomGraph made = new RandomGraph(seed);
    made.sized = true;
    return made.graph();
  }

  private Type tensor(Long... sizes) {
    return sized ? Type.Tensor.of(DType.F32, List.of(sizes)) : Type.TENSOR;
  }

  /** Values for the inputs of any of them. */
  static List<Object> inputs(long seed) {
    Random random = new Random(seed);
    return List.of(
        array(random, 2, 3),
        array(random, 3),
        array(random, 2, 1),
        (long) random.nextInt(4),
        random.nextBoolean(),
        new ArrayList<Object>(List.of(1L, 2L)));
  }

  private static NdArray array(Random random, long... sizes) {
    return NdArray.of(
        DType.F32,
        sizes,
        random
            .doubles(NdArray.count(sizes), -2, 2)
            .map(v -> Math.abs(v) < 0.2 ? -0.0 : v)
            .toArray());
  }

  private Graph graph() {
    tensors.add(new Known(builder.input("x", tensor(2L, 3L)), new long[] {2, 3}));
    tensors.add(new Known(builder.input("y", tensor(3L)), new long[] {3}));
    tensors.add(new Known(builder.input("z", tensor(2L, 1L)), new long[] {2, 1}));
    ints.add(builder.input("n", Type.INT));
    bools.add(builder.input("b", Type.BOOL));
    Value all = builder.input("all", Type.INT.list());
    steps(5 + random.nextInt(20));
    if (random.nextBoolean()) {
      call("aten::append.t", all, pick(ints));
      ints.add(call("aten::len.t", all));
    }
    List<Value> outputs = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      outputs.add(
          tensors.get(tensors.size() - 1 - random.nextInt(Math.min(4, tensors.size()))).value());
    }
    outputs.add(pick(ints));
    return builder.graph(outputs);
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> unary(pick(tensors));
      case 4, 5, 6, 7 -> binary();
      case 8 -> withNumber();
      case 9 -> twice();
      case 10 -> whole();
      case 11, 12 -> view();
      case 13 -> reduction();
      case 14 -> write();
      case 15, 16 -> branch();
      case 17 -> loop();
      case 18 -> tuple();
      default -> list();
    }
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Known add(Value value, long... sizes) {
    Known known = new Known(value, sizes);
    tensors.add(known);
    return known;
  }

  private Known unary(Known of) {
    return add(call("aten::" + pick(UNARY), of.value()), of.sizes());
  }

  private void binary() {
    Known a = pick(tensors);
    Known b = pick(tensors);
    try {
      long[] sizes = NdArray.broadcast(a.sizes(), b.sizes());
      add(call("aten::" + pick(BINARY), a.value(), b.value()), sizes);
    } catch (IllegalArgumentException theyDoNotBroadcast) {
      unary(a);
    }
  }

  private void withNumber() {
    Known of = pick(tensors);
    Value number = random.nextBoolean() ? number() : pick(ints);
    add(call("aten::" + pick(WITH_NUMBER), of.value(), number), of.sizes());
  }

  private Value number() {
    return random.nextBoolean()
        ? builder.constant((double) random.nextInt(3))
        : builder.constant((long) random.nextInt(3));
  }

  /** The same op on the same twice, or undone. */
  private void twice() {
    Known of = pick(tensors);
    String op = "aten::" + pick(UNARY);
    Value first = call(op, of.value());
    Value second = call(op, random.nextBoolean() ? of.value() : first);
    add(call("aten::add.Tensor", first, second), of.sizes());
    add(first, of.sizes());
    add(second, of.sizes());
  }

  private void whole() {
    Value a = random.nextBoolean() ? pick(ints) : builder.constant((long) random.nextInt(5));
    Value b = random.nextBoolean() ? pick(ints) : builder.constant((long) random.nextInt(5));
    ints.add(call("aten::" + pick(WHOLE), a, b));
    bools.add(call("aten::lt.int", a, b));
  }

  private void view() {
    Known of = pick(tensors);
    int rank = of.sizes().length;
    switch (random.nextInt(4)) {
      case 0 -> {
        long[] turned = of.sizes().clone();
        if (rank == 2) {
          turned = new long[] {turned[1], turned[0]};
        }
        if (rank <= 2) {
          add(call("aten::t", of.value()), turned);
        }
      }
      case 1 -> {
        if (rank < 4) {
          long[] more = new long[rank + 1];
          System.arraycopy(of.sizes(), 0, more, 1, rank);
          more[0] = 1;
          add(call("aten::unsqueeze", of.value(), builder.constant(0L)), more);
        }
      }
      case 2 -> {
        if (rank > 0) {
          Value zero = builder.constant(0L);
          long[] fewer = Arrays.copyOfRange(of.sizes(), 1, rank);
          add(call("aten::select.int", of.value(), zero, zero), fewer);
        }
      }
      default -> {
        Value flat = builder.constant(List.of(-1L), Type.INT.list());
        add(call("aten::reshape", of.value(), flat), NdArray.count(of.sizes()));
      }
    }
  }

  private void reduction() {
    Known of = pick(tensors);
    if (of.sizes().length > 0) {
      Value last = builder.constant(List.of(-1L), Type.INT.list());
      long[] kept = of.sizes().clone();
      kept[kept.length - 1] = 1;
      add(call("aten::sum.dim_IntList", of.value(), last, builder.constant(true)), kept);
    }
  }

  /** A write in place: to a copy, or to whatever it is, inputs and views included. */
  private void write() {
    Known of = pick(tensors);
    Value target = random.nextBoolean() ? call("aten::clone", of.value()) : of.value();
    Known with = pick(tensors);
    if (random.nextInt(3) == 0) { // what a law would make the tensor itself
      target = call("aten::neg", call("aten::neg", target));
    }
    boolean fits = Arrays.equals(with.sizes(), of.sizes()) && random.nextBoolean();
    Value given =
        fits
            ? call("aten::add_.Tensor", target, with.value())
            : call(random.nextBoolean() ? "aten::relu_" : "aten::neg_", target);
    if (random.nextBoolean()) {
      add(target, of.sizes());
    }
    if (random.nextBoolean()) {
      add(given, of.sizes());
    }
  }

  private void branch() {
    if (depth == 2) {
      return;
    }
    Known like = pick(tensors);
    Value condition = random.nextInt(3) == 0 ? builder.constant(random.nextBoolean()) : pick(bools);
    Block then = side(like);
    Block otherwise = side(like);
    List<Value> made =
        builder
            .node(Kinds.IF)
            .inputs(condition)
            .block(then)
            .block(otherwise)
            .outputs(List.of(Type.TENSOR, Type.INT));
    add(made.get(0), like.sizes());
    ints.add(made.get(1));
  }

  /** A block that gives a tensor of the sizes of {@code like}, and an int. */
  private Block side(Known like) {
    return inner(
        () -> {
          steps(random.nextInt(5));
          return List.of(alike(like).value(), pick(ints));
        });
  }

  private Known alike(Known like) {
    List<Known> same =
        tensors.stream().filter(each -> Arrays.equals(each.sizes(), like.sizes())).toList();
    return random.nextBoolean() ? pick(same) : unary(pick(same));
  }

  private Block inner(Supplier<List<Value>> body) {
    GraphBuilder outer = builder;
    List<Known> outerTensors = tensors;
    List<Value> outerInts = ints;
    List<Value> outerBools = bools;
    builder = outer.inner();
    tensors = new ArrayList<>(outerTensors);
    ints = new ArrayList<>(outerInts);
    bools = new ArrayList<>(outerBools);
    depth++;
    Block made = builder.block(body.get());
    depth--;
    builder = outer;
    tensors = outerTensors;
    ints = outerInts;
    bools = outerBools;
    return made;
  }

  private void loop() {
    if (depth == 2) {
      return;
    }
    Known first = pick(tensors);
    Known second = pick(tensors);
    Value count =
        random.nextInt(3) == 0
            ? builder.constant((long) random.nextInt(3))
            : call("prim::min.int", pick(ints), builder.constant(3L));
    Block body =
        inner(
            () -> {
              ints.add(builder.input("i", Type.INT));
              Known a = add(builder.input("a", Type.TENSOR), first.sizes());
              Known b = add(builder.input("c", Type.TENSOR), second.sizes());
              steps(random.nextInt(5));
              Value on = random.nextBoolean() ? builder.constant(true) : pick(bools);
              return List.of(on, alike(a).value(), alike(b).value());
            });
    List<Value> made =
        builder
            .node(Kinds.LOOP)
            .inputs(count, builder.constant(true), first.value(), second.value())
            .block(body)
            .outputs(List.of(Type.TENSOR, Type.TENSOR));
    add(made.get(0), first.sizes());
    add(made.get(1), second.sizes());
  }

  /** A tuple that comes out of a branch and is taken apart. */
  private void tuple() {
    Known first = pick(tensors);
    Known second = pick(tensors);
    Type type = new Type.Tuple(List.of(Type.TENSOR, Type.TENSOR));
    Value made = builder.call(Kinds.TUPLE_CONSTRUCT, type, first.value(), second.value());
    if (depth < 2 && random.nextBoolean()) {
      Value kept = made;
      Block then = inner(() -> List.of(kept));
      Block otherwise =
          inner(
              () ->
                  List.of(
                      builder.call(
                          Kinds.TUPLE_CONSTRUCT, type, alike(first).value(), second.value())));
      made = builder.node(Kinds.IF).inputs(pick(bools)).block(then).block(otherwise).output(type);
    }
    List<Value> parts =
        builder.node(Kinds.TUPLE_UNPACK).inputs(made).outputs(List.of(Type.TENSOR, Type.TENSOR));
    add(parts.get(0), first.sizes());
    add(parts.get(1), second.sizes());
  }

  /** Tensors in a list, one of them taken out again. */
  private void list() {
    Known of = pick(tensors);
    Value list =
        builder.call(Kinds.LIST_CONSTRUCT, Type.TENSOR.list(), of.value(), alike(of).value());
    if (random.nextBoolean()) {
      call("aten::append.t", list, unary(of).value());
    }
    if (random.nextBoolean()) {
      add(
          builder
              .node("aten::__getitem__")
              .overload("t")
              .inputs(list, builder.constant(1L))
              .output(Type.TENSOR),
          of.sizes());
    }
    ints.add(call("aten::len.t", list));
  }

  /** Calls an op; arguments left out have the schema's defaults. */
  private Value call(String name, Value... given) {
    Op op = OpTable.get(name);
    List<Value> in = new ArrayList<>(List.of(given));
    List<Argument> arguments = op.schema().arguments();
    for (int i = given.length; i < arguments.size(); i++) {
      Object value = arguments.get(i).defaultValue();
      in.add(
          value == None.NONE
              ? builder.constant(value)
              : builder.constant(value, arguments.get(i).type().inGraph()));
    }
    Type type = op.schema().returns().get(0).type().inGraph();
    boolean sameList = type instanceof Type.ListOf;
    return builder
        .node(op.schema().name())
        .overload(op.schema().overload())
        .inputs(in)
        .output(sameList ? given[0].type() : type);
  }
}

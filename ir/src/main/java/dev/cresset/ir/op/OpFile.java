package dev.cresset.ir.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One file of ops, whose ops are made when they are first asked for. */
final class OpFile {
  private final String name;
  private final @Nullable String family;
  private final @Nullable String forward;
  private final Supplier<List<Op>> declared;
  private @Nullable Map<String, Op> ops;

  /**
   * A file.
   *
   * @param name what stands before {@code Ops} in the name of the class
   * @param family the class of eager Java in the runtime, {@code Matrix}; null if there is none
   * @param declared the ops that the class declares
   */
  OpFile(String name, @Nullable String family, Supplier<List<Op>> declared) {
    this(name, family, family, declared);
  }

  /**
   * A file whose forwards stand apart from those of its family.
   *
   * @param forward what stands before {@code Forward} in the name of the class that computes
   */
  OpFile(
      String name, @Nullable String family, @Nullable String forward, Supplier<List<Op>> declared) {
    this.name = name;
    this.family = family;
    this.forward = forward;
    this.declared = declared;
  }

  String name() {
    return name;
  }

  @Nullable String family() {
    return family;
  }

  @Nullable String forward() {
    return forward;
  }

  /** Its ops by their qualified names, in order, each followed by its in-place twin. */
  synchronized Map<String, Op> ops() {
    Map<String, Op> all = ops;
    if (all == null) {
      all = new LinkedHashMap<>();
      for (Op op : declared.get()) {
        all.put(op.name(), op);
        Op twin = op.inPlace();
        if (twin != null) {
          all.put(twin.name(), twin);
        }
      }
      ops = Collections.unmodifiableMap(all);
    }
    return all;
  }
}

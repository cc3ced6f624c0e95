package dev.cresset.ir.shape;

import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the arguments of one call: of a tensor its {@link Sizes}, of an int a {@link
 * Size}, of a list a list of these, of all else the value itself; null where nothing is known.
 */
public final class ShapeScope {
  private final Schema schema;
  private final List<@Nullable Object> facts;
  private final List<@Nullable String> names;

  /** What is known of each argument, in order. */
  public ShapeScope(Schema schema, List<? extends @Nullable Object> facts) {
    this(schema, facts, Collections.nCopies(facts.size(), null));
  }

  /** What is known of each argument, in order, and what the user calls it; null for no name. */
  public ShapeScope(
      Schema schema, List<? extends @Nullable Object> facts, List<@Nullable String> names) {
    this.schema = schema;
    this.facts = Collections.unmodifiableList(new ArrayList<>(facts));
    this.names = names;
  }

  /** What the user calls argument number {@code index}, or else the op. */
  public String name(int index) {
    String name = names.get(index);
    return name == null ? schema.arguments().get(index).name() : name;
  }

  /** What the user calls the argument {@code name}, or else the op. */
  public String name(String name) {
    return name(schema.indexOf(name));
  }

  /** The op that is called. */
  public Schema schema() {
    return schema;
  }

  private @Nullable Object fact(String name) {
    int index = schema.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(schema + " has no argument '" + name + "'");
    }
    return facts.get(index);
  }

  /** What is known of argument number {@code index}; of a tensor its sizes, if all are there. */
  public @Nullable Object fact(int index) {
    Object fact = facts.get(index);
    return fact instanceof Sizes || fact instanceof TensorFact ? closed(fact) : fact;
  }

  /** All that is known of argument number {@code index}. */
  public @Nullable Object raw(int index) {
    return facts.get(index);
  }

  private static @Nullable Sizes any(@Nullable Object fact) {
    return fact instanceof TensorFact tensor
        ? tensor.sizes()
        : fact instanceof Sizes sizes ? sizes : null;
  }

  private static @Nullable Sizes closed(@Nullable Object fact) {
    Sizes sizes = any(fact);
    return sizes == null || sizes.open() ? null : sizes;
  }

  /** Whether the argument is None for sure. */
  public boolean isNone(String name) {
    return fact(name) == None.NONE;
  }

  /** The sizes of a tensor, or null. */
  public @Nullable Sizes sizes(String name) {
    return closed(fact(name));
  }

  /** The sizes of a tensor, or its last ones, or null. */
  public @Nullable Sizes lastSizes(String name) {
    return any(fact(name));
  }

  /** The dtype of a tensor, or null. */
  public @Nullable DType dtype(String name) {
    return fact(name) instanceof TensorFact tensor ? tensor.dtype() : null;
  }

  /** The sizes of a list's tensors, null for one of which nothing is known; null for the list. */
  public @Nullable List<@Nullable Sizes> all(String name) {
    if (!(fact(name) instanceof List<?> list)) {
      return null;
    }
    List<@Nullable Sizes> all = new ArrayList<>();
    list.forEach(each -> all.add(closed(each)));
    return all;
  }

  /** An int, as far as it is known. */
  public Size size(String name) {
    return fact(name) instanceof Size size ? size : Size.UNKNOWN;
  }

  /** An int if it is known, else null. */
  public @Nullable Long integer(String name) {
    return size(name).known();
  }

  /** A list of ints; null if not even its length is known. An int stands for a list of one. */
  public @Nullable List<Size> list(String name) {
    if (fact(name) instanceof Size one) {
      return List.of(one);
    }
    if (!(fact(name) instanceof List<?> list)) {
      return null;
    }
    List<Size> all = new ArrayList<>();
    list.forEach(each -> all.add(each instanceof Size size ? size : Size.UNKNOWN));
    return all;
  }

  /** A list of ints if all of them are known, else null. */
  public long @Nullable [] integers(String name) {
    List<Size> list = list(name);
    if (list == null || !list.stream().allMatch(Size.Known.class::isInstance)) {
      return null;
    }
    return list.stream().mapToLong(size -> ((Size.Known) size).value()).toArray();
  }

  /** A flag; null if it is not known. */
  public @Nullable Boolean flag(String name) {
    return fact(name) instanceof Boolean flag ? flag : null;
  }
}

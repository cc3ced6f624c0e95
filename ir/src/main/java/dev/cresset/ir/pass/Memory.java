package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values may share memory. Values that may be the same thing stand for one {@link Place}; a
 * place that holds others (a list its elements) has one place for all it holds. What comes from
 * outside of the graph is one place a type, as any two inputs may be the same tensor.
 */
final class Memory {

  /** Memory that values may share. */
  static final class Place {
    private @Nullable Place same;
    private @Nullable Place held;
    private boolean outside;

    private Place() {}
  }

  private final Map<Value, Place> places = new HashMap<>();
  private final Map<Type, Place> outside = new HashMap<>();

  /** Whether values of this type can be written to, so that it matters who shares them. */
  static boolean isWritable(Type type) {
    if (type instanceof Type.OptionalOf option) {
      return isWritable(option.element());
    } else if (type instanceof Type.Tuple tuple) {
      return tuple.elements().stream().anyMatch(Memory::isWritable);
    } else if (type instanceof Type.NamedTuple tuple) {
      return tuple.fields().stream().anyMatch(field -> isWritable(field.type()));
    }
    return !type.isNumber()
        && type != Type.STR
        && type != Type.NONE
        && type != Type.Atom.DEVICE
        && type != Type.Atom.FUNCTION;
  }

  /** A place that no value lies at. */
  static Place fresh() {
    return new Place();
  }

  /** Where {@code value} lies; null if it cannot be written to. */
  @Nullable Place of(Value value) {
    return isWritable(value.type())
        ? find(places.computeIfAbsent(value, made -> new Place()))
        : null;
  }

  /** Where things of this type lie that come from outside. */
  Place outside(Type type) {
    Type kind = type instanceof Type.OptionalOf option ? option.element() : type;
    Place place =
        outside.computeIfAbsent(
            kind.isTensor() ? Type.TENSOR : kind,
            made -> {
              Place fresh = new Place();
              fresh.outside = true;
              return fresh;
            });
    if (kind instanceof Type.ListOf list && isWritable(list.element())) {
      join(held(place), outside(list.element()));
    } else if (kind instanceof Type.Tuple tuple) {
      tuple.elements().stream()
          .filter(Memory::isWritable)
          .forEach(element -> join(held(place), outside(element)));
    } else if (kind instanceof Type.NamedTuple tuple) {
      tuple.fields().stream()
          .filter(field -> isWritable(field.type()))
          .forEach(field -> join(held(place), outside(field.type())));
    } else if (kind instanceof Type.Dict dict && isWritable(dict.value())) {
      join(held(place), outside(dict.value()));
    }
    return find(place);
  }

  /** {@code value} may be anything that comes from outside. */
  void fromOutside(Value value) {
    Place place = of(value);
    if (place != null) {
      join(place, outside(value.type()));
    }
  }

  /** The two may be the same. */
  void join(Value a, Value b) {
    Place first = of(a);
    Place second = of(b);
    if (first != null && second != null) {
      join(first, second);
    }
  }

  /** {@code holder} may hold {@code element}. */
  void hold(Value holder, Value element) {
    Place outer = of(holder);
    Place inner = of(element);
    if (outer != null && inner != null) {
      join(held(outer), inner);
    }
  }

  /** The two may be the same. */
  void join(Place a, Place b) {
    Place first = find(a);
    Place second = find(b);
    if (first == second) {
      return;
    }
    second.same = first;
    first.outside |= second.outside;
    Place mine = first.held;
    if (mine == null) {
      first.held = second.held;
    } else if (second.held != null) {
      join(mine, second.held);
    }
  }

  /** Where all that lies that {@code place} holds. */
  Place held(Place place) {
    Place holder = find(place);
    Place held = holder.held;
    if (held == null) {
      held = new Place();
      holder.held = held;
    }
    return find(held);
  }

  private static Place find(Place place) {
    Place at = place;
    while (at.same != null) {
      at = at.same;
    }
    return at;
  }

  /** The place of {@code value} and all that it holds, directly or not. */
  Set<Place> reach(Value value) {
    Place at = of(value);
    if (at == null) {
      return Set.of();
    } else if (at.held == null) {
      return Set.of(at);
    }
    Set<Place> all = new HashSet<>();
    while (at != null && all.add(at)) {
      at = at.held == null ? null : find(at.held);
    }
    return all;
  }

  /** Whether what lies there may be known outside of the graph while it runs. */
  static boolean isOutside(Place place) {
    return find(place).outside;
  }

  /** All places that may be known outside of the graph while it runs. */
  Set<Place> allOutside() {
    Set<Place> all = new HashSet<>();
    places.values().forEach(place -> all.add(find(place)));
    outside.values().forEach(place -> all.add(find(place)));
    all.removeIf(place -> !place.outside);
    return all;
  }
}

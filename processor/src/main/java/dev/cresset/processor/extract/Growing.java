package dev.cresset.processor.extract;

import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that a constructor fills, or a container of modules. */
final class Growing {
  private final String className;
  private final List<Object> elements = new ArrayList<>();
  private @Nullable Object each;
  private boolean lost;

  /**
   * An empty one.
   *
   * @param className of a container of modules; empty for a list of Java
   */
  Growing(String className) {
    this.className = className;
  }

  String className() {
    return className;
  }

  void add(Object element) {
    lost |= each != null;
    elements.add(element);
  }

  /** Adds any number of elements like this one. */
  void addSome(Object element) {
    lost |= !elements.isEmpty();
    Object known = each == null ? element : Facts.joined(each, element);
    each = Facts.orUnknown(known);
  }

  /** Adds what another list holds. */
  void addAll(Object other) {
    if (other instanceof Growing growing) {
      lost |= growing.lost || growing.each != null;
      elements.addAll(growing.elements);
    } else if (other instanceof List<?> list) {
      list.forEach(element -> add(Facts.orUnknown(element)));
    } else {
      lost = true;
    }
  }

  /** Forgets what it holds, since something unknown was done to it. */
  void lose() {
    lost = true;
  }

  Object get(Object index) {
    Long at = index instanceof Size size ? size.known() : null;
    return at != null && !lost && each == null && at >= 0 && at < elements.size()
        ? elements.get(at.intValue())
        : Size.UNKNOWN;
  }

  Object size() {
    return lost || each != null ? Size.UNKNOWN : Size.of(elements.size());
  }

  /** The elements in order; null if they are not all known. */
  @Nullable List<Object> elements() {
    return lost || each != null ? null : elements;
  }

  /** What is known of it when all has been added. */
  Object fact() {
    if (lost) {
      return Size.UNKNOWN;
    } else if (each != null) {
      return className.isEmpty() ? Size.UNKNOWN : new Made.Repeated(className, fact(each));
    }
    List<Object> facts = elements.stream().map(Growing::fact).toList();
    return className.isEmpty() ? facts : new Made.Modules(className, facts);
  }

  /** What is known of {@code value}. */
  static Object fact(Object value) {
    return value instanceof Growing growing ? growing.fact() : value;
  }
}

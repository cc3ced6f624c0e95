package dev.cresset.ir.graph;

import dev.cresset.ir.type.Literals;
import java.util.List;
import java.util.stream.Collectors;

/** A tuple as the value of a constant: {@code (1, 2., "s")}. */
public record TupleConstant(List<Object> elements) {
  /** A tuple of these. */
  public TupleConstant {
    elements = List.copyOf(elements);
  }

  @Override
  public String toString() {
    return elements.stream().map(Literals::text).collect(Collectors.joining(", ", "(", ")"));
  }
}

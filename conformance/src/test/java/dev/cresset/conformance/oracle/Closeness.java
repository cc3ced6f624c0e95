package dev.cresset.conformance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.reference.NdArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether values are those of a case, to the case's own tolerance. */
record Closeness(double relative, double absolute) {

  static Closeness of(JsonNode golden) {
    return new Closeness(golden.path("rtol").asDouble(1.3e-6), golden.path("atol").asDouble(1e-5));
  }

  boolean same(Object given, Object wanted) {
    if (given instanceof NdArray array && wanted instanceof NdArray other) {
      return same(array, other);
    } else if (given instanceof Double a && wanted instanceof Double b) {
      return same(a.doubleValue(), b.doubleValue());
    } else if (given instanceof List<?> a && wanted instanceof List<?> b) {
      return same(a, b);
    } else if (given instanceof TupleConstant a && wanted instanceof TupleConstant b) {
      return same(a.elements(), b.elements());
    } else if (given instanceof TupleConstant a && wanted instanceof List<?> b) {
      return same(a.elements(), b);
    } else if (given instanceof Map<?, ?> a && wanted instanceof Map<?, ?> b) {
      return List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()))
          && same(List.copyOf(a.values()), List.copyOf(b.values()));
    }
    return given.equals(wanted);
  }

  private boolean same(List<?> given, List<?> wanted) {
    boolean same = given.size() == wanted.size();
    for (int i = 0; same && i < given.size(); i++) {
      same = same(given.get(i), wanted.get(i));
    }
    return same;
  }

  private boolean same(NdArray given, NdArray wanted) {
    boolean same = given.dtype() == wanted.dtype() && Arrays.equals(given.sizes(), wanted.sizes());
    for (long i = 0; same && i < given.count(); i++) {
      same = same(given.get(i), wanted.get(i));
    }
    return same;
  }

  private boolean same(double given, double wanted) {
    return given == wanted
        || Double.isNaN(given) && Double.isNaN(wanted)
        || Math.abs(given - wanted) <= absolute + relative * Math.abs(wanted);
  }
}

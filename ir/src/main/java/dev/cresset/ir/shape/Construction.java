package dev.cresset.ir.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one constructor of a module makes, in its own terms.
 *
 * @param parameters what it takes, in order: a {@link Size.Given} for a number, else a {@link
 *     Made.Parameter}
 * @param spread whether the last of them takes any number of arguments
 * @param fields what it puts into fields, by their names in graphs; what is not known is not there
 */
public record Construction(List<Object> parameters, boolean spread, Map<String, Object> fields) {
  /** A constructor of these. */
  public Construction {
    parameters = List.copyOf(parameters);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What the field {@code key} is where the constructor is given {@code arguments}. */
  public Object field(String key, List<Object> arguments) {
    Object fact = fields.get(key);
    return fact == null ? Size.UNKNOWN : Facts.replaced(fact, names(arguments));
  }

  private String name(int index) {
    return parameters.get(index) instanceof Made.Parameter parameter
        ? parameter.name()
        : parameters.get(index).toString();
  }

  private Map<String, Object> names(List<Object> arguments) {
    Map<String, Object> names = new LinkedHashMap<>();
    int last = parameters.size() - 1;
    for (int i = 0; i < parameters.size(); i++) {
      boolean rest = spread && i == last;
      String name = name(i);
      if (rest && arguments.size() >= last) {
        List<Object> more = List.copyOf(arguments.subList(last, arguments.size()));
        boolean passed = more.size() == 1 && !(more.get(0) instanceof Made.Given);
        names.put(name, passed ? more.get(0) : more);
      } else if (!rest && i < arguments.size()) {
        names.put(name, arguments.get(i));
      }
    }
    return names;
  }
}

package dev.cresset.processor.extract;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The methods of one class that its scripted methods call, and which calls which. */
final class Helpers {
  private final Map<String, ExecutableElement> wanted = new LinkedHashMap<>();
  private final Map<String, List<Call>> calls = new LinkedHashMap<>();

  /** A call of one method of the class by another. */
  record Call(String callee, Tree tree) {}

  /**
   * Asks for {@code method} to be read too.
   *
   * @return false if another method of that name is read already
   */
  boolean want(ExecutableElement method) {
    ExecutableElement first = wanted.putIfAbsent(method.getSimpleName().toString(), method);
    return first == null || first.equals(method);
  }

  /** The methods asked for so far, in the order of asking. */
  List<ExecutableElement> wanted() {
    return List.copyOf(wanted.values());
  }

  void call(String caller, String callee, Tree tree) {
    calls.computeIfAbsent(caller, each -> new ArrayList<>()).add(new Call(callee, tree));
  }

  /** A call by which a method comes back to itself, or null if none does. */
  @Nullable Call cycle() {
    Set<String> done = new HashSet<>();
    for (String method : calls.keySet()) {
      Call found = cycle(method, new ArrayList<>(), done);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Call cycle(String method, List<String> open, Set<String> done) {
    if (done.contains(method)) {
      return null;
    }
    open.add(method);
    for (Call call : calls.getOrDefault(method, List.of())) {
      Call found = open.contains(call.callee()) ? call : cycle(call.callee(), open, done);
      if (found != null) {
        return found;
      }
    }
    open.remove(method);
    done.add(method);
    return null;
  }
}

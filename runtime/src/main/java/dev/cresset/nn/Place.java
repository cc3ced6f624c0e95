package dev.cresset.nn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an error arose, as far as is known on its way out. */
final class Place {
  /** The library itself: none of its lines is the user's. */
  private static final List<String> LIBRARY =
      List.of(
          "java.",
          "jdk.",
          "dev.cresset.tensor.",
          "dev.cresset.nn.",
          "dev.cresset.script.",
          "dev.cresset.autograd.",
          "dev.cresset.backend.",
          "dev.cresset.ir.",
          "dev.cresset.models.");

  private static final String IN = ", in ";
  private static final String ROOT = "dev.cresset.";

  private final @Nullable String message;
  private @Nullable NnModule module;
  private @Nullable String line;
  private String path = "";

  /** Of an error with this message. */
  Place(@Nullable String message) {
    this.message = message;
  }

  /** The error's message, and the place. */
  @Nullable String message() {
    String where = path.isEmpty() ? line : line == null ? "in " + path : line + IN + path;
    if (where == null) {
      return message;
    }
    return message == null ? "(" + where + ")" : message + " (" + where + ")";
  }

  /** The error leaves a module, or a function where that is null. */
  void leave(@Nullable NnModule left, GeneratedLines lines, StackTraceElement[] trace) {
    if (left != null && module != null) {
      String name = nameIn(left, module);
      path = path.isEmpty() ? name : ModuleTree.join(name, path);
    }
    if (line == null) {
      find(lines, trace, module == null);
    }
    module = left == null ? module : left;
  }

  private static String nameIn(NnModule parent, NnModule child) {
    for (Map.Entry<String, NnModule> each : parent.namedModules().entrySet()) {
      if (each.getValue() == child) {
        return each.getKey();
      }
    }
    return "";
  }

  /** Looks for the innermost line of the user's. */
  private void find(GeneratedLines lines, StackTraceElement[] trace, boolean innermost) {
    String called = "";
    for (int i = 0; i < trace.length; i++) {
      StackTraceElement frame = trace[i];
      String type = frame.getClassName();
      if (isLibrary(type)) {
        continue;
      } else if (lines.contains(frame)) {
        called = called.isEmpty() && i > 0 ? trace[i - 1].getMethodName() : called;
        String place = lines.place(frame, called);
        if (place != null) {
          tell(place, innermost);
          return;
        }
      } else if (type.endsWith("_Graph")) {
        return; // of a module further out, which knows its lines
      } else if (frame.getLineNumber() > 0 && !type.contains("_Graph$")) {
        line = frame.getFileName() + ":" + frame.getLineNumber();
        return;
      }
    }
  }

  private void tell(String place, boolean innermost) {
    int in = place.indexOf(IN);
    line = in < 0 ? place : place.substring(0, in);
    if (innermost && in >= 0) {
      path = place.substring(in + IN.length());
    }
  }

  /** Whether a class is of the library or of Java itself. */
  static boolean isLibrary(String className) {
    return LIBRARY.stream().anyMatch(className::startsWith)
        || className.startsWith(ROOT) && className.indexOf('.', ROOT.length()) < 0;
  }
}

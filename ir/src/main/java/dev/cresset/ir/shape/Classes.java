package dev.cresset.ir.shape;

import dev.cresset.ir.graph.Graph;
import org.jspecify.annotations.Nullable;

/** What is known of modules' classes, and of functions. */
public interface Classes {
  /** Nothing of any. */
  Classes NONE =
      new Classes() {
        @Override
        public @Nullable Object field(Made.Built module, String key) {
          return null;
        }

        @Override
        public @Nullable Graph method(String className, String name) {
          return null;
        }
      };

  /** What is known of a module's field, by its name in graphs; null if nothing is. */
  @Nullable Object field(Made.Built module, String key);

  /** The graph of a method or function of a class; null if there is none. */
  @Nullable Graph method(String className, String name);
}

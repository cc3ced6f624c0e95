package dev.cresset.script;

import java.util.List;

/** What a node gives, in plain values. */
@FunctionalInterface
interface Plain {
  Object of(List<Object> in);
}

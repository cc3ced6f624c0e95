package dev.cresset.script;

/** One step of an executor: reads slots and writes slots. */
@FunctionalInterface
interface Operation {
  void run(Object[] slots);
}

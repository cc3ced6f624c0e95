package dev.cresset.tools.metric;

/** How one number is made of a metric's numbers for each class. */
public enum Average {
  /** All answers are counted together, whatever their class. */
  MICRO,
  /**
   * Each class counts the same; classes that neither were there nor were given as an answer do not.
   */
  MACRO,
  /** Each class counts by how often it was the right one. */
  WEIGHTED
}

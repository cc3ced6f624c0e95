package bad;

import dev.cresset.annotations.Script;

/** A function of floats that is wrong as Java. */
class FunctionOfFloatsWithoutReturn {
  @Script
  static float half(float v) {} // error: javac
}

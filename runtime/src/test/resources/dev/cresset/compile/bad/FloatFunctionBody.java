package bad;

import dev.cresset.annotations.Script;

/** A formula with a loop. */
final class FloatFunctionBody {
  private FloatFunctionBody() {}

  @Script
  static float power(float v) {
    float y = v;
    for (int i = 0; i < 3; i++) { // error: script/float-function-body
      y = y * v;
    }
    return y;
  }
}

/* The twin of
def fn(x: int):
    if x > 0:
        return 1
    return "a"
*/
package refused;

import dev.cresset.annotations.Script;

final class ReturnTypeMismatch {
  private ReturnTypeMismatch() {}

  @Script
  static int fn(int x) {
    if (x > 0) {
      return 1;
    }
    return "a"; // error: javac
  }
}

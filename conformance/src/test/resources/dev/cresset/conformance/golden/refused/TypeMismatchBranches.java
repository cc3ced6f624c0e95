/* The twin of
def fn(x: int):
    if x > 0:
        y = 1
    else:
        y = 2.5
    return y
*/
package refused;

import dev.cresset.annotations.Script;

final class TypeMismatchBranches {
  private TypeMismatchBranches() {}

  @Script
  static int fn(int x) {
    int y;
    if (x > 0) {
      y = 1;
    } else {
      y = 2.5; // error: javac
    }
    return y;
  }
}

/* The twin of
def fn(x: int):
    y = 1
    for i in range(x):
        y = 2.5
    return y
*/
package refused;

import dev.cresset.annotations.Script;

final class TypeChangedInLoop {
  private TypeChangedInLoop() {}

  @Script
  static int fn(int x) {
    int y = 1;
    for (int i = 0; i < x; i++) {
      y = 2.5; // error: javac
    }
    return y;
  }
}

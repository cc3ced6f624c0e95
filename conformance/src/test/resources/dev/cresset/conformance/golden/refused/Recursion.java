/* The twin of
def fn(n: int) -> int:
    if n <= 1:
        return 1
    return n * fn(n - 1)
*/
package refused;

import dev.cresset.annotations.Script;

final class Recursion {
  private Recursion() {}

  @Script
  static int fn(int n) {
    if (n <= 1) {
      return 1;
    }
    return n * fn(n - 1); // error: script/recursion
  }
}

/* The twin of
def fn(x: Tuple[int, int]) -> int:
    if x:
        return 1
    return 0
*/
package refused;

import dev.cresset.annotations.Script;

final class IntConditionList {
  private IntConditionList() {}

  record Pair(int first, int second) {}

  @Script
  static int fn(Pair x) {
    if (x) { // error: javac
      return 1;
    }
    return 0;
  }
}

/* The twin of
def fn(x: Tuple[int, int]) -> int:
    a, b, c = x
    return a
*/
package refused;

import dev.cresset.annotations.Script;

final class TupleArity {
  private TupleArity() {}

  record Pair(int first, int second) {}

  @Script
  static int fn(Pair x) {
    int a = x.first();
    int b = x.second();
    int c = x.third(); // error: javac
    return a;
  }
}

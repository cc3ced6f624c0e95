/* The twin of
def fn(x: int) -> str:
    return x
*/
package refused;

import dev.cresset.annotations.Script;

final class WrongReturnType {
  private WrongReturnType() {}

  @Script
  static String fn(int x) {
    return x; // error: javac
  }
}

/* The twin of
def fn(x):
    return x + y_undefined
*/
package refused;

import dev.cresset.annotations.Script;
import dev.cresset.Tensor;

final class UndefinedVariable {
  private UndefinedVariable() {}

  @Script
  static Tensor fn(Tensor x) {
    return x.add(undefined); // error: javac
  }
}

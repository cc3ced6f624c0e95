/* The twin of
def fn(x: int):
    y: List[float] = []
    y.append("s")
    return y
*/
package refused;

import dev.cresset.annotations.Script;
import java.util.ArrayList;
import java.util.List;

final class AppendWrongType {
  private AppendWrongType() {}

  @Script
  static List<Double> fn(int x) {
    List<Double> y = new ArrayList<>();
    y.add("s"); // error: javac
    return y;
  }
}

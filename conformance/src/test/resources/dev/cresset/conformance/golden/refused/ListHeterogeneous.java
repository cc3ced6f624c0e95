/* The twin of
def fn() -> List[int]:
    return [1, "a"]
*/
package refused;

import dev.cresset.annotations.Script;
import java.util.List;

final class ListHeterogeneous {
  private ListHeterogeneous() {}

  @Script
  static List<Integer> fn() {
    return List.of(1, "a"); // error: javac
  }
}

package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;

/** A list of nothing. */
class EmptyList extends EmptyListModule {
  @Script
  Tensor forward(Tensor x) {
    return x.reshape(sizes(List.of())); // error: script/empty-list
      }

      private int[] sizes(List<Integer> all) {
        return new int[] {all.size()};
  }
}

package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.ArrayList;
import java.util.List;

/** A change of a list that is asked for its result. */
class ListResult extends ListResultModule {
  @Script
  Tensor forward(Tensor x) {
    List<Tensor> all = new ArrayList<>();
    boolean added = all.add(x); // error: script/list-result
    return x;
  }
}

package t;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import java.util.ArrayList;
import java.util.List;

/** Tensors of different widths gathered in a list. */
public class ListOfTensors extends ListOfTensorsModule {
  final ModuleList<Linear> branches =
      new ModuleList<>(List.of(new Linear(4, 2), new Linear(4, 3), new Linear(4, 5)));
  final Linear head = new Linear(10, 2);

  @Script
  public Tensor forward(Tensor x) {
    List<Tensor> all = new ArrayList<>();
    for (Linear each : branches) {
      all.add(each.call(x));
    }
    return head.call(cat(all, 1));
  }

  public static Object run() {
    return new ListOfTensors().call(Tensor.zeros(3, 4));
  }
}

package good;

import static dev.cresset.Functional.all;
import static dev.cresset.Functional.at;
import static dev.cresset.Functional.newAxis;
import static dev.cresset.Functional.range;
import static dev.cresset.Functional.rest;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Parts of tensors. */
public class Places extends PlacesModule {
  @Script
  public Tensor forward(Tensor x) {
    Tensor first = x.get(at(0));
    Tensor column = x.get(all(), range(0, 1));
    Tensor last = x.get(rest(), at(-1));
    Tensor axis = x.get(newAxis(), all(), at(x.size(0) - 1));
    return first.add(column).add(last).add(axis).mul(x.get(range(null, null, 1)));
  }
}

package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Maps extends MapsModule {
  @Script
  public Tensor forward(Tensor x) {
    Tensor y = x.map(v -> v + 1); // error: script/lambda
    Tensor z = x.map(Maps::wrong); // error: script/map
    return y.add(z).add(x.map(Math::abs)); // error: script/map
  }

  private static float wrong(double v) {
    return 1;
  }
}

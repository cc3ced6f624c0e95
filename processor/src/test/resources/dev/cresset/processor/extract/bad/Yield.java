package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Yield extends YieldModule {
  @Script
  public Tensor forward(Tensor x, int n) {
    int m = switch (n) { // error: script/switch
      case 1 -> 2;
      default -> 3;
    };
    return x.add(m);
  }
}

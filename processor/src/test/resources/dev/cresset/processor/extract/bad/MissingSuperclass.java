package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class MissingSuperclass { // error: script/superclass
  @Script
  public Tensor forward(Tensor x) {
    return relu(x);
  }
}

package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class PrivateNumber extends PrivateNumberModule {
  private final int turns = 2;

  @Script
  public Tensor forward(Tensor x) {
    return x.add(turns); // error: script/private-field
  }
}

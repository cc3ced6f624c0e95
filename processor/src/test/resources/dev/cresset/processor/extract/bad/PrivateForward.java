package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class PrivateForward extends PrivateForwardModule {
  @Script
  private Tensor forward(Tensor x) { // error: script/private-forward
    return x;
  }
}

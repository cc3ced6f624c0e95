package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Places {
  class Inner extends Places_InnerModule { // error: script/inner-class
    @Script
    public Tensor forward(Tensor x) {
      return x;
    }
  }

  private static class Hidden extends Places_HiddenModule { // error: script/private-class
    @Script
    public Tensor forward(Tensor x) {
      return x;
    }
  }

  interface Face {
    @Script
    Tensor forward(Tensor x); // error: script/no-body
  }

  interface Fall {
    @Script
    default Tensor forward(Tensor x) { // error: script/kind-of-class
      return x;
    }
  }

  abstract static class Open extends Places_OpenModule {
    @Script
    abstract Tensor forward(Tensor x, int n); // error: script/no-body
  }

  @Script(base = String.class)
  static class Odd extends NnModule {} // error: script/base
}

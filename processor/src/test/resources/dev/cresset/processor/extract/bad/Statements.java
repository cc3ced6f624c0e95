package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Statements extends StatementsModule {
  final int turns = 2;
  @Buffer final Tensor seen = Tensor.zeros(1);
  int count;

  @Script
  public Tensor forward(Tensor x, int n, long[] sizes) {
    switch (n) { // error: script/switch
      case 1:
        return x;
      default:
    }
    try { // error: script/try
      x = x.relu();
    } finally {
      n = 1;
    }
    synchronized (this) { // error: script/synchronized
      n = 2;
    }
    if (n == 7) {
      throw new IllegalStateException(); // error: script/throw
    }
    class Local {} // error: script/local-class
    count = 3; // error: script/field-assignment
    this.count++; // error: script/field-assignment
    boolean added = new java.util.ArrayList<Tensor>().add(x); // error: script/list-result
    n = n + (count = 4); // error: script/assignment-as-value
    n = n++ + 1; // error: script/assignment-as-value
    return x;
  }
}

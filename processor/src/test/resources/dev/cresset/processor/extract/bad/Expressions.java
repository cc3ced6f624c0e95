package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Expressions extends ExpressionsModule {
  static final Tensor SHARED = Tensor.zeros(1);
  final Linear layer = new Linear(1, 1);
  final List<Object> things = List.of();
  final java.util.Random random = new java.util.Random();

  record Checked(Tensor x) {
    Checked {
      if (x == null) {
        throw new IllegalArgumentException();
      }
    }
  }

  record Loud(Tensor x) {
    @Override
    public Tensor x() {
      return x.relu();
    }
  }

  @Script
  public Tensor forward(Tensor x, int n, String mode, Loud loud, Tensor[] all) {
    Runnable r = () -> x.relu(); // error: script/type
    Tensor y = x;
    java.util.function.Function<Tensor, Tensor> f = Tensor::relu; // error: script/type
    boolean is = x instanceof Tensor; // error: script/instanceof
    Tensor made = new Linear(1, 2).call(x); // error: script/new
    long[][] sizes = new long[n][n]; // error: script/new-array
    Tensor held = new Checked(x).x(); // error: script/record-with-code
    Tensor said = loud.x(); // error: script/record-with-code
    Linear cast = (Linear) layer();
    Tensor sum = x + x; // error: script/tensor-operator
    Tensor minus = -x; // error: script/tensor-operator
    boolean same = x == y; // error: script/tensor-operator
    boolean text = mode == "a"; // error: script/identity
    boolean who = layer == layer; // error: script/identity
    String label = "n" + List.of(n); // error: script/text
    Tensor shared = x.add(SHARED); // error: script/not-constant
    Object thing = things; // error: script/type
    Tensor wide = x.add(random.nextInt()); // error: script/unregistered-field
    Tensor up = super.toString() == null ? x : y; // error: script/super
    char c = 'c'; // error: script/type
    var none = List.of(); // error: script/empty-list
    Tensor relued = all.hashCode()[0]; // error: script/not-scripted
    return x;
  }

  private Linear layer() { // error: script/type
    return layer;
  }
}

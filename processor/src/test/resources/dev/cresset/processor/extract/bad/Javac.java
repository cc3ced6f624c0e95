package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

/** What is wrong as Java is javac's to say, and it says it alone. */
public class Javac extends JavacModule {
  final Linear hidden = new Linear(1, 2);

  @Script
  public Tensor forward(Tensor x, int n, boolean b) {
    Tensor y = x.add("one"); // error: javac
    Tensor z = hidden.call(x, x); // error: javac
    int m = x.relu(); // error: javac
    n = missing + 1; // error: javac
    Missing q = null; // error: javac
    x = b ? x : 3; // error: javac
    if (n) { // error: javac
      return y.add(z);
    }
    for (Tensor t : n) { // error: javac
      x = t;
    }
    b = n && b; // error: javac
    return 3; // error: javac
  }
}

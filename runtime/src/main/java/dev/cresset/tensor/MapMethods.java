package dev.cresset.tensor;

import dev.cresset.FloatUnaryOperator;
import dev.cresset.Tensor;

/** Functions of the user's own on each element. */
public interface MapMethods {

  /**
   * {@code function} of each element, in order: {@code x.map(MyOps::gelu)}.
   *
   * <p>In a scripted method, whose function is a {@code @Script static float} one, this is compiled
   * to one kernel with its derivative. Here it is plain Java, of which no derivative is known: with
   * a gradient, write {@code MyOps_Graph.gelu(x)}, the function's compiled form.
   *
   * @return F64 if the tensor is, though computed in floats; F32 of whole numbers and truths
   * @throws UnsupportedOperationException if a gradient would be recorded
   */
  default Tensor map(FloatUnaryOperator function) {
    return ElementFunctions.map((Tensor) this, function);
  }
}

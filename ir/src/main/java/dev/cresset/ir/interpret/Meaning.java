package dev.cresset.ir.interpret;

import dev.cresset.ir.op.Op;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.reference.Reference;
import java.util.List;

/**
 * What one op gives: by its reference, by its body, by the op it is the twin of, by what it is
 * composed of.
 */
public final class Meaning {
  private Meaning() {}

  /** The result; a List of the results if the op gives several. */
  public static Object of(Op op, Arguments in) {
    Reference reference = op.reference();
    Op functional = op.functional();
    if (reference != null) {
      return reference.apply(in);
    } else if (functional != null) {
      NdArray self = in.array(0);
      self.copyFrom((NdArray) of(functional, in));
      return self;
    } else if (op.elementwise() != null) {
      return ElementwiseMeaning.of(op, op.elementwise(), in);
    } else if (op.hasMeaning()) {
      List<Object> results = Interpreter.run(op.meaningGraph(), in.values());
      return op.schema().returns().size() == 1 ? results.get(0) : results;
    }
    throw new UnsupportedOperationException(
        "what " + op.name() + " means on plain arrays is not written down");
  }
}

package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Node;
import java.util.List;

/** Calls of the fused groups of a class. */
interface Groups {

  /** The call of the group {@code node} on these operands. */
  Code call(Node node, List<Code> in);
}

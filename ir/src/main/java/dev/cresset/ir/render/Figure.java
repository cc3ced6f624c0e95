package dev.cresset.ir.render;

import dev.cresset.ir.graph.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drawing of a block shows: boxes, and arrows between them. Constants and attributes are no
 * boxes but words in those that take them.
 *
 * @param title what it is; empty of a whole graph
 * @param boxes in the order of the block, inputs first and the outputs last
 * @param arrows from boxes to boxes, by their numbers in {@code boxes}
 */
record Figure(String title, List<Box> boxes, List<Arrow> arrows) {

  /** What a box stands for. */
  enum Kind {
    /** A value that the block begins with. */
    INPUT,
    /** An op. */
    OP,
    /** A fused group. */
    FUSED,
    /** A call of a module. */
    CALL,
    /** A branch or a loop; its blocks are drawn in it. */
    CONTROL,
    /** What ends the program unless something holds. */
    CHECK,
    /** The values that the block gives. */
    OUTPUT
  }

  /**
   * One box.
   *
   * @param id a name that no other box of the drawing has
   * @param lines what is written in it: its name, then what else is known
   * @param node what it stands for; null of inputs and outputs
   * @param inner the blocks in it
   */
  record Box(String id, Kind kind, List<String> lines, @Nullable Node node, List<Figure> inner) {
    Box {
      lines = List.copyOf(lines);
      inner = List.copyOf(inner);
    }
  }

  /**
   * An arrow.
   *
   * @param label the name of the value, if the user named it; else empty
   */
  record Arrow(int from, int to, String label) {}

  Figure {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }
}

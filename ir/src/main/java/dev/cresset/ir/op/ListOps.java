package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.reference.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Ops on lists. A list is a thing that is written to; its elements may be anything. */
final class ListOps {
  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("aten::len.t(t[] a) -> int").reference(in -> (long) in.list(0).size()),
          op("aten::__getitem__.t(t[](a) list, int idx) -> t(*)")
              .reference(in -> in.list(0).get(index(in))),
          op("aten::_set_item.t(t[](a!) l, int idx, t(b -> *) el) -> t[](a!)")
              .reference(
                  in -> {
                    in.list(0).set(index(in), in.get(2));
                    return in.get(0);
                  }),
          op("aten::append.t(t[](a!) self, t(c -> *) el) -> t[](a!)")
              .reference(
                  in -> {
                    in.list(0).add(in.get(1));
                    return in.get(0);
                  }),
          op("aten::extend.t(t[](a!) self, t[] other) -> ()")
              .reference(
                  in -> {
                    in.list(0).addAll(List.copyOf(in.list(1)));
                    return List.of();
                  }),
          op("aten::insert.t(t[](a!) self, int idx, t(b -> *) el) -> ()")
              .reference(
                  in -> {
                    in.list(0).add(place(in.integer(1), in.list(0).size()), in.get(2));
                    return List.of();
                  }),
          op("aten::pop.t(t[](a!) self, int idx=-1) -> t(*)")
              .reference(in -> in.list(0).remove(index(in))),
          op("aten::reverse.t(t[](a!) self) -> ()")
              .reference(
                  in -> {
                    Collections.reverse(in.list(0));
                    return List.of();
                  }),
          op("aten::clear.t(t[](a!) self) -> ()")
              .reference(
                  in -> {
                    in.list(0).clear();
                    return List.of();
                  }),
          op("aten::list.t(t[] l) -> t[]").reference(in -> new ArrayList<>(in.list(0))),
          op("aten::add.t(t[] a, t[] b) -> t[]")
              .reference(
                  in -> {
                    List<Object> both = new ArrayList<>(in.list(0));
                    both.addAll(in.list(1));
                    return both;
                  }),
          op("aten::slice.t(t[] l, int? start=None, int? end=None, int step=1) -> t[]")
              .reference(ListOps::slice),
          op("aten::__contains__.int_list(int[] l, int item) -> bool").reference(ListOps::contains),
          op("aten::__contains__.float_list(float[] l, float item) -> bool")
              .reference(ListOps::contains),
          op("aten::__contains__.str_list(str[] l, str item) -> bool").reference(ListOps::contains),
          op("aten::eq.int_list(int[] a, int[] b) -> bool")
              .reference(in -> in.list(0).equals(in.list(1))),
          op("aten::ne.int_list(int[] a, int[] b) -> bool")
              .reference(in -> !in.list(0).equals(in.list(1))));

  private ListOps() {}

  /** The second argument as an index of the first; below zero it counts from the end. */
  private static int index(Arguments in) {
    List<Object> list = in.list(0);
    long index = in.integer(1);
    return Objects.checkIndex(
        Math.toIntExact(index < 0 ? index + list.size() : index), list.size());
  }

  /** A place between elements, as Python's slices have it: what lies outside is the nearest end. */
  private static int place(long index, int size) {
    long from = index < 0 ? index + size : index;
    return (int) Math.max(0, Math.min(from, size));
  }

  private static List<Object> slice(Arguments in) {
    List<Object> list = in.list(0);
    long step = in.integer(3);
    if (step < 1) {
      throw new IllegalArgumentException("a list is sliced in steps of 1 and more, not " + step);
    }
    int end = place(in.integer(2, Long.MAX_VALUE), list.size());
    List<Object> taken = new ArrayList<>();
    for (long i = place(in.integer(1, 0), list.size()); i < end; i += step) {
      taken.add(list.get((int) i));
    }
    return taken;
  }

  private static boolean contains(Arguments in) {
    return in.list(0).contains(in.get(1));
  }
}

package dev.cresset.ir.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ops that are no calls of eager classes but Java's own: numbers, sizes, facts about a tensor. */
final class InlineOps {
  private static final Map<String, String> TEMPLATES = templates();

  private InlineOps() {}

  private static Map<String, String> templates() {
    Map<String, String> all = new HashMap<>();
    all.put("aten::size", "%1$s.sizes()");
    all.put("aten::size.int", "%1$s.size((int) %2$s)");
    all.put("aten::stride", "%1$s.strides()");
    all.put("aten::stride.int", "%1$s.stride((int) %2$s)");
    all.put("aten::dim", "%1$s.dim()");
    all.put("aten::numel", "%1$s.numel()");
    all.put("aten::len.Tensor", "%1$s.size(0)");
    all.put("prim::dtype", "%1$s.dtype().code()");
    all.put("prim::device", "%1$s.device()");
    all.put("aten::is_floating_point", "%1$s.dtype().isFloatingPoint()");
    all.put("aten::is_contiguous", "%1$s.isContiguous()");
    all.put("aten::item", "Scalars.item(%1$s)");
    all.put("aten::Int.Tensor", "%1$s.toLong()");
    all.put("aten::Float.Tensor", "%1$s.item()");
    all.put("aten::Bool.Tensor", "%1$s.toBool()");
    all.put("aten::copy_", "InPlace.copy(%1$s, %2$s)");
    all.put("aten::len.t", "Unboxing.length(%1$s)");
    all.put("aten::__getitem__.t", "%1$s[(int) %2$s]");
    all.put("cresset::refused", "Scalars.refused(%1$s, %2$s)");
    all.put("cresset::largest_finite", "Scalars.largestFinite(%1$s)");
    all.put("cresset::undefined", "(Tensor) null");
    all.put("aten::eq.str", "%1$s.equals(%2$s)");
    all.put("aten::__is__", "%1$s == %2$s");
    all.put("aten::__isnot__", "%1$s != %2$s");
    all.put("aten::Int.bool", "(%1$s ? 1L : 0L)");
    all.put("aten::__not__", "!%1$s");
    all.put("aten::neg.int", "-%1$s");
    all.put("aten::neg.float", "-%1$s");
    infix(all, "add", "+");
    infix(all, "sub", "-");
    infix(all, "mul", "*");
    infix(all, "lt", "<");
    infix(all, "le", "<=");
    infix(all, "gt", ">");
    infix(all, "ge", ">=");
    infix(all, "eq", "==");
    infix(all, "ne", "!=");
    all.put("aten::div.int", "(double) %1$s / %2$s");
    all.put("aten::div.float", "%1$s / %2$s");
    all.put("aten::floordiv.int", "Math.floorDiv(%1$s, %2$s)");
    all.put("prim::max.int", "Math.max(%1$s, %2$s)");
    all.put("prim::min.int", "Math.min(%1$s, %2$s)");
    for (String name :
        List.of(
            "add",
            "sub",
            "mul",
            "div",
            "pow",
            "fmod",
            "remainder",
            "lt",
            "le",
            "gt",
            "ge",
            "eq",
            "ne")) {
      all.put("aten::" + name, "Scalars." + name + "(%1$s, %2$s)");
    }
    for (String name : List.of("neg", "sqrt", "exp", "log", "sin", "cos", "tanh", "expm1")) {
      all.put("aten::" + name + ".Scalar", "Scalars." + name + "(%1$s)");
    }
    return all;
  }

  private static void infix(Map<String, String> all, String name, String sign) {
    for (String overload : List.of("int", "float", "int_float", "float_int")) {
      all.put("aten::" + name + "." + overload, "%1$s " + sign + " %2$s");
    }
  }

  /** The Java text of an op with places for its arguments; null if it is a call. */
  static @Nullable String template(String op) {
    return TEMPLATES.get(op);
  }
}

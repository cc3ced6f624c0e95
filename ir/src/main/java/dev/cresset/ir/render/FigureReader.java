package dev.cresset.ir.render;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.render.Figure.Arrow;
import dev.cresset.ir.render.Figure.Box;
import dev.cresset.ir.render.Figure.Kind;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Literals;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes figures of graphs. */
final class FigureReader {
  private static final int LONGEST_LINE = 44;

  /** What values are called that are no boxes: constants, attributes, lists of these. */
  private final Map<Value, String> words = new HashMap<>();

  private final Map<Value, Object> constants = new HashMap<>();
  private int number;

  private FigureReader() {}

  static Figure read(Graph graph) {
    return new FigureReader().figure("", graph.block(), "return");
  }

  /** The boxes and arrows of one block. */
  private final class Drawing {
    final List<Box> boxes = new ArrayList<>();
    final Set<Arrow> arrows = new LinkedHashSet<>();
    final Map<Value, Integer> makers = new HashMap<>();

    int add(Kind kind, List<String> lines, @Nullable Node node, List<Figure> inner) {
      boxes.add(new Box("n" + number++, kind, lines, node, inner));
      return boxes.size() - 1;
    }

    void arrow(Value value, int to) {
      Integer from = makers.get(value);
      if (from != null && from != to) {
        boolean told = !value.isNamed() || boxes.get(from).kind() == Kind.INPUT;
        arrows.add(new Arrow(from, to, told ? "" : value.name()));
      }
    }
  }

  private Figure figure(String title, Block block, String gives) {
    Drawing drawing = new Drawing();
    for (Value input : block.inputs()) {
      if (input.type() instanceof Type.ClassOf) {
        words.put(input, input.name());
      } else {
        List<String> lines = lines(input.toString(), typeText(input.type()));
        drawing.makers.put(input, drawing.add(Kind.INPUT, lines, null, List.of()));
        words.put(input, input.toString());
      }
    }
    block.nodes().forEach(node -> node(node, drawing));
    List<String> results = new ArrayList<>(List.of(gives));
    for (Value output : block.outputs()) {
      if (!drawing.makers.containsKey(output)) {
        results.add(word(output));
      }
    }
    if (!block.outputs().isEmpty()) {
      int last = drawing.add(Kind.OUTPUT, results, null, List.of());
      block.outputs().forEach(output -> drawing.arrow(output, last));
    }
    return new Figure(title, drawing.boxes, List.copyOf(drawing.arrows));
  }

  private static List<String> lines(String... all) {
    List<String> lines = new ArrayList<>();
    for (String line : all) {
      int comma = line.length() <= LONGEST_LINE ? -1 : line.lastIndexOf(", ", LONGEST_LINE - 2);
      if (comma > 0) {
        lines.add(line.substring(0, comma + 1));
        lines.add(shortened(line.substring(comma + 2)));
      } else if (!line.isEmpty()) {
        lines.add(shortened(line));
      }
    }
    return lines;
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
  }

  private String word(Value value) {
    return words.getOrDefault(value, value.toString());
  }

  private void node(Node node, Drawing drawing) {
    if (isWord(node, drawing)) {
      return;
    }
    List<Figure> inner = new ArrayList<>();
    Kind kind = kind(node);
    if (kind == Kind.CONTROL) {
      for (int i = 0; i < node.blocks().size(); i++) {
        String title = node.is(Kinds.IF) ? (i == 0 ? "then" : "else") : "each turn";
        inner.add(figure(title, node.blocks().get(i), "gives"));
      }
    }
    String results =
        node.outputs().stream()
            .map(value -> typeText(value.type()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    List<String> lines =
        lines(
            title(node, kind),
            kind == Kind.CONTROL ? "" : arguments(node),
            results,
            module(node).isEmpty() ? "" : "in " + module(node));
    int box = drawing.add(kind, lines, node, inner);
    taken(node).forEach(value -> drawing.arrow(value, box));
    node.outputs().forEach(value -> drawing.makers.put(value, box));
  }

  /** What the node takes, and what the blocks in it take from around it. */
  private static Set<Value> taken(Node node) {
    Set<Value> taken = new LinkedHashSet<>(node.inputs());
    for (Block block : node.blocks()) {
      block.forEachNode(
          inner -> {
            taken.addAll(inner.inputs());
            inner.blocks().forEach(each -> taken.addAll(each.outputs()));
          });
      taken.addAll(block.outputs());
    }
    return taken;
  }

  /** Whether the node is no box; then what it gives has a word. */
  private boolean isWord(Node node, Drawing drawing) {
    switch (node.kind()) {
      case Kinds.CONSTANT -> {
        Object value = node.attributes().getOrDefault("name", node.constant());
        constants.put(node.output(), value);
        words.put(node.output(), shortened(literal(value)));
        return true;
      }
      case Kinds.GET_ATTR -> {
        String owner = word(node.input(0));
        String name = node.text("name");
        words.put(node.output(), owner.equals("self") ? name : owner + "." + name);
        return true;
      }
      case Kinds.UNCHECKED_CAST -> {
        Integer maker = drawing.makers.get(node.input(0));
        if (maker != null) {
          drawing.makers.put(node.output(), maker);
        }
        words.put(node.output(), word(node.input(0)));
        return true;
      }
      case Kinds.LIST_CONSTRUCT, Kinds.TUPLE_CONSTRUCT -> {
        if (node.inputs().stream().allMatch(words::containsKey)
            && node.inputs().stream().noneMatch(drawing.makers::containsKey)) {
          words.put(
              node.output(),
              node.inputs().stream().map(this::word).collect(Collectors.joining(", ", "[", "]")));
          return true;
        }
        return false;
      }
      default -> {
        return false;
      }
    }
  }

  private static String literal(Object value) {
    return value == None.NONE || value instanceof Double || value instanceof Boolean
        ? value.toString()
        : Literals.text(value);
  }

  private static Kind kind(Node node) {
    if (node.hasSubgraph()) {
      return Kind.FUSED;
    } else if (node.is(Kinds.CALL_METHOD) || node.is(Kinds.CALL_FUNCTION)) {
      return Kind.CALL;
    } else if (node.is(Kinds.RAISE) || isCheck(node)) {
      return Kind.CHECK;
    }
    return node.blocks().isEmpty() ? Kind.OP : Kind.CONTROL;
  }

  /** Whether a branch gives nothing and does nothing but raise. */
  private static boolean isCheck(Node node) {
    if (!node.is(Kinds.IF) || !node.outputs().isEmpty()) {
      return false;
    }
    return node.blocks().stream()
        .flatMap(block -> block.nodes().stream())
        .allMatch(inner -> inner.isConstant() || inner.is(Kinds.RAISE));
  }

  private String title(Node node, Kind kind) {
    if (kind == Kind.FUSED) {
      return node.subgraph().nodes().stream()
          .filter(inner -> !inner.isConstant())
          .map(inner -> plain(inner.kind()))
          .collect(Collectors.joining(" · "));
    } else if (kind == Kind.CALL) {
      String method = node.attribute("name") instanceof String name ? name : "call";
      String callee = word(node.input(0));
      return method.equals("forward") ? callee : callee + "." + method;
    } else if (kind == Kind.CHECK) {
      return node.is(Kinds.RAISE) ? "raise" : "check";
    } else if (kind == Kind.CONTROL) {
      return node.is(Kinds.IF) ? "if" : "loop";
    }
    return switch (node.kind()) {
      case Kinds.TUPLE_CONSTRUCT -> "tuple";
      case Kinds.TUPLE_UNPACK, Kinds.LIST_UNPACK -> "parts";
      case Kinds.LIST_CONSTRUCT -> "list";
      case Kinds.DICT_CONSTRUCT -> "dictionary";
      default -> plain(node.kind());
    };
  }

  private static String plain(String kind) {
    return kind.substring(kind.indexOf(':') + 2);
  }

  /** What the node takes that is no box, but for what is the default. */
  private String arguments(Node node) {
    Op op = node.hasSubgraph() ? null : OpTable.of(node);
    int first = node.is(Kinds.CALL_METHOD) ? 1 : 0;
    String module = module(node);
    List<String> all = new ArrayList<>();
    for (int i = first; i < node.inputs().size(); i++) {
      Value input = node.input(i);
      String word = words.get(input);
      if (word == null || word.equals(input.toString()) || isOwn(input, word, module)) {
        continue;
      }
      Argument argument = op == null ? null : op.schema().arguments().get(i);
      if (argument == null) {
        all.add(word);
      } else if (!isDefault(input, argument)) {
        all.add(argument.name().equals(word) ? word : argument.name() + " " + word);
      }
    }
    return String.join(", ", all);
  }

  /** Whether it is a tensor of the very module that the node belongs to. */
  private boolean isOwn(Value input, String word, String module) {
    int dot = word.lastIndexOf('.');
    return !constants.containsKey(input)
        && dot > 0
        && !module.isEmpty()
        && word.substring(0, dot).equals(module);
  }

  private boolean isDefault(Value input, Argument argument) {
    Object value = constants.get(input);
    return value != null && (value == None.NONE || value.equals(argument.defaultValue()));
  }

  /** The path of the module that the node belongs to. */
  private static String module(Node node) {
    Position position = node.position();
    StringBuilder path = new StringBuilder();
    for (Position.Call via = position == null ? null : position.via();
        via != null;
        via = via.at().via()) {
      if (!via.module().isEmpty()) {
        path.insert(0, via.module() + (path.length() == 0 ? "" : "."));
      }
    }
    return path.toString();
  }

  /** What is known of a value: {@code f32[2, 3]}; nothing of a tensor of which nothing is. */
  static String typeText(Type type) {
    if (!(type instanceof Type.Tensor tensor)) {
      return type.toString();
    }
    String dtype =
        tensor.dtype() == null ? "" : tensor.dtype().name().toLowerCase(java.util.Locale.ROOT);
    List<@Nullable Long> sizes = tensor.sizes();
    if (sizes == null) {
      return dtype;
    }
    return dtype
        + sizes.stream()
            .map(size -> size == null ? "?" : size.toString())
            .collect(Collectors.joining(", ", "[", "]"));
  }
}

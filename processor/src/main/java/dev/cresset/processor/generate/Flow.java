package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Body.Place;
import dev.cresset.processor.generate.Code.Binds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Branches and loops. What they give leaves them in variables that are declared before. */
final class Flow {

  /** Writes the nodes of a block where one is. */
  interface Nodes {
    void write(Block block);
  }

  private final Body body;
  private final Nodes nodes;
  private final Function<String, ClassName> classes;
  private final Map<Value, Code> turned = new HashMap<>();
  private boolean asserting;
  private @Nullable Code asserted;

  /**
   * The flow of one method.
   *
   * @param classes classes by their canonical names
   */
  Flow(Body body, Nodes nodes, Function<String, ClassName> classes) {
    this.body = body;
    this.nodes = nodes;
    this.classes = classes;
  }

  /** The variable of a loop over a list that {@code node} takes an element of; null for others. */
  @Nullable Code element(Node node) {
    return node.outputs().size() == 1 ? turned.get(node.output()) : null;
  }

  // ---- exceptions

  /** Whether a block always raises an exception, so that nothing may stand behind it. */
  static boolean raises(Block block) {
    if (block.nodes().isEmpty()) {
      return false;
    }
    Node last = block.nodes().get(block.nodes().size() - 1);
    return last.is(Kinds.RAISE)
        || last.is(Kinds.IF) && last.blocks().stream().allMatch(Flow::raises);
  }

  /** Writes the exception that ends a block. */
  void raise(Node node) {
    Code message = body.take(List.of(node.input(0))).get(0);
    body.flush();
    if (isOfAssertion(node) && asserting) {
      asserted = message;
      return;
    }
    Text text = Text.of("throw new $T($L)", exception(node), message.text());
    body.line(text, message.reads(), List.of(), node.position());
  }

  private ClassName exception(Node raise) {
    if (body.uses().constant(raise.input(1)) instanceof String name) {
      return classes.apply(name);
    }
    throw new Inexpressible("an exception of a class that is not known");
  }

  private boolean isOfAssertion(Node raise) {
    return "java.lang.AssertionError".equals(body.uses().constant(raise.input(1)));
  }

  /** Whether a branch is what {@code assert} is in a graph. */
  private boolean isAssertion(Node node) {
    List<Node> then = node.blocks().get(0).nodes();
    return node.outputs().isEmpty()
        && node.blocks().get(1).nodes().isEmpty()
        && !then.isEmpty()
        && then.get(then.size() - 1).is(Kinds.RAISE)
        && isOfAssertion(then.get(then.size() - 1));
  }

  private void check(Node node) {
    Code condition = JavaOps.not(body.take(node.inputs()).get(0));
    body.flush();
    asserting = true;
    Place then = body.inside(node.blocks().get(0), false, () -> nodes.write(node.blocks().get(0)));
    asserting = false;
    Code message = Objects.requireNonNull(asserted, "a message");
    Set<Local> reads = new LinkedHashSet<>(condition.reads());
    reads.addAll(message.reads());
    if (then.lines.isEmpty()) {
      Text text =
          message.java().equals("\"\"")
              ? Text.of("assert $L", condition.text())
              : Text.of("assert $L : $L", condition.right(Binds.CHOICE).text(), message.text());
      body.line(text, reads, List.of(), node.position());
      return;
    }
    throw new Inexpressible("an assertion whose message needs statements");
  }

  // ---- branches

  /** Writes a branch of which both sides return. */
  void leave(Node node, Runnable then, Runnable otherwise) {
    Code condition = body.take(node.inputs()).get(0);
    String comment = body.comment(node.position());
    body.flush();
    Place yes = body.inside(node.blocks().get(0), true, then);
    Set<Local> reads = new LinkedHashSet<>(condition.reads());
    Text.Builder text = Text.builder();
    text.add("if ($L) {$L\n$>", condition.text(), comment);
    Body.put(text, yes.lines, reads);
    body.place().lines.add(new Line(text.add("$<}\n").build(), reads, List.of()));
    Place no = body.inside(node.blocks().get(1), true, otherwise);
    body.place().lines.addAll(no.lines);
  }

  /** Writes a branch. */
  void branch(Node node) {
    if (isAssertion(node)) {
      check(node);
      return;
    }
    Block first = node.blocks().get(0);
    Block second = node.blocks().get(1);
    Code condition = body.take(node.inputs()).get(0);
    String comment = body.comment(node.position());
    Set<Value> used = new LinkedHashSet<>(node.outputs());
    used.removeIf(body.uses()::isUnused);
    List<Code> yes = new ArrayList<>();
    List<Code> no = new ArrayList<>();
    Place then = body.inside(first, false, () -> yes.addAll(gives(first)));
    Place otherwise = body.inside(second, false, () -> no.addAll(gives(second)));
    if (then.lines.isEmpty() && otherwise.lines.isEmpty() && node.outputs().size() == 1) {
      Type type = node.output().type();
      Code choice = JavaOps.choice(condition, chosen(type, yes.get(0)), chosen(type, no.get(0)));
      body.result(node, choice);
      return;
    }
    body.flush();
    boolean stays = otherwise.lines.isEmpty() && no.stream().allMatch(Code::isSimple);
    List<@Nullable Local> targets = new ArrayList<>();
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      if (!used.contains(output) || output.type() == Type.NONE) {
        body.name(output, Code.of("null"));
        targets.add(null);
        continue;
      }
      Local local = body.local(output);
      body.name(output, Code.of(local));
      targets.add(local);
      Text text =
          stays
              ? Text.of("$T $L = $L", local.type(), local.name(), no.get(i).text())
              : Text.of("$T $L", local.type(), local.name());
      body.line(text, stays ? no.get(i).reads() : Set.of(), List.of(local), null);
    }
    Set<Local> reads = new LinkedHashSet<>(condition.reads());
    Text.Builder text = Text.builder();
    text.add("if ($L) {$L\n$>", condition.text(), comment);
    Body.put(text, then.lines, reads);
    assign(text, targets, first, yes, reads);
    if (!stays) {
      text.add("$<} else {\n$>");
      Body.put(text, otherwise.lines, reads);
      assign(text, targets, second, no, reads);
    }
    text.add("$<}\n");
    body.place().lines.add(new Line(text.build(), reads, List.of()));
  }

  /** A number in the type of both branches, boxed or not. */
  private static Code chosen(Type type, Code code) {
    return type == Type.INT || type == Type.FLOAT ? JavaOps.wide(type, code) : code;
  }

  /** Writes a block, and gives what it gives. */
  private List<Code> gives(Block block) {
    nodes.write(block);
    if (raises(block)) {
      body.flush();
      return List.of();
    }
    for (Value output : block.outputs()) {
      if (body.elements(output) != null || body.record(output) != null) {
        throw new Inexpressible("a tuple that branches or loops give");
      }
    }
    List<Code> codes = body.take(block.outputs());
    body.flush();
    return codes;
  }

  /** Sets the variables to what a block gives. */
  private void assign(
      Text.Builder text,
      List<@Nullable Local> targets,
      Block block,
      List<Code> codes,
      Set<Local> reads) {
    for (int i = 0; i < codes.size(); i++) {
      Local target = targets.get(i);
      Code code = codes.get(i);
      if (target != null && !code.java().equals(target.name())) {
        String comment = code.isSimple() ? "" : body.comment(body.position(block.outputs().get(i)));
        text.add("$[$L = $L;$]$L\n", target.name(), code.text(), comment);
        reads.addAll(code.reads());
        reads.add(target);
      }
    }
    body.comment(null); // what is left of it stands in no statement
  }

  // ---- loops

  /** Writes a loop. */
  void loop(Node node) {
    Block block = node.blocks().get(0);
    List<Code> in = body.take(node.inputs());
    body.flush();
    List<Local> carried = new ArrayList<>();
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      Local local = body.local(output);
      body.declare(local, in.get(i + 2), null);
      carried.add(local);
      body.name(output, Code.of(local));
      body.name(block.inputs().get(i + 1), Code.of(local));
    }
    boolean always =
        Boolean.TRUE.equals(body.uses().constant(node.input(1)))
            && Boolean.TRUE.equals(body.uses().constant(block.outputs().get(0)));
    boolean endless = Long.valueOf(Long.MAX_VALUE).equals(body.uses().constant(node.input(0)));
    Local go = always ? null : body.locals().named("go", TypeName.BOOLEAN);
    if (go != null) {
      body.declare(go, in.get(1), null);
    }
    Node each = always ? eachElement(node) : null;
    Text head;
    Set<Local> reads = new LinkedHashSet<>();
    if (each != null) {
      head = forEach(each, reads);
    } else if (endless && go != null && body.uses().isUnused(block.inputs().get(0))) {
      head = Text.of("while ($L)", go.name());
      reads.add(go);
    } else {
      Code turns = in.get(0);
      if (!turns.isSimple()) {
        Local bound = body.locals().named("turns", TypeName.LONG);
        body.declare(bound, turns, node.position());
        turns = Code.of(bound);
      }
      reads.addAll(turns.reads());
      Local turn = body.local(block.inputs().get(0));
      body.name(block.inputs().get(0), Code.of(turn));
      Text more = go == null ? Text.of("") : Text.of(" && $L", go.name());
      if (go != null) {
        reads.add(go);
      }
      head =
          Text.of(
              "for (long $1L = 0; $1L < $2L$3L; $1L++)",
              turn.name(),
              turns.in(Binds.SUM).text(),
              more);
    }
    String comment = body.comment(node.position());
    List<Code> next = new ArrayList<>();
    Place inner = body.inside(block, false, () -> next.addAll(gives(block)));
    Text.Builder text = Text.builder();
    text.add("$L {$L\n$>", head, comment);
    Body.put(text, inner.lines, reads);
    List<@Nullable Local> targets = new ArrayList<>();
    targets.add(go);
    targets.addAll(carried);
    assign(text, targets, block, apart(text, targets, next), reads);
    body.place().lines.add(new Line(text.add("$<}\n").build(), reads, List.of()));
  }

  /**
   * The node that takes one element of a list in each turn, if the turn's number is for it alone.
   */
  private @Nullable Node eachElement(Node loop) {
    Node length = body.uses().maker(loop.input(0));
    Block block = loop.blocks().get(0);
    Value turn = block.inputs().get(0);
    if (length == null
        || !length.is("aten::len")
        || body.uses().count(turn) != 1
        || body.forms().isWritten(length.input(0))) {
      return null;
    }
    for (Node node : block.nodes()) {
      if (node.inputs().size() == 2
          && node.input(1).equals(turn)
          && (node.is("prim::ModuleContainerIndex") || node.is("aten::__getitem__"))
          && node.input(0).equals(length.input(0))) {
        return node;
      }
    }
    return null;
  }

  private Text forEach(Node element, Set<Local> reads) {
    Code list = body.settled(List.of(element.input(0))).get(0);
    reads.addAll(list.reads());
    boolean module = element.is("prim::ModuleContainerIndex");
    Local local =
        module
            ? body.locals().of(element.output(), ClassName.get(Object.class))
            : body.local(element.output());
    turned.put(element.output(), Code.of(local));
    return module
        ? Text.of("for (var $L : $L)", local.name(), list.text())
        : Text.of("for ($T $L : $L)", local.type(), local.name(), list.text());
  }

  /**
   * The values of the next turn, with variables of their own where one is computed from another
   * that would be overwritten by then.
   */
  private List<Code> apart(Text.Builder text, List<@Nullable Local> targets, List<Code> next) {
    List<Code> apart = new ArrayList<>(next);
    for (int i = 0; i < next.size(); i++) {
      for (int j = i + 1; j < next.size(); j++) {
        Local target = targets.get(i);
        Local other = targets.get(j);
        if (target != null && other != null && apart.get(j).reads().contains(target)) {
          Local kept = body.locals().named(other.name(), other.type());
          text.add("$[$T $L = $L;$]\n", kept.type(), kept.name(), apart.get(j).text());
          apart.set(j, Code.of(kept));
        }
      }
    }
    return apart;
  }
}

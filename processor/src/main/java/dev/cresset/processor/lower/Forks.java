package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Branches, and where one is: what one side or the other assigns leaves both as a result of {@code
 * prim::If}. How a side ended leaves it in the same way, where the graph must ask.
 */
final class Forks {
  private final Emitter emitter;
  private final Type returns;
  private Scope scope = new Scope();

  Forks(Emitter emitter, Type returns) {
    this.emitter = emitter;
    this.returns = returns;
  }

  /** What each variable is here. */
  Scope scope() {
    return scope;
  }

  /** Goes on with {@code other}. */
  void enter(Scope other) {
    scope = other;
  }

  /** Writes both sides of a branch of statements. */
  Exits fork(Value condition, At at, Supplier<Exits> then, Supplier<Exits> otherwise) {
    return fork(condition, at, "", side(() -> end(then.get())), side(() -> end(otherwise.get())))
        .exits;
  }

  /** {@code condition ? then : otherwise}, only one of them computed. */
  Value choose(
      Value condition, Supplier<Value> then, Supplier<Value> otherwise, String hint, At at) {
    End joined =
        fork(
            condition,
            at,
            hint,
            side(() -> new End(Exits.NEVER, then.get())),
            side(() -> new End(Exits.NEVER, otherwise.get())));
    if (joined.value == null) {
      throw new IllegalStateException("a choice at " + at + " gives nothing");
    }
    return joined.value;
  }

  /** Whether statements that may have ended in these ways, and told so, went to any target. */
  Value left(Exits exits, At at) {
    Value any = null;
    for (String target : exits.targets()) {
      Value flag = scope.get(Exits.flag(target));
      any =
          any == null
              ? flag
              : emitter.add("aten::__or__.bool", List.of(any, flag), Type.BOOL, "", at);
    }
    if (any == null) {
      throw new IllegalStateException("statements at " + at + " leave nowhere");
    }
    return any;
  }

  /** Lets flags tell which of {@code targets} statements went to that ended like this. */
  void tell(Exits exits, Set<String> targets) {
    tell(scope, exits, targets);
  }

  private void tell(Scope of, Exits exits, Set<String> targets) {
    for (String target : targets) {
      boolean goes = exits.targets().contains(target);
      if (!goes || !exits.areMixed()) {
        of.set(Exits.flag(target), emitter.constant(goes, Type.BOOL, At.NOWHERE));
      }
    }
  }

  /** How a side ends, and what it gives as an expression. */
  private record End(Exits exits, @Nullable Value value) {}

  private static End end(Exits exits) {
    return new End(exits, null);
  }

  /** One side, written: its variables at its end and its nodes. */
  private record Side(Scope scope, Exits exits, @Nullable Value value, List<Node> nodes) {}

  private Side side(Supplier<End> write) {
    Scope before = scope;
    scope = before.copy();
    emitter.open();
    End end = write.get();
    Side side = new Side(scope, end.exits, end.value, emitter.close());
    scope = before;
    return side;
  }

  private End fork(Value condition, At at, String hint, Side first, Side second) {
    Exits exits = first.exits.or(second.exits);
    if (exits.areMixed()) {
      tell(first.scope, first.exits, exits.targets());
      tell(second.scope, second.exits, exits.targets());
    }
    List<String> names = new ArrayList<>();
    List<String> hints = new ArrayList<>();
    List<Value> firstResults = new ArrayList<>();
    List<Value> secondResults = new ArrayList<>();
    if (first.value != null && second.value != null) {
      hints.add(hint);
      firstResults.add(first.value);
      secondResults.add(second.value);
    }
    for (String name : leaving(first, second, exits)) {
      Value a = first.scope.find(name);
      Value b = second.scope.find(name);
      Value some = a == null ? b : a;
      if (some != null) {
        names.add(name);
        hints.add(Scope.hint(name));
        firstResults.add(a == null ? emitter.uninitialized(some.type()) : a);
        secondResults.add(b == null ? emitter.uninitialized(some.type()) : b);
      }
    }
    List<Value> results =
        emitter.branch(
            condition,
            new Block(List.of(), first.nodes, firstResults),
            new Block(List.of(), second.nodes, secondResults),
            hints,
            at);
    int own = hints.size() - names.size();
    for (int i = 0; i < names.size(); i++) {
      scope.set(names.get(i), results.get(own + i));
    }
    return new End(exits, own == 0 ? null : results.get(0));
  }

  /**
   * The variables whose value after the branches depends on which of them ran. One that has no
   * value on a side is one that nobody asks for where that side goes.
   */
  private Set<String> leaving(Side first, Side second, Exits exits) {
    Set<String> names = new LinkedHashSet<>();
    boolean goesOn =
        exits.falls() || exits.targets().stream().anyMatch(t -> !t.equals(Exits.RETURN));
    for (String name : goesOn ? scope.declared() : Set.<String>of()) {
      Value a = first.scope.find(name);
      Value b = second.scope.find(name);
      boolean known = (a != null || !first.exits.falls()) && (b != null || !second.exits.falls());
      if (known && !Scope.isFlag(name) && (a != scope.find(name) || b != scope.find(name))) {
        names.add(name);
      }
    }
    if (exits.targets().contains(Exits.RETURN) && returns != Type.NONE) {
      names.add(Scope.RESULT);
    }
    if (exits.areMixed()) {
      exits.targets().forEach(target -> names.add(Exits.flag(target)));
    }
    return names;
  }
}

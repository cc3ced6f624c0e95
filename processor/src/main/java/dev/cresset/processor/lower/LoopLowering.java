package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loops: what a turn assigns is carried around by {@code prim::Loop}. A turn that breaks or returns
 * says so in a flag, which ends the loop and leaves it.
 */
final class LoopLowering {
  /** Lowers statements in a row. */
  interface Statements {
    Exits lower(List<Statement> statements);
  }

  private final Emitter emitter;
  private final Forks forks;
  private final ExpressionLowering expressions;
  private final Statements statements;
  private final Map<String, Type> declared;
  private final Type returns;

  /**
   * Loops of one method.
   *
   * @param statements lowers the statements of a turn
   * @param declared the types of the method's variables
   */
  LoopLowering(
      Emitter emitter,
      Forks forks,
      ExpressionLowering expressions,
      Statements statements,
      Map<String, Type> declared,
      Type returns) {
    this.emitter = emitter;
    this.forks = forks;
    this.expressions = expressions;
    this.statements = statements;
    this.declared = declared;
    this.returns = returns;
  }

  /**
   * A loop as the graph has it.
   *
   * @param exits how it may end as a statement
   * @param body lowers one turn up to its step, given its number
   * @param next lowers the step and the condition of the next turn; null where there is neither
   */
  private record Loop(
      String label,
      Set<String> assigned,
      Exits exits,
      String counter,
      Function<Value, Exits> body,
      @Nullable Supplier<Value> next,
      At at) {}

  Exits lower(Statement.For loop) {
    Scope outer = forks.scope();
    forks.enter(outer.copy());
    statements.lower(loop.start());
    Exits exits = Exits.of(List.of(loop));
    Counted counted = Counted.of(loop);
    if (counted == null) {
      boolean asks = !Exits.isTrue(loop.condition());
      Value first = expressions.lower(loop.condition(), "");
      boolean simple = !asks && loop.step().isEmpty();
      turns(
          forever(loop.at()),
          first,
          new Loop(
              loop.label(),
              Assignments.inTurn(loop),
              exits,
              "",
              turn -> statements.lower(loop.body()),
              simple
                  ? null
                  : () -> {
                    statements.lower(loop.step());
                    return expressions.lower(loop.condition(), "");
                  },
              loop.at()));
    } else {
      count(loop, counted, exits);
    }
    forks.enter(outer.with(forks.scope()));
    return exits;
  }

  private void count(Statement.For loop, Counted counted, Exits exits) {
    Set<String> assigned = new LinkedHashSet<>(Assignments.inTurn(loop));
    assigned.remove(counted.name());
    Value start = forks.scope().get(counted.name());
    Value end = counted.end(expressions);
    boolean plain = counted.step() == 1 && counted.startsAtZero();
    Value times =
        plain ? end : expressions.numbers().rangeLength(start, end, counted.step(), loop.at());
    turns(
        times,
        always(loop.at()),
        new Loop(
            loop.label(),
            assigned,
            exits,
            plain ? counted.name() : "",
            turn -> {
              Value here =
                  plain
                      ? turn
                      : expressions
                          .numbers()
                          .derivedIndex(turn, start, counted.step(), loop.at(), counted.name());
              forks.scope().set(counted.name(), here);
              return statements.lower(loop.body());
            },
            null,
            loop.at()));
  }

  Exits lower(Statement.Do loop) {
    Exits exits = Exits.of(List.of(loop));
    Set<String> assigned = new LinkedHashSet<>(Assignments.in(loop.body()));
    Scope outer = forks.scope();
    turns(
        forever(loop.at()),
        always(loop.at()),
        new Loop(
            loop.label(),
            assigned,
            exits,
            "",
            turn -> statements.lower(loop.body()),
            Exits.isTrue(loop.condition()) ? null : () -> expressions.lower(loop.condition(), ""),
            loop.at()));
    forks.enter(outer.with(forks.scope()));
    return exits;
  }

  Exits lower(Statement.ForEach loop) {
    Value over = expressions.lower(loop.over(), "");
    boolean modules = loop.over().type() instanceof ScriptType.ModulesOf;
    Value times = expressions.length(over, loop.at());
    Exits exits = Exits.of(List.of(loop));
    Scope outer = forks.scope();
    forks.enter(outer.copy());
    Type type = GraphTypes.of(loop.type());
    declared.put(loop.name(), type);
    turns(
        times,
        always(loop.at()),
        new Loop(
            loop.label(),
            Assignments.in(loop.body()),
            exits,
            "",
            turn -> {
              forks
                  .scope()
                  .set(
                      loop.name(),
                      expressions.element(over, modules, turn, type, loop.at(), loop.name()));
              return statements.lower(loop.body());
            },
            null,
            loop.at()));
    forks.enter(outer.with(forks.scope()));
    return exits;
  }

  private Value always(At at) {
    return emitter.constant(true, Type.BOOL, at);
  }

  private Value forever(At at) {
    return emitter.constant(Long.MAX_VALUE, Type.INT, at);
  }

  private void turns(Value most, Value first, Loop loop) {
    Set<String> told = loop.exits.areMixed() ? loop.exits.targets() : Set.of();
    Scope before = forks.scope();
    forks.tell(Exits.NEVER, told);
    if (loop.exits.targets().contains(Exits.RETURN) && returns != Type.NONE) {
      before.set(Scope.RESULT, emitter.uninitialized(returns));
    }
    List<String> carried = new ArrayList<>();
    List<Value> initial = new ArrayList<>();
    for (String name : before.declared()) {
      boolean ours =
          Scope.isFlag(name)
              ? told.stream().map(Exits::flag).anyMatch(name::equals)
              : name.equals(Scope.RESULT)
                  ? loop.exits.targets().contains(Exits.RETURN)
                  : loop.assigned.contains(name);
      if (ours) {
        carried.add(name);
        initial.add(initial(name));
      }
    }
    forks.enter(before.copy());
    emitter.open();
    List<Value> inputs = new ArrayList<>();
    inputs.add(emitter.fresh(loop.counter, Type.INT));
    for (int i = 0; i < carried.size(); i++) {
      Type type = carriedType(carried.get(i), initial.get(i));
      inputs.add(emitter.fresh(Scope.hint(carried.get(i)), type));
      forks.scope().set(carried.get(i), inputs.get(i + 1));
    }
    List<Value> results = new ArrayList<>();
    results.add(again(loop, inputs.get(0), told));
    carried.forEach(name -> results.add(forks.scope().get(name)));
    Block body = new Block(inputs, emitter.close(), results);
    forks.enter(before);
    List<String> hints = carried.stream().map(Scope::hint).toList();
    List<Value> after = emitter.loop(most, first, initial, body, hints, loop.at);
    for (int i = 0; i < carried.size(); i++) {
      before.set(carried.get(i), after.get(i));
    }
  }

  /** Lowers one turn; gives the condition for the next. */
  private Value again(Loop loop, Value turn, Set<String> told) {
    Exits exits = loop.body.apply(turn).within(Exits.again(loop.label));
    if (!exits.falls()) {
      forks.tell(exits, told);
      return emitter.constant(false, Type.BOOL, At.NOWHERE);
    } else if (exits.areMixed()) {
      Value left = forks.left(exits, loop.at);
      return loop.next == null
          ? expressions.numbers().not(left, loop.at)
          : forks.choose(
              left, () -> emitter.constant(false, Type.BOOL, At.NOWHERE), loop.next, "", loop.at);
    }
    return loop.next == null ? always(loop.at) : loop.next.get();
  }

  /** What a variable is before the first turn; one without a value gets it in a turn. */
  private Value initial(String name) {
    Value value = forks.scope().find(name);
    if (value != null) {
      return forks.scope().get(name);
    }
    Type type = declared.get(name);
    if (type == null) {
      throw new IllegalStateException("variable '" + name + "' was never declared");
    }
    return emitter.uninitialized(type);
  }

  /** What a variable is from turn to turn: one that may be null may be so in any. */
  private Type carriedType(String name, Value initial) {
    Type type = declared.get(name);
    return type instanceof Type.OptionalOf ? type : initial.type();
  }
}

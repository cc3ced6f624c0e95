package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The expressions of one method: each becomes the value of the node that computes it. */
final class ExpressionLowering {
  private final Emitter emitter;
  private final Forks forks;
  private final Function<String, Schema> schemas;
  private final NumberLowering numbers;
  private final IndexLowering indices;
  private @Nullable Value self;

  ExpressionLowering(Emitter emitter, Forks forks, Function<String, Schema> schemas) {
    this.emitter = emitter;
    this.forks = forks;
    this.schemas = schemas;
    this.numbers = new NumberLowering(emitter, this);
    this.indices = new IndexLowering(emitter, this);
  }

  /** What {@code this} is. */
  void self(Value value) {
    self = value;
  }

  NumberLowering numbers() {
    return numbers;
  }

  /** The value of {@code expression} where {@code type} is asked for. */
  Value as(Expression expression, Type type, String hint) {
    return as(lower(expression, hint), type, expression.at());
  }

  /** {@code value} where {@code type} is asked for. */
  Value as(Value value, Type type, At at) {
    Type given = value.type();
    if (given.fits(type)) {
      return value;
    }
    if (given instanceof Type.OptionalOf option && option.element().fits(type)) {
      return emitter.add(Kinds.UNCHECKED_CAST, List.of(value), option.element(), "", at);
    }
    if (type instanceof Type.OptionalOf option) {
      return as(value, option.element(), at);
    }
    if (type == Type.FLOAT && given == Type.INT) {
      return emitter.add("aten::Float.Scalar", List.of(value), Type.FLOAT, "", at);
    }
    if (type instanceof Type.ListOf list && given.fits(list.element().inGraph())) {
      return emitter.add(Kinds.LIST_CONSTRUCT, List.of(value), type.inGraph(), "", at);
    }
    return value;
  }

  /** {@code value} as an argument: one int for {@code int[2]} is two of them. */
  private Value as(Value value, Argument argument, At at) {
    boolean single =
        argument.type() instanceof Type.ListOf list && value.type().fits(list.element().inGraph());
    return single && argument.length() > 1
        ? emitter.add(
            Kinds.LIST_CONSTRUCT,
            Collections.nCopies(argument.length(), value),
            argument.type().inGraph(),
            "",
            at)
        : as(value, argument.type(), at);
  }

  /**
   * The value of {@code expression}.
   *
   * @param hint the user's name for it, or empty
   */
  Value lower(Expression expression, String hint) {
    At at = expression.at();
    if (expression instanceof Expression.Literal literal) {
      return literal(literal);
    } else if (expression instanceof Expression.Variable variable) {
      return forks.scope().get(variable.name());
    } else if (expression instanceof Expression.Self) {
      return self();
    } else if (expression instanceof Expression.Field field) {
      Value module = lower(field.receiver(), "");
      return attribute(module, ScriptField.key(field.name()), GraphTypes.of(field.type()));
    } else if (expression instanceof Expression.ChildAt child) {
      return child(child);
    } else if (expression instanceof Expression.OpCall call) {
      return call(call, hint);
    } else if (expression instanceof Expression.Subscript subscript) {
      return indices.lower(subscript, hint);
    } else if (expression instanceof Expression.ModuleCall call) {
      return method(
          lower(call.module(), ""), call.method(), call.hooks(), call.arguments(), call, hint);
    } else if (expression instanceof Expression.HelperCall call) {
      return method(self(), call.method(), true, call.arguments(), call, hint);
    } else if (expression instanceof Expression.FunctionCall call) {
      return function(call.owner() + "." + call.method(), call.arguments(), call, hint);
    } else if (expression instanceof Expression.MapCall call) {
      return function(call.owner() + "." + call.method(), call.arguments(), call, hint);
    } else if (expression instanceof Expression.Conditional choice) {
      return choose(
          lower(choice.condition(), ""),
          () -> {
            refine(choice.condition(), true);
            return lower(choice.then(), "");
          },
          () -> {
            refine(choice.condition(), false);
            return lower(choice.otherwise(), "");
          },
          hint,
          at);
    } else if (expression instanceof Expression.IsNull test) {
      Value none = emitter.constant(null, Type.NONE, At.NOWHERE);
      String op = test.negated() ? "aten::__isnot__" : "aten::__is__";
      return emitter.add(op, List.of(raw(test.value()), none), Type.BOOL, hint, at);
    } else if (expression instanceof Expression.Text text) {
      String op = textOp(text.value().type());
      return emitter.add(op, List.of(lower(text.value(), "")), Type.STR, hint, at);
    } else if (expression instanceof Expression.Construct make) {
      return construct(make, hint);
    } else if (expression instanceof Expression.Access access) {
      Value index = emitter.constant((long) access.index(), Type.INT, At.NOWHERE);
      Value tuple = lower(access.tuple(), "");
      Type type = GraphTypes.of(access.type());
      return emitter.add(Kinds.TUPLE_INDEX, List.of(tuple, index), type, hint, at);
    } else if (expression instanceof Expression.ListLiteral list) {
      Type.ListOf type = (Type.ListOf) GraphTypes.of(list.type());
      List<Value> elements =
          list.elements().stream().map(each -> as(each, type.element(), "")).toList();
      return emitter.add(Kinds.LIST_CONSTRUCT, elements, type, hint, at);
    } else if (expression instanceof Expression.ElementAt element) {
      Value list = lower(element.list(), "");
      Value index = lower(element.index(), "");
      return element(list, false, index, GraphTypes.of(element.type()), at, hint);
    } else if (expression instanceof Expression.ListCall call) {
      return listCall(call, hint);
    } else if (expression instanceof Expression.Length length) {
      return length(lower(length.list(), ""), at);
    }
    return numbers.lower(expression, hint);
  }

  /** Java writes reals and truths in another way than Python. */
  private static String textOp(ScriptType type) {
    return type == ScriptType.Simple.FLOAT
        ? "cresset::str_float"
        : type == ScriptType.Simple.DOUBLE
            ? "cresset::str_double"
            : type == ScriptType.Simple.BOOLEAN ? "cresset::str_bool" : "aten::str";
  }

  private Value self() {
    if (self == null) {
      throw new IllegalStateException("a static function has no self");
    }
    return self;
  }

  private Value literal(Expression.Literal literal) {
    Type type = GraphTypes.of(literal.type());
    boolean blank = literal.value() == null && !(literal.type() instanceof ScriptType.OptionalOf);
    if (blank && literal.type() != ScriptType.Simple.NULL) {
      return emitter.uninitialized(type); // an element of a new array
    }
    if (literal.value() instanceof DType dtype) {
      return emitter.constant((long) dtype.code(), Type.INT, literal.at());
    }
    return emitter.constant(
        literal.value(), literal.value() == null ? Type.NONE : type, literal.at());
  }

  /** A variable as it was declared, whatever a test has told about it. */
  private Value raw(Expression expression) {
    Value known =
        expression instanceof Expression.Variable variable
            ? forks.scope().find(variable.name())
            : null;
    return known == null ? lower(expression, "") : known;
  }

  /** Notes what follows for variables where {@code condition} is {@code truth}. */
  void refine(Expression condition, boolean truth) {
    if (condition instanceof Expression.IsNull test
        && test.negated() == truth
        && test.value() instanceof Expression.Variable variable) {
      Value value = forks.scope().get(variable.name());
      if (value.type() instanceof Type.OptionalOf option) {
        forks
            .scope()
            .refine(
                variable.name(),
                emitter.add(
                    Kinds.UNCHECKED_CAST,
                    List.of(value),
                    option.element(),
                    variable.name(),
                    At.NOWHERE));
      }
    } else if (condition instanceof Expression.Unary not
        && not.operator() == Expression.Unary.Operator.NOT) {
      refine(not.operand(), !truth);
    } else if (condition instanceof Binary both
        && both.operator() == (truth ? Binary.Operator.AND_THEN : Binary.Operator.OR_ELSE)) {
      refine(both.left(), truth);
      refine(both.right(), truth);
    }
  }

  /** {@code condition ? then : otherwise}, only one of them computed. */
  Value choose(
      Value condition, Supplier<Value> then, Supplier<Value> otherwise, String hint, At at) {
    return forks.choose(condition, then, otherwise, hint, at);
  }

  /** Ends the graph with an exception. */
  void raise(Statement.Throw raise) {
    Value message = lower(raise.message(), "");
    Value exception = emitter.constant(raise.exception(), Type.STR, At.NOWHERE);
    emitter.raise(message, exception, raise.at());
  }

  // ---- modules

  private Value attribute(Value module, String name, Type type) {
    return emitter.add(
        Kinds.GET_ATTR, List.of(module), Map.of("name", name), type, name, At.NOWHERE);
  }

  private Value child(Expression.ChildAt child) {
    Value modules = lower(child.modules(), "");
    Type type = GraphTypes.of(child.type());
    if (child.index() instanceof Expression.Literal literal
        && literal.value() instanceof Long index) {
      return emitter.add(
          Kinds.GET_ATTR,
          List.of(modules),
          Map.of("name", index.toString()),
          type,
          "_" + index,
          At.NOWHERE);
    }
    return element(modules, true, lower(child.index(), ""), type, child.at(), "");
  }

  private Value method(
      Value receiver,
      String name,
      boolean hooks,
      List<Expression> arguments,
      Expression call,
      String hint) {
    List<Value> in = new ArrayList<>(List.of(receiver));
    arguments.forEach(argument -> in.add(lower(argument, "")));
    Map<String, Object> attributes = new HashMap<>(Map.of("name", name));
    if (!hooks) {
      attributes.put("hooks", 0L); // written forward(..), which passes the hooks by
    }
    Type type = GraphTypes.of(call.type());
    if (type == Type.NONE) {
      return emitter.add(Kinds.CALL_METHOD, in, attributes, Type.NONE, "", call.at());
    }
    return emitter.add(Kinds.CALL_METHOD, in, attributes, type, hint, call.at());
  }

  private Value function(String name, List<Expression> arguments, Expression call, String hint) {
    List<Value> in = new ArrayList<>(List.of(emitter.function(name)));
    arguments.forEach(argument -> in.add(lower(argument, "")));
    return emitter.add(Kinds.CALL_FUNCTION, in, GraphTypes.of(call.type()), hint, call.at());
  }

  // ---- ops

  private Value call(Expression.OpCall call, String hint) {
    Schema schema = schemas.apply(call.op());
    Map<String, Value> given = new HashMap<>();
    for (var argument : call.arguments()) { // in the order in which Java evaluates them
      int index = schema.indexOf(argument.name());
      if (index < 0) {
        throw new IllegalStateException(schema + " has no argument '" + argument.name() + "'");
      }
      Value value = lower(argument.value(), "");
      given.put(argument.name(), as(value, schema.arguments().get(index), argument.value().at()));
    }
    List<Value> in = new ArrayList<>();
    for (Argument argument : schema.arguments()) {
      Value value = given.get(argument.name());
      in.add(value != null ? value : byDefault(schema, argument, call.at()));
    }
    return op(schema, in, hint, call.at());
  }

  /** Calls an op by name, all arguments given. */
  Value op(String name, List<Value> in, String hint, At at) {
    return op(schemas.apply(name), in, hint, at);
  }

  private Value op(Schema schema, List<Value> in, String hint, At at) {
    List<Type> types = schema.returns().stream().map(each -> each.type().inGraph()).toList();
    if (types.size() == 1) {
      return emitter.add(schema.qualifiedName(), in, types.get(0), hint, at);
    }
    List<Value> results = emitter.addAll(schema.qualifiedName(), in, types, at);
    return results.isEmpty()
        ? emitter.constant(null, Type.NONE, At.NOWHERE)
        : emitter.add(Kinds.TUPLE_CONSTRUCT, results, new Type.Tuple(types), hint, at);
  }

  private Value byDefault(Schema schema, Argument argument, At at) {
    Object value = argument.defaultValue();
    if (value == null) {
      throw new IllegalStateException(
          schema + " needs '" + argument.name() + "', which the call at " + at + " does not give");
    }
    return constant(value, argument.type().inGraph(), at);
  }

  private Value constant(Object value, Type type, At at) {
    if (value == None.NONE) {
      return emitter.constant(null, Type.NONE, At.NOWHERE);
    }
    if (value instanceof List<?> list) {
      Type whole = type instanceof Type.OptionalOf option ? option.element() : type;
      Type each = ((Type.ListOf) whole).element();
      List<Value> elements = list.stream().map(item -> constant(item, each, at)).toList();
      return emitter.add(Kinds.LIST_CONSTRUCT, elements, whole, "", at);
    }
    Type own =
        value instanceof Long
            ? Type.INT
            : value instanceof Double
                ? Type.FLOAT
                : value instanceof Boolean ? Type.BOOL : Type.STR;
    return emitter.constant(value, own, At.NOWHERE);
  }

  // ---- tuples and lists

  private Value construct(Expression.Construct make, String hint) {
    Type.Tuple type = (Type.Tuple) GraphTypes.of(make.type());
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < make.arguments().size(); i++) {
      elements.add(as(make.arguments().get(i), type.elements().get(i), ""));
    }
    return emitter.add(Kinds.TUPLE_CONSTRUCT, elements, type, hint, make.at());
  }

  /** What is done to a list: an op whose types are those of the list at hand. */
  private Value listCall(Expression.ListCall call, String hint) {
    List<Value> in = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      in.add(lower(argument, ""));
    }
    Schema schema = schemas.apply(call.op());
    if (schema.returns().isEmpty()) {
      emitter.addAll(call.op(), in, List.of(), call.at());
      return emitter.constant(null, Type.NONE, At.NOWHERE);
    }
    Type type =
        call.type() == ScriptType.Simple.VOID ? in.get(0).type() : GraphTypes.of(call.type());
    return emitter.add(call.op(), in, type, hint, call.at());
  }

  /** How many elements {@code list} has; also of a module that holds modules. */
  Value length(Value list, At at) {
    return emitter.add("aten::len.t", List.of(list), Type.INT, "", at);
  }

  /** One element of {@code list}, or one module of a module that holds modules. */
  Value element(Value list, boolean modules, Value index, Type type, At at, String hint) {
    String op = modules ? "prim::ModuleContainerIndex" : "aten::__getitem__.t";
    return emitter.add(op, List.of(list, index), type, hint, at);
  }
}

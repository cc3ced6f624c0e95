package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Moments;
import dev.cresset.OutputState;
import dev.cresset.OutputStateCell;
import dev.cresset.StateCell;
import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a graph of one run of ordinary Java: each op that the run calls is a node. As {@code
 * torch.jit.trace}, and unlike it nothing is left out in silence:
 *
 * <ul>
 *   <li>Where Java looks at a tensor's value, tracing ends with the place; with {@link #guarded}
 *       the graph has a guard there, which fails by name if a later call would have seen another
 *       value.
 *   <li>A size that Java asks for is guarded likewise. With another run, {@link #again}, whose
 *       inputs have other sizes, what follows from a size is computed from it.
 *   <li>A scripted module that is called is a call in the graph, with its branches and loops.
 * </ul>
 *
 * <p>The run works on copies of the inputs. What it changes of modules is changed.
 */
public final class Trace {
  private Trace() {}

  /**
   * Traces a function of one tensor.
   *
   * @param function gives a tensor, or what {@link #of(Function, List, TraceOption...)} says
   * @throws TraceException if it does what no graph can hold; the message tells the place
   */
  public static Traced of(Function<? super Tensor, ?> function, Tensor x, TraceOption... options) {
    return traced(null, in -> value(function.apply(in.get(0).toTensor())), tensors(x), options);
  }

  /** Traces a function of two tensors. */
  public static Traced of(
      BiFunction<? super Tensor, ? super Tensor, ?> function,
      Tensor x,
      Tensor y,
      TraceOption... options) {
    return traced(
        null,
        in -> value(function.apply(in.get(0).toTensor(), in.get(1).toTensor())),
        tensors(x, y),
        options);
  }

  /**
   * Traces a function of any number of tensors.
   *
   * @param function gives tensors, numbers, truths and texts, alone or in lists, arrays, maps from
   *     text, records of the library, or as an {@link IValue}
   */
  public static Traced of(
      Function<? super List<Tensor>, ?> function, List<Tensor> inputs, TraceOption... options) {
    return traced(
        null,
        in -> value(function.apply(in.stream().map(IValue::toTensor).toList())),
        tensors(inputs.toArray(new Tensor[0])),
        options);
  }

  /**
   * Traces a module of one tensor: its {@code forward} as it is written. Modules in it keep their
   * names, tensors stay those of the module.
   */
  public static Traced of(NnModule module, Tensor x, TraceOption... options) {
    return of(module, tensors(x), options);
  }

  /** Traces a module of two tensors. */
  public static Traced of(NnModule module, Tensor x, Tensor y, TraceOption... options) {
    return of(module, tensors(x, y), options);
  }

  /** Traces a module whose {@code forward} takes values of any type. */
  public static Traced of(NnModule module, List<IValue> inputs, TraceOption... options) {
    return traced(module, module::invoke, inputs, options);
  }

  private static Traced traced(
      @Nullable NnModule module,
      Function<List<IValue>, IValue> function,
      List<IValue> inputs,
      TraceOption... options) {
    return new Tracing(module, function, inputs, List.of(options)).traced();
  }

  /**
   * Lets Java look at values: the graph has a guard at each such place, which ends a call that
   * would have seen another value, and names the place.
   */
  public static TraceOption guarded() {
    return new TraceOption.Guarded();
  }

  /**
   * One more run, with inputs of other sizes: what follows from sizes is then computed from them.
   * It may be given several times.
   */
  public static TraceOption again(Tensor... inputs) {
    return new TraceOption.Again(tensors(inputs));
  }

  /** One more run, with inputs of any type. */
  public static TraceOption again(List<IValue> inputs) {
    return new TraceOption.Again(inputs);
  }

  /**
   * Traces scripted modules step by step, too, as they are written, instead of calling their
   * graphs.
   */
  public static TraceOption asWritten() {
    return new TraceOption.AsWritten();
  }

  private static List<IValue> tensors(Tensor... tensors) {
    return Arrays.stream(tensors).map(IValue::from).toList();
  }

  /** What a function of plain Java gives, boxed. */
  static IValue value(@Nullable Object result) {
    if (result instanceof IValue value) {
      return value;
    } else if (result instanceof Tensor tensor) {
      return IValue.from(tensor);
    } else if (result == null) {
      return IValue.none();
    } else if (result instanceof Object[] several) {
      return all(Arrays.asList(several));
    } else if (result instanceof List<?> several) {
      return all(several);
    } else if (result instanceof Map<?, ?> map) {
      Map<IValue, IValue> values = new LinkedHashMap<>();
      map.forEach((key, held) -> values.put(value(key), value(held)));
      return IValue.dictFrom(values);
    } else if (result instanceof Boolean truth) {
      return IValue.from(truth);
    } else if (result instanceof Double || result instanceof Float) {
      return IValue.from(((Number) result).doubleValue());
    } else if (result instanceof Number number) {
      return IValue.from(number.longValue());
    } else if (result instanceof String text) {
      return IValue.from(text);
    }
    return record(result);
  }

  private static IValue all(List<?> values) {
    List<IValue> all = new ArrayList<>();
    values.forEach(each -> all.add(value(each)));
    return IValue.list(all);
  }

  private static IValue record(Object result) {
    if (result instanceof ValuesIndices pair) {
      return tuple(pair.values(), pair.indices());
    } else if (result instanceof OutputState state) {
      return tuple(state.output(), state.h());
    } else if (result instanceof OutputStateCell state) {
      return tuple(state.output(), state.h(), state.c());
    } else if (result instanceof StateCell state) {
      return tuple(state.h(), state.c());
    } else if (result instanceof Moments moments) {
      return tuple(moments.spread(), moments.mean());
    } else if (result instanceof LSTM.Result lstm) {
      return IValue.tupleFrom(IValue.from(lstm.output()), record(lstm.state()));
    }
    throw new TraceException(
        ("a function that is traced gave a %s; give tensors, numbers, truths or texts, alone or in"
                + " lists, arrays or maps, and of a record its IValue: IValue.tupleFrom(..)")
            .formatted(result.getClass().getSimpleName()));
  }

  private static IValue tuple(Tensor... parts) {
    return IValue.tupleFrom(Arrays.stream(parts).map(IValue::from).toArray(IValue[]::new));
  }
}

package dev.cresset.tools.summary;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Storage;
import dev.cresset.nn.ModuleRecorder;
import dev.cresset.nn.NnModule;
import dev.cresset.tensor.Recording;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what the modules of one run do. */
final class SummaryRecorder implements ModuleRecorder {

  /** What one module did, with those in it. */
  static final class Work {
    long calls;
    long multiplyAdds;
    long bytes;
    @Nullable IValue output;
  }

  private final Map<NnModule, Work> works = new IdentityHashMap<>();
  private final Deque<NnModule> running = new ArrayDeque<>();
  private final Set<Storage> known = Collections.newSetFromMap(new WeakHashMap<>());

  /** Counts; memory of {@code there} is no result of the run. */
  SummaryRecorder(List<Tensor> there) {
    there.forEach(tensor -> known.add(tensor.strided().storage()));
  }

  /** What the module did; nothing if it was not called. */
  Work work(NnModule module) {
    return works.computeIfAbsent(module, m -> new Work());
  }

  @Override
  public <R> R op(String name, Supplier<R> run, @Nullable Object... arguments) {
    R result = Recording.by(null, run);
    count(name, result, arguments);
    return result;
  }

  @Override
  public void act(String name, Runnable run, @Nullable Object... arguments) {
    op(
        name,
        () -> {
          run.run();
          return IValue.none();
        },
        arguments);
  }

  private void count(String name, @Nullable Object result, @Nullable Object[] arguments) {
    long multiplyAdds = Recording.by(null, () -> MultiplyAdds.of(name, arguments, result));
    long bytes = Recording.by(null, () -> fresh(result));
    for (NnModule module : running) {
      Work work = work(module);
      work.multiplyAdds += multiplyAdds;
      work.bytes += bytes;
    }
  }

  /** The bytes of results that do not lie in memory that was there. */
  private long fresh(@Nullable Object result) {
    long bytes = 0;
    for (Tensor tensor : MultiplyAdds.tensors(result)) {
      if (known.add(tensor.strided().storage())) {
        bytes += tensor.numel() * tensor.dtype().size();
      }
    }
    return bytes;
  }

  @Override
  public IValue call(
      NnModule module, List<IValue> inputs, boolean hooked, Function<List<IValue>, IValue> run) {
    Work work = work(module);
    work.calls++;
    boolean inside = running.contains(module); // it calls itself, which counts once
    if (!inside) {
      running.push(module);
    }
    try {
      IValue output = run.apply(inputs);
      work.output = work.output == null ? output : work.output;
      return output;
    } finally {
      if (!inside) {
        running.pop();
      }
    }
  }

  // What Java asks and does besides changes nothing that is counted.

  @Override
  public <R> R elements(String what, Supplier<R> run, Tensor tensor) {
    return Recording.by(null, run);
  }

  @Override
  public boolean asked() {
    return false;
  }

  @Override
  public void memory(Tensor tensor) {}

  @Override
  public void made(Tensor tensor) {}

  @Override
  public void shows(Tensor shown, Tensor other) {}

  @Override
  public void refuse(String what) {}
}

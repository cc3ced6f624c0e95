package dev.cresset.nn;

import dev.cresset.IValue;
import dev.cresset.tensor.Recorder;
import java.util.List;
import java.util.function.Function;

/** Is told of the calls of modules, too. */
public interface ModuleRecorder extends Recorder {

  /**
   * A module is called.
   *
   * @param hooked whether it has hooks, which {@code run} runs
   * @param run the call; the recorder makes it once
   * @return what {@code run} gave
   */
  IValue call(
      NnModule module, List<IValue> inputs, boolean hooked, Function<List<IValue>, IValue> run);
}

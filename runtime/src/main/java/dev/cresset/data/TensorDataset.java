package dev.cresset.data;

import dev.cresset.Tensor;
import java.util.Arrays;

/**
 * A data set that lies in two tensors, along their first size. As {@code
 * torch.utils.data.TensorDataset}.
 */
public final class TensorDataset implements Dataset {
  private final Tensor inputs;
  private final Tensor targets;

  /**
   * A data set of the rows of two tensors.
   *
   * @param inputs {@code [n, ...]}
   * @param targets {@code [n, ...]}
   * @throws IllegalArgumentException if the first sizes differ
   */
  public TensorDataset(Tensor inputs, Tensor targets) {
    if (inputs.dim() == 0 || targets.dim() == 0 || inputs.size(0) != targets.size(0)) {
      throw new IllegalArgumentException(
          "inputs and targets need the same first size, given "
              + Arrays.toString(inputs.sizes())
              + " and "
              + Arrays.toString(targets.sizes()));
    }
    this.inputs = inputs;
    this.targets = targets;
  }

  @Override
  public long size() {
    return inputs.size(0);
  }

  @Override
  public Example get(long index) {
    return new Example(Stack.row(inputs, index), Stack.row(targets, index));
  }
}

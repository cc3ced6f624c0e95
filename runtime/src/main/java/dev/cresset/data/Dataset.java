package dev.cresset.data;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Examples by number. As a map-style {@code torch.utils.data.Dataset}.
 *
 * <p>A loader with workers calls it from several threads.
 */
public interface Dataset {

  /** How many examples there are. */
  long size();

  /** The example number {@code index}, from 0 on. */
  Example get(long index);

  /**
   * The examples of these numbers as one: inputs and targets are stacked along a new first size.
   * Override it where a batch can be had at once.
   *
   * @throws DataException if an example fails; it names the number
   */
  default Example batch(long... indices) {
    List<Tensor> inputs = new ArrayList<>(indices.length);
    List<Tensor> targets = new ArrayList<>(indices.length);
    for (long index : indices) {
      try {
        Example example = get(index);
        inputs.add(example.input());
        targets.add(example.target());
      } catch (RuntimeException e) {
        throw new DataException(index, e);
      }
    }
    return new Example(Stack.of(inputs), Stack.of(targets));
  }
}

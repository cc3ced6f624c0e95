package dev.cresset.backend;

/**
 * A function of each element and of folds of its row, such as softmax with what stands around it: a
 * kernel that is run on one row at a time, from index 0. Subclasses are generated.
 */
public abstract class RowKernel extends PointwiseKernel {

  /**
   * A kernel.
   *
   * @param name what profiles and errors call it
   * @param inputs how many arrays it reads
   * @param scalars how many numbers it takes
   * @param outputs how many arrays it writes
   * @param temps how many arrays as long as a row it needs for itself
   */
  protected RowKernel(String name, int inputs, int scalars, int outputs, int temps) {
    super(name, inputs, scalars, outputs, temps, true);
  }
}

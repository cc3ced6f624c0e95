package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.Iterator;
import java.util.List;

/** Layers one after the other. */
public final class Sequential extends Layer implements Iterable<Layer> {
  private final List<Layer> layers;
  public Sequential(Layer... layers) { this.layers = List.of(layers); }
  public Layer get(int index) { return layers.get(index); }
  public int size() { return layers.size(); }
  @Override public Iterator<Layer> iterator() { return layers.iterator(); }
  @Override public Tensor forward(Tensor input) { return input; }
  @Override public Tensor call(Tensor input) { return input; }
}

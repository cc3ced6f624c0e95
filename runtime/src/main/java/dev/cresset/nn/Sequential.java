package dev.cresset.nn;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Layers one after the other, each given what the one before it made. As {@code
 * torch.nn.Sequential}.
 */
public final class Sequential extends Layer implements Iterable<Layer> {
  private final NamedModules<Layer> layers = new NamedModules<>(this);

  /** These layers, named 0, 1, 2. */
  public Sequential(Layer... layers) {
    for (Layer layer : layers) {
      this.layers.add(layer);
    }
  }

  /** Adds a layer at the end under the next number. As {@code append}. */
  public Sequential add(Layer layer) {
    layers.add(layer);
    return this;
  }

  /** Adds a layer at the end under a name of its own. As a {@code Sequential(OrderedDict)}. */
  public Sequential add(String name, Layer layer) {
    layers.add(name, layer);
    return this;
  }

  /** The layer at {@code index}; negative ones count from the end. */
  public Layer get(int index) {
    return layers.get(index);
  }

  /** The layer under {@code name}. */
  public Layer get(String name) {
    return layers.get(name);
  }

  /** How many layers there are. */
  public int size() {
    return layers.inOrder().size();
  }

  @Override
  public Iterator<Layer> iterator() {
    return layers.inOrder().iterator();
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor x = input;
    for (Layer layer : layers.inOrder()) {
      x = layer.call(x);
    }
    return x;
  }

  @Override
  public Tensor call(Tensor input) {
    return plain() ? forward(input) : hooked(List.of(IValue.from(input))).toTensor();
  }

  @Override
  protected IValue invokeForward(List<IValue> inputs) {
    return IValue.from(forward(inputs.get(0).toTensor()));
  }

  @Override
  protected void visit(Visitor v) {
    layers.visit(v);
  }

  @Override
  public Sequential train() {
    super.train();
    return this;
  }

  @Override
  public Sequential train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override
  public Sequential eval() {
    super.eval();
    return this;
  }

  @Override
  public Sequential to(Device device) {
    super.to(device);
    return this;
  }

  @Override
  public Sequential to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override
  public Sequential cuda() {
    super.cuda();
    return this;
  }

  @Override
  public Sequential cpu() {
    super.cpu();
    return this;
  }

  @Override
  public Sequential apply(Consumer<? super NnModule> action) {
    super.apply(action);
    return this;
  }

  @Override
  public Sequential requiresGrad_(boolean requiresGrad) {
    super.requiresGrad_(requiresGrad);
    return this;
  }
}

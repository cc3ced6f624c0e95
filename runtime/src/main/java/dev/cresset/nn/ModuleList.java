package dev.cresset.nn;

import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Modules in a list, for loops: {@code for (Block b : blocks) x = b.call(x)}. As {@code
 * torch.nn.ModuleList}.
 *
 * @param <M> what they all are
 */
public final class ModuleList<M extends NnModule> extends NnModule implements Iterable<M> {
  private final NamedModules<M> modules = new NamedModules<>(this);

  /** An empty list. */
  public ModuleList() {}

  /** A list of these. */
  public ModuleList(List<? extends M> modules) {
    modules.forEach(this.modules::add);
  }

  /** Adds a module at the end. As {@code append}. */
  public ModuleList<M> add(M module) {
    modules.add(module);
    return this;
  }

  /** The module at {@code index}; negative ones count from the end. */
  public M get(int index) {
    return modules.get(index);
  }

  /** How many modules there are. */
  public int size() {
    return modules.inOrder().size();
  }

  @Override
  public Iterator<M> iterator() {
    return modules.inOrder().iterator();
  }

  @Override
  protected void visit(Visitor v) {
    modules.visit(v);
  }

  @Override
  public ModuleList<M> train() {
    super.train();
    return this;
  }

  @Override
  public ModuleList<M> train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override
  public ModuleList<M> eval() {
    super.eval();
    return this;
  }

  @Override
  public ModuleList<M> to(Device device) {
    super.to(device);
    return this;
  }

  @Override
  public ModuleList<M> to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override
  public ModuleList<M> cuda() {
    super.cuda();
    return this;
  }

  @Override
  public ModuleList<M> cpu() {
    super.cpu();
    return this;
  }

  @Override
  public ModuleList<M> apply(Consumer<? super NnModule> action) {
    super.apply(action);
    return this;
  }

  @Override
  public ModuleList<M> requiresGrad_(boolean requiresGrad) {
    super.requiresGrad_(requiresGrad);
    return this;
  }
}

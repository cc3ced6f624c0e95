package dev.cresset.nn;

import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Modules by name, in the order they were put. As {@code torch.nn.ModuleDict}.
 *
 * @param <M> what they all are
 */
public final class ModuleDict<M extends NnModule> extends NnModule {
  private final NamedModules<M> modules = new NamedModules<>(this);

  /** An empty dictionary. */
  public ModuleDict() {}

  /** Adds a module under a new name. */
  public ModuleDict<M> put(String name, M module) {
    modules.add(name, module);
    return this;
  }

  /** The module under {@code name}. */
  public M get(String name) {
    return modules.get(name);
  }

  /** All of them, in order. */
  public Map<String, M> asMap() {
    return modules.byName();
  }

  /** How many modules there are. */
  public int size() {
    return modules.inOrder().size();
  }

  @Override
  protected void visit(Visitor v) {
    modules.visit(v);
  }

  @Override
  public ModuleDict<M> train() {
    super.train();
    return this;
  }

  @Override
  public ModuleDict<M> train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override
  public ModuleDict<M> eval() {
    super.eval();
    return this;
  }

  @Override
  public ModuleDict<M> to(Device device) {
    super.to(device);
    return this;
  }

  @Override
  public ModuleDict<M> to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override
  public ModuleDict<M> cuda() {
    super.cuda();
    return this;
  }

  @Override
  public ModuleDict<M> cpu() {
    super.cpu();
    return this;
  }

  @Override
  public ModuleDict<M> apply(Consumer<? super NnModule> action) {
    super.apply(action);
    return this;
  }

  @Override
  public ModuleDict<M> requiresGrad_(boolean requiresGrad) {
    super.requiresGrad_(requiresGrad);
    return this;
  }
}

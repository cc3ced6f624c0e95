package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Parameters in a list, named 0, 1, 2. As {@code torch.nn.ParameterList}. */
public final class ParameterList extends NnModule implements Iterable<Tensor> {
  private final List<Tensor> parameters = new ArrayList<>();

  /** A list of these, each made a parameter. */
  public ParameterList(Tensor... parameters) {
    for (Tensor parameter : parameters) {
      add(parameter);
    }
  }

  /** Adds a tensor at the end and makes it a parameter. As {@code append}. */
  public ParameterList add(Tensor parameter) {
    parameters.add(param(parameter));
    return this;
  }

  /** The parameter at {@code index}. */
  public Tensor get(int index) {
    return parameters.get(index);
  }

  /** How many parameters there are. */
  public int size() {
    return parameters.size();
  }

  @Override
  public Iterator<Tensor> iterator() {
    return Collections.unmodifiableList(parameters).iterator();
  }

  @Override
  protected void visit(Visitor v) {
    for (int i = 0; i < parameters.size(); i++) {
      v.parameter(Integer.toString(i), parameters.get(i));
    }
  }

  @Override
  protected String extraRepr() {
    List<String> lines = new ArrayList<>();
    for (Tensor p : parameters) {
      String sizes =
          Arrays.stream(p.sizes()).mapToObj(Long::toString).collect(Collectors.joining("x"));
      lines.add(
          "  (%d): Parameter containing: [torch.%s of size %s]"
              .formatted(lines.size(), p.dtype().torchName(), sizes));
    }
    return String.join("\n", lines);
  }

  @Override
  public ParameterList train() {
    super.train();
    return this;
  }

  @Override
  public ParameterList train(boolean mode) {
    super.train(mode);
    return this;
  }

  @Override
  public ParameterList eval() {
    super.eval();
    return this;
  }

  @Override
  public ParameterList to(Device device) {
    super.to(device);
    return this;
  }

  @Override
  public ParameterList to(DType dtype) {
    super.to(dtype);
    return this;
  }

  @Override
  public ParameterList cuda() {
    super.cuda();
    return this;
  }

  @Override
  public ParameterList cpu() {
    super.cpu();
    return this;
  }

  @Override
  public ParameterList apply(Consumer<? super NnModule> action) {
    super.apply(action);
    return this;
  }

  @Override
  public ParameterList requiresGrad_(boolean requiresGrad) {
    super.requiresGrad_(requiresGrad);
    return this;
  }
}

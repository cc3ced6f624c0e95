package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The weights of recurrent networks in PyTorch's order, and their names. */
final class RecurrentWeights {
  private final List<String> names = new ArrayList<>();
  private final List<Tensor> tensors = new ArrayList<>();
  private final RecurrentSettings settings;

  RecurrentWeights(int gates, long inputSize, long hiddenSize, RecurrentSettings settings) {
    if (inputSize <= 0 || hiddenSize <= 0 || settings.numLayers <= 0) {
      throw new IllegalArgumentException(
          "sizes and layers must be 1 or more, given %d, %d and %d"
              .formatted(inputSize, hiddenSize, settings.numLayers));
    }
    if (settings.projSize >= hiddenSize) {
      throw new IllegalArgumentException(
          "projSize is %d; it must be smaller than the hidden size %d"
              .formatted(settings.projSize, hiddenSize));
    }
    this.settings = settings;
    long state = settings.projSize > 0 ? settings.projSize : hiddenSize;
    int directions = settings.bidirectional ? 2 : 1;
    for (int layer = 0; layer < settings.numLayers; layer++) {
      for (int d = 0; d < directions; d++) {
        String end = "_l" + layer + (d == 1 ? "_reverse" : "");
        long from = layer == 0 ? inputSize : state * directions;
        add("weight_ih" + end, hiddenSize, gates * hiddenSize, from);
        add("weight_hh" + end, hiddenSize, gates * hiddenSize, state);
        if (settings.bias) {
          add("bias_ih" + end, hiddenSize, gates * hiddenSize);
          add("bias_hh" + end, hiddenSize, gates * hiddenSize);
        }
        if (settings.projSize > 0) {
          add("weight_hr" + end, hiddenSize, settings.projSize, hiddenSize);
        }
      }
    }
  }

  private void add(String name, long hiddenSize, long... sizes) {
    names.add(name);
    tensors.add(NnModule.param(Weights.uniform(hiddenSize, sizes)));
  }

  List<Tensor> tensors() {
    return List.copyOf(tensors);
  }

  void visit(Visitor v) {
    for (int i = 0; i < names.size(); i++) {
      v.parameter(names.get(i), tensors.get(i));
    }
  }

  /** What stands between the parentheses when PyTorch prints it. */
  String text(long inputSize, long hiddenSize) {
    StringBuilder text = new StringBuilder().append(inputSize).append(", ").append(hiddenSize);
    if (settings.projSize != 0) {
      text.append(", proj_size=").append(settings.projSize);
    }
    if (settings.numLayers != 1) {
      text.append(", num_layers=").append(settings.numLayers);
    }
    if (!settings.bias) {
      text.append(", bias=False");
    }
    if (settings.batchFirst) {
      text.append(", batch_first=True");
    }
    if (settings.dropout != 0) {
      text.append(", dropout=").append(ModuleText.text(settings.dropout));
    }
    if (settings.bidirectional) {
      text.append(", bidirectional=True");
    }
    return text.toString();
  }
}

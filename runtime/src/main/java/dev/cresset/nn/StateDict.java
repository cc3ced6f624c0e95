package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a module's state apart and puts it together, with PyTorch's report of what differs. */
final class StateDict {
  private final Map<String, Tensor> state;
  private final Map<Tensor, Tensor> copies =
      new LinkedHashMap<>(); // tensors equal themselves alone
  private final List<String> missing = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private StateDict(Map<String, Tensor> state) {
    this.state = state;
  }

  static Map<String, Tensor> of(NnModule root) {
    ModuleTree.checkTree(root);
    Map<String, Tensor> state = new LinkedHashMap<>();
    gather("", root, state);
    return state;
  }

  static LoadReport load(NnModule root, Map<String, Tensor> state, boolean strict) {
    ModuleTree.checkTree(root);
    StateDict load = new StateDict(state);
    load.compare("", root);
    List<String> errors = new ArrayList<>();
    if (strict && !load.missing.isEmpty()) {
      errors.add("Missing key(s) in state_dict: " + quoted(load.missing) + ". ");
    }
    if (strict && !load.unexpected.isEmpty()) {
      errors.add("Unexpected key(s) in state_dict: " + quoted(load.unexpected) + ". ");
    }
    errors.addAll(load.errors);
    if (!errors.isEmpty()) {
      throw new StateDictException(
          "Error(s) in loading state_dict for "
              + root.typeName()
              + ":\n\t"
              + String.join("\n\t", errors));
    }
    load.copies.forEach((handle, value) -> Memory.copy(value, handle));
    return new LoadReport(List.copyOf(load.missing), List.copyOf(load.unexpected));
  }

  private static void gather(String path, NnModule module, Map<String, Tensor> state) {
    ModuleTree.Members members = ModuleTree.Members.of(module);
    own(members).forEach((name, tensor) -> state.put(ModuleTree.join(path, name), tensor.detach()));
    members.children.forEach(
        (name, child) -> {
          if (child != null) {
            gather(ModuleTree.join(path, name), child, state);
          }
        });
  }

  private void compare(String path, NnModule module) {
    ModuleTree.Members members = ModuleTree.Members.of(module);
    Map<String, Tensor> own = own(members);
    own.forEach((name, handle) -> compare(ModuleTree.join(path, name), handle));
    for (String key : state.keySet()) {
      if (path.isEmpty() || key.startsWith(path + ".")) {
        String rest = path.isEmpty() ? key : key.substring(path.length() + 1);
        int dot = rest.indexOf('.');
        boolean inChild = dot >= 0 && members.children.get(rest.substring(0, dot)) != null;
        if (!inChild && !own.containsKey(rest)) {
          unexpected.add(key);
        }
      }
    }
    members.children.forEach(
        (name, child) -> {
          if (child != null) {
            compare(ModuleTree.join(path, name), child);
          }
        });
  }

  private void compare(String key, Tensor handle) {
    Tensor value = state.get(key);
    if (value == null) {
      missing.add(key);
    } else if (!Arrays.equals(value.sizes(), handle.sizes())) {
      errors.add(
          "size mismatch for %s: copying a param with shape %s from checkpoint, the shape in current model is %s."
              .formatted(key, sizeText(value), sizeText(handle)));
    } else {
      copies.put(handle, value);
    }
  }

  private static Map<String, Tensor> own(ModuleTree.Members members) {
    Map<String, Tensor> own = new LinkedHashMap<>();
    putPresent(members.parameters, own);
    putPresent(members.persistent, own);
    return own;
  }

  private static void putPresent(
      Map<String, @Nullable Tensor> members, Map<String, Tensor> present) {
    members.forEach(
        (name, tensor) -> {
          if (tensor != null) {
            present.put(name, tensor);
          }
        });
  }

  private static String quoted(List<String> keys) {
    return keys.stream().map(k -> '"' + k + '"').collect(Collectors.joining(", "));
  }

  private static String sizeText(Tensor tensor) {
    return "torch.Size(" + Arrays.toString(tensor.sizes()) + ")";
  }
}

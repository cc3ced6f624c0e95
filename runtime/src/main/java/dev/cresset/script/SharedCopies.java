package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Storage;
import dev.cresset.backend.Strided;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Copies of tensors that share memory among themselves as the tensors do. */
final class SharedCopies {
  private final Map<Storage, Storage> copied = new IdentityHashMap<>();

  /** The tensor's copy, in memory that the first copy of that memory has made. */
  Tensor of(Tensor tensor) {
    Strided view = tensor.strided();
    Storage own = copied.computeIfAbsent(view.storage(), SharedCopies::copy);
    long[] sizes = view.sizes().clone();
    return Tensor.wrap(new Strided(own, sizes, view.strides().clone(), view.offset()));
  }

  /** A value that a module tells: tensors in lists are copied, too. */
  Object of(Object value) {
    if (value instanceof Tensor tensor) {
      return of(tensor);
    } else if (value instanceof List<?> list && list.stream().anyMatch(Tensor.class::isInstance)) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(of(each)));
      return all;
    }
    return value;
  }

  private static Storage copy(Storage storage) {
    Strided from = Strided.contiguous(storage, storage.length());
    Strided to = Strided.allocate(storage.dtype(), storage.device(), storage.length());
    Backends.of(storage.device()).copy(from, to);
    return to.storage();
  }
}

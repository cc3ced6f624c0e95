package dev.cresset.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Modules in a list. */
public final class ModuleList<M extends NnModule> extends NnModule implements Iterable<M> {
  private final List<M> modules = new ArrayList<>();
  public ModuleList<M> add(M module) { modules.add(module); return this; }
  public M get(int index) { return modules.get(index); }
  public int size() { return modules.size(); }
  @Override public Iterator<M> iterator() { return modules.iterator(); }
}

package dev.cresset.nn;

/** What a hook's registration gives back. As {@code torch.utils.hooks.RemovableHandle}. */
public interface HookHandle {

  /** Takes the hook away; does nothing the second time. */
  void remove();
}

package dev.cresset.nn;

/** A state dict does not fit a module; the message is PyTorch's report. Nothing was loaded. */
public final class StateDictException extends IllegalArgumentException {

  StateDictException(String message) {
    super(message);
  }
}

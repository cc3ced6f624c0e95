package dev.cresset.backend;

/** A device cannot be had; the message names the missing piece. */
public final class DeviceException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** A device that cannot be had since {@code message}. */
  public DeviceException(String message) {
    super(message);
  }
}

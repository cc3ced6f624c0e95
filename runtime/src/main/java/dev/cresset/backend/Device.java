package dev.cresset.backend;

import java.util.Locale;

/**
 * Where a tensor lies. As {@code torch.device}.
 *
 * @param type the kind of device
 * @param index which one of its kind, from 0; the CPU has only 0
 */
public record Device(Type type, int index) {

  /** The kinds of devices. */
  public enum Type {
    /** The machine's own processor and memory. */
    CPU,
    /** A graphics card of NVIDIA's. */
    CUDA
  }

  /** The CPU. */
  public static final Device CPU = new Device(Type.CPU, 0);

  /** A device; {@link #cuda} also asks whether it can be had. */
  public Device {
    if (index < 0 || type == Type.CPU && index > 0) {
      throw new IllegalArgumentException(
          "device index " + index + " of " + type + ": the CPU is 0, cards count from 0");
    }
  }

  /**
   * The graphics card number {@code index}.
   *
   * @throws DeviceException if no backend for it is switched on, or the card is not there
   */
  public static Device cuda(int index) {
    Device device = new Device(Type.CUDA, index);
    Backends.of(device);
    return device;
  }

  /**
   * The device that {@code text} names: {@code cpu}, {@code cuda}, {@code cuda:1}.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Device of(String text) {
    if (text.equals("cpu") || text.equals("cpu:0")) {
      return CPU;
    }
    if (text.equals("cuda")) {
      return cuda(0);
    }
    if (text.matches("cuda:[0-9]{1,4}")) {
      return cuda(Integer.parseInt(text.substring(5)));
    }
    throw new IllegalArgumentException("'" + text + "' names no device; write cpu, cuda or cuda:1");
  }

  /** Whether it is the CPU. */
  public boolean isCpu() {
    return type == Type.CPU;
  }

  /** As PyTorch writes it: {@code cpu}, {@code cuda:0}. */
  @Override
  public String toString() {
    return isCpu() ? "cpu" : type.name().toLowerCase(Locale.ROOT) + ":" + index;
  }
}

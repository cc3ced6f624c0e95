package dev.cresset.nn;

/**
 * The options of convolutions, read and checked.
 *
 * @param padding zeros on each side, as far as the convolution itself adds them
 * @param outputPadding what a transposed one adds at the end of each size
 * @param around what is put around the input first, PyTorch's {@code pad} list: last size first, a
 *     number before and one after each; empty if nothing is
 * @param padMode the word of {@code pad} for what it consists of
 * @param text how the layer prints
 */
record ConvSettings(
    long[] stride,
    long[] padding,
    long[] dilation,
    long[] outputPadding,
    long groups,
    boolean bias,
    long[] around,
    String padMode,
    String text) {

  static ConvSettings of(long in, long out, long[] kernel, Option... options) {
    Window w = Window.of(kernel.length, Window.Sizes.all(kernel.length, 1), options);
    if (w.groups <= 0 || in % w.groups != 0 || out % w.groups != 0) {
      throw new IllegalArgumentException(
          "in_channels (%d) and out_channels (%d) must be divisible by groups (%d)"
              .formatted(in, out, w.groups));
    }
    if (w.same && !w.stride.allAre(1)) {
      throw new IllegalArgumentException(
          "padding='same' is not supported for strided convolutions, stride is "
              + w.stride.tuple());
    }
    long[] padding = w.padding.sizes().clone();
    long[] around = new long[2 * kernel.length];
    boolean uneven = false;
    for (int d = 0; d < kernel.length; d++) {
      long total = w.same ? w.dilation.sizes()[d] * (kernel[d] - 1) : 2 * padding[d];
      int at = 2 * (kernel.length - 1 - d);
      around[at] = total / 2;
      around[at + 1] = total - total / 2;
      padding[d] = total / 2;
      uneven |= total % 2 != 0;
    }
    boolean apart = uneven || w.mode != PaddingMode.ZEROS;
    return new ConvSettings(
        w.stride.sizes(),
        apart ? new long[kernel.length] : padding,
        w.dilation.sizes(),
        w.outputPadding.sizes(),
        w.groups,
        w.bias,
        apart ? around : new long[0],
        w.mode == PaddingMode.ZEROS ? "constant" : w.mode.torchName(),
        text(in, out, kernel, w));
  }

  private static String text(long in, long out, long[] kernel, Window w) {
    StringBuilder text = new StringBuilder();
    text.append(in).append(", ").append(out);
    text.append(", kernel_size=").append(ModuleText.tuple(kernel));
    text.append(", stride=").append(w.stride.tuple());
    if (w.same) {
      text.append(", padding=same");
    } else if (!w.padding.allAre(0)) {
      text.append(", padding=").append(w.padding.tuple());
    }
    if (!w.dilation.allAre(1)) {
      text.append(", dilation=").append(w.dilation.tuple());
    }
    if (!w.outputPadding.allAre(0)) {
      text.append(", output_padding=").append(w.outputPadding.tuple());
    }
    if (w.groups != 1) {
      text.append(", groups=").append(w.groups);
    }
    if (!w.bias) {
      text.append(", bias=False");
    }
    if (w.mode != PaddingMode.ZEROS) {
      text.append(", padding_mode=").append(w.mode.torchName());
    }
    return text.toString();
  }
}

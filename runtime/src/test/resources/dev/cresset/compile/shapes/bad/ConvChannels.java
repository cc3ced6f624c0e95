package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

public class ConvChannels extends ConvChannelsModule {
  final Conv2d first;
  final Conv2d second;

  public ConvChannels() {
    first = new Conv2d(3, 64, 3, padding(1));
    second = new Conv2d(32, 128, 3, stride(2), padding(1), bias(false));
  }

  @Script
  public Tensor forward(Tensor x) {
    return second.call(first.call(x)); // error: Conv2d(32, 128, 3) expects 32 channels, but what it is given is [..., 64, ?, ?]; write 'new Conv2d(64, 128, 3)', or give it 32 channels
  }
}

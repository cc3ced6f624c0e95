package dev.cresset.nn;

import static dev.cresset.Functional.channelShuffle;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Channels of groups one after the other become channels one from each group. As {@code
 * torch.nn.ChannelShuffle}.
 */
public final class ChannelShuffle extends ChannelShuffleModule {
  /** How many groups. */
  public final long groups;

  /** With so many groups. */
  public ChannelShuffle(long groups) {
    this.groups = groups;
  }

  /** {@code [n, c, ..]}, and the same out. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return channelShuffle(input, groups);
  }

  @Override
  protected String extraRepr() {
    return "groups=" + groups;
  }
}

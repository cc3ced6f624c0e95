package dev.cresset;

/**
 * Values picked out of a tensor, and where they stood. As the pairs that {@code torch.max(dim)},
 * {@code torch.sort} and {@code torch.topk} give.
 *
 * @param values the values
 * @param indices their places along the dimension that was searched, I64
 */
public record ValuesIndices(Tensor values, Tensor indices) {}

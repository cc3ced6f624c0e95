package dev.cresset; public record ValuesIndices(Tensor values, Tensor indices) {}

package dev.cresset; public record KeepDims(int... dims) {}

package dev.cresset.processor.script;

/**
 * An argument of an op.
 *
 * @param name its name in the op's schema ({@code self}, {@code keepdim})
 */
public record Argument(String name, Expression value) {}

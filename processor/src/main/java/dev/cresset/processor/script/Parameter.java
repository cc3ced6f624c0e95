package dev.cresset.processor.script;

/** A parameter of a scripted method. */
public record Parameter(String name, ScriptType type, At at) {}

package dev.cresset.conformance.house.late;

/** Stands in a later room. */
public record Late(String name) {}

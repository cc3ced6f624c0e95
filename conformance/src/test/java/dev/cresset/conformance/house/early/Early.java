package dev.cresset.conformance.house.early;

import dev.cresset.conformance.house.late.Late;

/** Looks at a later room, as no class may. */
public record Early(Late late) {}

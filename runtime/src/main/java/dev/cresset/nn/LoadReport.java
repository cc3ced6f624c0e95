package dev.cresset.nn;

import java.util.List;

/**
 * What did not match when a state dict was loaded. As {@code load_state_dict}'s result.
 *
 * @param missingKeys what the module has and the state dict has not
 * @param unexpectedKeys what the state dict has and the module has not
 */
public record LoadReport(List<String> missingKeys, List<String> unexpectedKeys) {}

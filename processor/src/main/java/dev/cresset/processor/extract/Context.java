package dev.cresset.processor.extract;

import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What all bodies of one class are read with.
 *
 * @param helpers the methods that are found to be called
 */
record Context(
    Unit unit,
    Elements elements,
    Types types,
    TypeReader script,
    Members members,
    Names names,
    Overloads overloads,
    Helpers helpers) {}

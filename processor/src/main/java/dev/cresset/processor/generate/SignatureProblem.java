package dev.cresset.processor.generate;

import javax.lang.model.element.Element;

/**
 * What cannot be part of a module's signature.
 *
 * @param element the parameter, or the method for its result
 */
public record SignatureProblem(Element element, String type) {}

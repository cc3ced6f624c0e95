package dev.cresset.processor.generate;

import javax.lang.model.element.Element;

/**
 * Why a signature cannot be that of a module.
 *
 * @param element the parameter, or the method for its result
 */
public record SignatureProblem(Element element, String message) {}

package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;

/** The library's classes, by name alone: the processor does not depend on them. */
final class Library {
  static final ClassName TENSOR = ClassName.get("dev.cresset", "Tensor");
  static final ClassName FUNCTIONAL = ClassName.get("dev.cresset", "Functional");
  static final ClassName IVALUE = ClassName.get("dev.cresset", "IValue");
  static final ClassName DTYPE = ClassName.get("dev.cresset.ir.type", "DType");
  static final ClassName GENERATOR = ClassName.get("dev.cresset", "Generator");
  static final ClassName DEVICE = ClassName.get("dev.cresset.backend", "Device");
  static final ClassName NN_MODULE = ClassName.get("dev.cresset.nn", "NnModule");
  static final ClassName LAYER = ClassName.get("dev.cresset.nn", "Layer");
  static final ClassName FAILURE = ClassName.get("dev.cresset.nn", "Failure");
  static final ClassName MODES = ClassName.get("dev.cresset.nn", "Modes");
  static final ClassName VISITOR = ClassName.get("dev.cresset.nn", "Visitor");

  static final ClassName GRAPH_DOOR = ClassName.get("dev.cresset.nn", "GraphDoor");
  static final ClassName GRAPH = ClassName.get("dev.cresset.ir.graph", "Graph");
  static final ClassName MODULE_GRAPHS = ClassName.get("dev.cresset.script", "ModuleGraphs");
  static final ClassName FUSED_OP = ClassName.get("dev.cresset.script", "FusedOp");
  static final ClassName SCRIPTED_CALL = ClassName.get("dev.cresset.script", "ScriptedCall");
  static final ClassName RECORDING = ClassName.get("dev.cresset.tensor", "Recording");
  static final ClassName SCRIPT_GRAPH = ClassName.get("dev.cresset.annotations", "ScriptGraph");

  private static final String ANNOTATIONS = "dev.cresset.annotations.";
  static final String SCRIPT = ANNOTATIONS + "Script";
  static final String PARAM = ANNOTATIONS + "Param";
  static final String BUFFER = ANNOTATIONS + "Buffer";
  static final String CONSTANT = ANNOTATIONS + "Constant";

  private Library() {}
}

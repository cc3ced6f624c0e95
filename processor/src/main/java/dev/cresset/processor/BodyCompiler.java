package dev.cresset.processor;

import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.EliminateDeadCode;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.ir.plan.Fusion;
import dev.cresset.processor.extract.Attribution;
import dev.cresset.processor.extract.ClassReader;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Problem;
import dev.cresset.processor.extract.Sources;
import dev.cresset.processor.generate.CompiledClass;
import dev.cresset.processor.generate.CompiledClass.CompiledMethod;
import dev.cresset.processor.generate.Neighbours;
import dev.cresset.processor.generate.SourceWriter;
import dev.cresset.processor.lower.LoweredMethod;
import dev.cresset.processor.lower.Lowering;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Body to graph to Java: javac's tree → script → graph → passes → source. A class whose bodies do
 * not make sense as Java yet waits for what other processors may write.
 */
final class BodyCompiler {
  private static final Pipeline PASSES =
      Pipeline.STANDARD
          .then(Fusion.PASS, "after all that makes two ops one")
          .then(EliminateDeadCode.PASS, "as constants moved into groups");

  private final ProcessingEnvironment environment;
  private final Sources sources;
  private final Diagnostics diagnostics;
  private final Attribution attribution;
  private final Set<String> waiting = new LinkedHashSet<>();

  BodyCompiler(ProcessingEnvironment environment, Sources sources, Diagnostics diagnostics) {
    this.environment = environment;
    this.sources = sources;
    this.diagnostics = diagnostics;
    boolean verify = environment.getOptions().containsKey(ScriptProcessor.VERIFY);
    this.attribution = Attribution.listen(sources, diagnostics, verify);
  }

  /** Lets the bodies of {@code type} be compiled from the next round on. */
  void add(TypeElement type) {
    waiting.add(type.getQualifiedName().toString());
  }

  /** Compiles what can be compiled by now; in the {@code last} round, all. */
  void compile(boolean last) {
    ClassReader reader = new ClassReader(environment, sources, diagnostics, attribution);
    for (String name : List.copyOf(waiting)) {
      TypeElement type = environment.getElementUtils().getTypeElement(name);
      if (type == null) {
        continue; // javac lost it to an error, which it reports
      }
      try {
        if (compile(type, reader, last)) {
          waiting.remove(name);
        }
      } catch (IOException | RuntimeException failure) {
        waiting.remove(name);
        diagnostics.error(Problem.INTERNAL, type, type.getSimpleName(), failure);
      }
    }
  }

  private boolean compile(TypeElement type, ClassReader reader, boolean last) throws IOException {
    ClassReader.Reading reading = reader.read(type);
    if (!reading.left().isEmpty() && !last) {
      return false;
    }
    boolean compiles = !reading.script().methods().isEmpty() || !reading.left().isEmpty();
    if (compiles && !reading.refused()) {
      Neighbours neighbours =
          new Neighbours(environment.getElementUtils(), environment.getTypeUtils());
      new SourceWriter(environment.getFiler(), environment.getElementUtils())
          .writeGraph(type, compiled(reading.script()), left(reading, neighbours), neighbours);
    }
    return true;
  }

  private static CompiledClass compiled(ScriptClass script) {
    List<CompiledMethod> methods = new ArrayList<>();
    for (LoweredMethod each : new Lowering(name -> OpTable.get(name).schema()).lower(script)) {
      methods.add(new CompiledMethod(each.method(), each.graph(), PASSES.apply(each.graph())));
    }
    return new CompiledClass(script, methods);
  }

  private static Collection<ScriptMethod> left(ClassReader.Reading reading, Neighbours neighbours) {
    return reading.left().stream()
        .map(name -> neighbours.method(reading.script().name(), name))
        .filter(Objects::nonNull)
        .toList();
  }
}

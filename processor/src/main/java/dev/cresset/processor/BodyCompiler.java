package dev.cresset.processor;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.Decompose;
import dev.cresset.ir.pass.EliminateDeadCode;
import dev.cresset.ir.pass.FoldLists;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.ir.plan.Fusion;
import dev.cresset.ir.shape.Construction;
import dev.cresset.processor.check.ShapeCheck;
import dev.cresset.processor.extract.Attribution;
import dev.cresset.processor.extract.ClassReader;
import dev.cresset.processor.extract.ConstructorReader;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import dev.cresset.processor.extract.Sources;
import dev.cresset.processor.generate.CompiledClass;
import dev.cresset.processor.generate.CompiledClass.CompiledMethod;
import dev.cresset.processor.generate.Neighbours;
import dev.cresset.processor.generate.SourceWriter;
import dev.cresset.processor.link.ClassGraphs;
import dev.cresset.processor.link.CompiledGraphs;
import dev.cresset.processor.link.GraphText;
import dev.cresset.processor.link.Guard;
import dev.cresset.processor.link.Inlining;
import dev.cresset.processor.lower.LoweredMethod;
import dev.cresset.processor.lower.Lowering;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Unsupported;
import dev.cresset.processor.validate.LateTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Body to graph to Java: javac's tree → script → graph → passes → source. A class whose bodies do
 * not make sense as Java yet waits for what other processors may write.
 */
final class BodyCompiler {
  private static final Pipeline PASSES =
      Pipeline.SIMPLE
          .then(FoldLists.PASS, "so that it is known which dimensions ops fold")
          .then(Decompose.PASS, "before fusion, which then sees the parts")
          .then(Fusion.PASS, "after all that makes two ops one")
          .then(EliminateDeadCode.PASS, "as constants moved into groups");

  private final ProcessingEnvironment environment;
  private final Sources sources;
  private final Diagnostics diagnostics;
  private final Attribution attribution;

  /** Classes by name, each with the members whose types were not there when it appeared. */
  private final Map<String, Set<String>> waiting = new LinkedHashMap<>();

  private final CompiledGraphs graphs = new CompiledGraphs();

  BodyCompiler(ProcessingEnvironment environment, Sources sources, Diagnostics diagnostics) {
    this.environment = environment;
    this.sources = sources;
    this.diagnostics = diagnostics;
    boolean verify = environment.getOptions().containsKey(ScriptProcessor.VERIFY);
    this.attribution = Attribution.listen(sources, diagnostics, verify);
  }

  /** Lets the bodies of {@code type} be compiled from the next round on. */
  void add(TypeElement type) {
    waiting.put(type.getQualifiedName().toString(), LateTypes.of(type));
  }

  /**
   * Compiles what can be compiled by now. What does not make sense as Java waits as long as a
   * further round is likely, since its sources are sure to be compiled only if written before the
   * last one.
   *
   * @param last whether this is the last round
   * @param others whether other processors have written sources for this round
   */
  void compile(boolean last, boolean others) {
    ClassReader reader = new ClassReader(environment, sources, diagnostics, attribution);
    ConstructorReader constructors =
        new ConstructorReader(environment.getElementUtils(), environment.getTypeUtils(), sources);
    Map<String, Lowered> lowered = new LinkedHashMap<>();
    Map<TypeElement, ClassReader.Reading> unclear = new LinkedHashMap<>();
    for (String name : List.copyOf(waiting.keySet())) {
      TypeElement type = environment.getElementUtils().getTypeElement(name);
      if (type != null) { // else javac lost it to an error, which it reports
        guarded(
            type,
            () -> {
              ClassReader.Reading reading = reader.read(type);
              if (!LateTypes.check(type, waiting.getOrDefault(name, Set.of()), diagnostics)) {
                waiting.remove(name);
              } else if (reading.left().isEmpty() || reading.refused()) {
                lower(type, reading, constructors, lowered);
              } else {
                unclear.put(type, reading);
              }
            });
      }
    }
    if (last || lowered.isEmpty() && !others) {
      if (last) { // javac warns of what is written now, and with -Werror says nothing else
        unclear.values().removeIf(reading -> !reading.script().module());
      }
      unclear.forEach(
          (type, reading) -> guarded(type, () -> lower(type, reading, constructors, lowered)));
    }
    ShapeCheck check = new ShapeCheck(name -> graphs.of(name, environment.getElementUtils()));
    lowered.values().forEach(each -> guarded(each.type, () -> check(each, check)));
    lowered.values().forEach(each -> guarded(each.type, () -> write(each)));
  }

  private void check(Lowered lowered, ShapeCheck check) {
    for (ShapeCheck.Finding finding : check.check(lowered.graphs, lowered.methods)) {
      TreePath place = sources.find(lowered.type, finding.at());
      if (place == null) {
        diagnostics.error(Problem.SHAPE, lowered.type, finding.message());
      } else {
        Tree under =
            place.getLeaf() instanceof MethodInvocationTree call
                ? call.getMethodSelect() // javac's caret stands at the dot then
                : place.getLeaf();
        diagnostics.error(Problem.SHAPE, under, place.getCompilationUnit(), finding.message());
      }
    }
  }

  /**
   * A class between its two stages.
   *
   * @param graphs what other classes may put in
   * @param text the same as text
   */
  private record Lowered(
      TypeElement type,
      ClassReader.Reading reading,
      Collection<LoweredMethod> methods,
      ClassGraphs graphs,
      String text) {}

  /** The text of a class's graphs, and of the functions of other classes that they call. */
  private String text(Lowered lowered) {
    Set<String> known = new LinkedHashSet<>();
    List<Graph> open = new ArrayList<>(lowered.graphs.methods().values());
    StringBuilder text = new StringBuilder(lowered.text);
    while (!open.isEmpty()) {
      for (String name : called(open.remove(0))) {
        int dot = name.lastIndexOf('.');
        String owner = name.substring(0, dot);
        ClassGraphs other =
            owner.equals(lowered.reading.script().name())
                ? null
                : graphs.of(owner, environment.getElementUtils());
        Graph function = other == null ? null : other.method(name.substring(dot + 1));
        if (function != null && known.add(name)) {
          text.append(GraphText.of(Map.of(name, function)));
          open.add(function);
        }
      }
    }
    return text.toString();
  }

  private static List<String> called(Graph graph) {
    List<String> called = new ArrayList<>();
    for (Node node : graph.allNodes()) {
      if (node.isConstant() && node.attribute("name") instanceof String function) {
        called.add(function);
      }
    }
    return called;
  }

  private interface Stage {
    void run() throws IOException;
  }

  /** Lets other classes be compiled where one fails. */
  private void guarded(TypeElement type, Stage stage) {
    try {
      stage.run();
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
      waiting.remove(type.getQualifiedName().toString());
      diagnostics.error(Problem.INTERNAL, type, type.getSimpleName(), failure);
    }
  }

  private void lower(
      TypeElement type,
      ClassReader.Reading reading,
      ConstructorReader constructors,
      Map<String, Lowered> lowered) {
    String name = type.getQualifiedName().toString();
    waiting.remove(name);
    ScriptClass script = reading.script();
    boolean compiles = !script.methods().isEmpty() || !reading.left().isEmpty();
    if (!compiles && !isReadFromFar(type) || reading.refused()) {
      return;
    }
    Map<String, LoweredMethod> methods = new LinkedHashMap<>();
    Map<String, Graph> own = new LinkedHashMap<>();
    for (LoweredMethod each : new Lowering(op -> OpTable.get(op).schema()).lower(script)) {
      methods.put(each.method().name(), each);
      own.put(each.method().name(), each.graph());
    }
    List<Construction> constructions = script.module() ? constructors.read(type) : List.of();
    String text = GraphText.of(own);
    ClassGraphs made =
        new ClassGraphs(
            script.name(),
            script.packageName(),
            script.isPublic(),
            GraphText.hash(text),
            own,
            constructions);
    lowered.put(name, new Lowered(type, reading, methods.values(), made, text));
    graphs.add(made);
  }

  /** Whether modules of other packages may extend {@code type} and then read what is in it. */
  private static boolean isReadFromFar(TypeElement type) {
    return Library.isPublic(type)
        && Library.isModule(type)
        && !type.getModifiers().contains(Modifier.FINAL)
        && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .anyMatch(field -> field.getModifiers().contains(Modifier.PROTECTED));
  }

  private void write(Lowered lowered) throws IOException {
    Elements elements = environment.getElementUtils();
    Neighbours neighbours = new Neighbours(elements, environment.getTypeUtils());
    new SourceWriter(environment.getFiler(), elements)
        .writeGraph(lowered.type, compiled(lowered), left(lowered.reading, neighbours), neighbours);
  }

  private CompiledClass compiled(Lowered lowered) {
    ClassGraphs own = lowered.graphs;
    Set<Guard> guards = new LinkedHashSet<>();
    List<CompiledMethod> methods = new ArrayList<>();
    for (LoweredMethod each : lowered.methods) {
      Kind kind = each.method().kind();
      Inlining.Inlined inlined =
          Inlining.apply(
              each.graph(),
              kind == Kind.FORWARD || kind == Kind.METHOD,
              own,
              name -> graphs.of(name, environment.getElementUtils()),
              this::isPublic);
      guards.addAll(inlined.guards());
      methods.add(new CompiledMethod(each.method(), PASSES.apply(inlined.graph())));
    }
    return new CompiledClass(
        lowered.reading.script(), text(lowered), own.hash(), own.constructions(), methods, guards);
  }

  private boolean isPublic(String className) {
    TypeElement type = environment.getElementUtils().getTypeElement(className);
    return type != null && Library.isPublic(type);
  }

  /** Whether classes are found for the types of {@code method}; else javac reports it. */
  private static boolean isKnown(ScriptMethod method) {
    return !(method.returns() instanceof Unsupported)
        && method.parameters().stream()
            .noneMatch(each -> each.type() instanceof Unsupported || each.type() == Simple.VOID);
  }

  private static Collection<ScriptMethod> left(ClassReader.Reading reading, Neighbours neighbours) {
    return reading.left().stream()
        .map(name -> neighbours.method(reading.script().name(), name))
        .filter(Objects::nonNull)
        .filter(BodyCompiler::isKnown)
        .toList();
  }
}

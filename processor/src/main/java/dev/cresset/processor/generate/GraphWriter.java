package dev.cresset.processor.generate;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.shape.FactText;
import dev.cresset.processor.generate.Chunks.Chunk;
import dev.cresset.processor.generate.CompiledClass.CompiledMethod;
import dev.cresset.processor.link.GraphText;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the class that holds a scripted class's graphs and its compiled methods. */
final class GraphWriter {
  private static final Set<String> RESERVED = Set.of("hash", "ir", "graph", "fits", "lines");

  private final CompiledClass compiled;
  private final ScriptClass script;
  private final ClassName type;
  private final Scene scene;
  private final FusedGroups groups;
  private final Set<String> asWritten = new HashSet<>();
  private final ClassText text;

  private GraphWriter(CompiledClass compiled, Surroundings surroundings) {
    this.compiled = compiled;
    this.script = compiled.script();
    this.type = surroundings.className(script.name());
    Set<String> taken = new LinkedHashSet<>(RESERVED);
    script.methods().forEach(method -> taken.add(method.name()));
    TypeName self =
        Signatures.applied(
            type,
            Collections.nCopies(
                script.typeParameters().size(), WildcardTypeName.subtypeOf(Object.class)));
    this.groups = new FusedGroups(Scene.graphOf(type));
    this.scene =
        new Scene(
            script,
            new Local(Scene.SELF, self),
            asWritten,
            surroundings,
            new Boundary(surroundings),
            new EagerCalls(taken),
            groups);
    this.text = new ClassText(Scene.graphOf(type));
  }

  /**
   * The source of the compiled form of {@code compiled}.
   *
   * @param left methods that have none and run as written
   * @param marks the annotations on it
   */
  static GeneratedSource write(
      CompiledClass compiled,
      Collection<ScriptMethod> left,
      Surroundings surroundings,
      Text marks) {
    return new GraphWriter(compiled, surroundings).write(left, marks);
  }

  private GeneratedSource write(Collection<ScriptMethod> left, Text marks) {
    List<String> constants = graphs();
    left.forEach(method -> asWritten.add(method.name()));
    List<Text> methods = methods();
    groups.fields(text);
    ModuleMembers members = new ModuleMembers(compiled, scene, type, text);
    members.fresh();
    text.add(Text.of("private $L() {}\n", Scene.graphOf(type).simpleName()));
    methods.forEach(text::add);
    groups.methods(scene, text);
    members.fits();
    members.accessors();
    left.stream()
        .filter(ScriptMethod::visible)
        .forEach(method -> text.add(asWritten(method, "its body")));
    interior(constants);
    groups.kernels(text);
    scene.calls().imported().forEach((name, owner) -> text.importStatic(owner, name));
    return text.write(head(constants, marks)).withLines();
  }

  private Text head(List<String> constants, Text marks) {
    List<Text> texts = new ArrayList<>();
    constants.forEach(each -> texts.add(Text.of("$T.$L", Scene.graphOf(type), each)));
    List<Text> sizes = new ArrayList<>();
    compiled.constructions().forEach(each -> sizes.add(Text.of("$S", FactText.of(each))));
    Text.Builder head = Text.builder();
    head.add(
        "/** The compiled form of {@link $T}. Written from $L; change that file instead. */\n",
        type,
        script.at().file());
    head.add(marks);
    head.add("@$T(\n    version = 1,\n    hash = $S", Library.SCRIPT_GRAPH, compiled.hash());
    head.add(",\n    ir = $L", values(texts));
    if (!sizes.isEmpty()) {
      head.add(",\n    sizes = $L", values(sizes));
    }
    return head.add(
            "\n)\n$Lfinal class $L",
            script.isPublic() ? "public " : "",
            Scene.graphOf(type).simpleName())
        .build();
  }

  private static Text values(List<Text> values) {
    return values.size() == 1
        ? values.get(0)
        : Text.of("{\n        $L\n    }", Text.join(values, ",\n        "));
  }

  /**
   * Adds the graphs as text, which stands here once: the annotation and {@code ir()} name it.
   *
   * @return the constants
   */
  private List<String> graphs() {
    List<String> pieces = GraphText.pieces(compiled.text());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String name = pieces.size() == 1 ? "IR" : "IR_" + (i + 1);
      names.add(name);
      text.add(
          Text.of(
              "/** $L. */\nstatic final String $L =\n$>$>$L;\n$<$<",
              i == 0 ? "The graphs of the methods, as they were read" : "The rest",
              name,
              TextBlock.of(pieces.get(i))));
    }
    return names;
  }

  /** What tells of the graphs. */
  private void interior(List<String> constants) {
    text.add(
        Text.of(
            """
            /** By which a parent sees that this class was compiled anew. */
            public static String hash() {
              return $S;
            }
            """,
            compiled.hash()));
    text.add(
        Text.of(
            """
            /** The graphs as text. */
            public static String ir() {
              return $L;
            }
            """,
            constants.size() == 1
                ? constants.get(0)
                : "String.join(\"\", " + String.join(", ", constants) + ")"));
    text.add(
        Text.of(
            """
            /** The graph of one method or function. */
            public static $T graph(String method) {
              return $T.find(ir(), method);
            }
            """,
            Library.GRAPH,
            Library.MODULE_GRAPHS));
  }

  // ---- methods

  /** All methods, written anew until it is known which of them have no compiled form. */
  private List<Text> methods() {
    List<Text> parts = new ArrayList<>();
    int before;
    Set<String> called = called();
    do {
      before = asWritten.size();
      parts.clear();
      for (CompiledMethod each : compiled.methods()) {
        if (each.method().visible() || called.contains(each.method().name())) {
          parts.addAll(methods(each));
        }
      }
    } while (asWritten.size() > before);
    return parts;
  }

  /** The methods and functions that are called by name; of the others the bodies were put in. */
  private Set<String> called() {
    Set<String> called = new HashSet<>();
    for (CompiledMethod method : compiled.methods()) {
      for (Node node : method.graph().allNodes()) {
        if (node.is(Kinds.CALL_METHOD)) {
          called.add(node.text("name"));
        } else if (node.isConstant() && node.attribute("name") instanceof String function) {
          called.add(function.substring(function.lastIndexOf('.') + 1));
        }
      }
    }
    return called;
  }

  private List<Text> methods(CompiledMethod each) {
    ScriptMethod method = each.method();
    try {
      List<Line> lines = Driver.write(scene, method, each.graph());
      List<Chunk> chunks = Chunks.of(lines, parameters(method));
      List<Text> parts = new ArrayList<>();
      for (int i = 0; i < chunks.size(); i++) {
        parts.add(part(method, chunks, i));
      }
      return parts;
    } catch (Inexpressible inexpressible) {
      if (method.kind() == Kind.POINTWISE) {
        throw inexpressible; // it has no other form over tensors
      }
      asWritten.add(method.name());
      return method.visible() ? List.of(asWritten(method, inexpressible.what())) : List.of();
    }
  }

  private Text part(ScriptMethod method, List<Chunk> chunks, int index) {
    Chunk chunk = chunks.get(index);
    Text.Builder part = index == 0 ? header(method) : continuation(method, chunk, index);
    boolean entered = index == 0 && method.kind() == Kind.FUNCTION && method.visible();
    if (index == 0 && isTraced(method)) {
      recorded(part, method);
    }
    if (entered) { // from outside, where no module says what failed
      part.open("try");
    }
    chunk.lines().forEach(line -> part.add(line.text()));
    if (index + 1 < chunks.size()) {
      part.statement(
          "$L$L($L)",
          give(method),
          method.name() + "$" + (index + 1),
          chunks.get(index + 1).takes().stream().map(Local::name).collect(joining(", ")));
    }
    if (entered) {
      NameAllocator names = new NameAllocator();
      method.parameters().forEach(parameter -> names.newName(scene.nameOf(parameter)));
      String error = names.newName("error");
      part.next("catch ($T $L)", RuntimeException.class, error)
          .statement(
              "throw $T.in(null, $L, $T.class, lines())",
              Library.FAILURE,
              error,
              Scene.graphOf(type))
          .close();
    }
    return part.close().build();
  }

  private static String give(ScriptMethod method) {
    return method.returns() == Simple.VOID ? "" : "return ";
  }

  /** Whether a trace calls the function's graph: one that values of graphs go into and out of. */
  private static boolean isTraced(ScriptMethod method) {
    boolean entered =
        method.kind() == Kind.POINTWISE
            || method.kind() == Kind.FUNCTION && method.returns() == Simple.TENSOR;
    return entered
        && method.visible()
        && method.parameters().stream().allMatch(parameter -> isPlain(parameter.type()));
  }

  private static boolean isPlain(ScriptType type) {
    if (type instanceof ScriptType.ListOf list) {
      return isPlain(list.element());
    } else if (type instanceof ScriptType.OptionalOf option) {
      return isPlain(option.element());
    }
    return type instanceof Simple && type != Simple.GENERATOR && type != Simple.NULL;
  }

  private void recorded(Text.Builder part, ScriptMethod method) {
    List<String> arguments = new ArrayList<>();
    method.parameters().forEach(parameter -> arguments.add(", " + scene.nameOf(parameter)));
    part.open("if ($T.isOn())", Library.RECORDING)
        .statement(
            "return $T.record(ir(), $S$L)",
            Library.SCRIPTED_CALL,
            method.name(),
            String.join("", arguments))
        .close();
  }

  private Text.Builder continuation(ScriptMethod method, Chunk chunk, int index) {
    return Text.builder()
        .add("/** Goes on with {@code $L}. */\n", method.name())
        .open(
            "private static $T $L($L)",
            returns(method),
            method.name() + "$" + index,
            declared(chunk.takes()));
  }

  private Text.Builder header(ScriptMethod method) {
    Text.Builder header = Text.builder();
    if (method.visible()) {
      header.add("/** The compiled form of {@code $L}. */\n", method.name());
    }
    return header.open(
        "$L static $T $L($L)",
        method.visible() ? "public" : "private",
        returns(method),
        method.name(),
        declared(parameters(method)));
  }

  private static Text declared(Collection<Local> locals) {
    List<Text> declared = new ArrayList<>();
    locals.forEach(local -> declared.add(Text.of("$T $L", local.type(), local.name())));
    return Text.join(declared, ",$W");
  }

  private TypeName returns(ScriptMethod method) {
    return method.kind() == Kind.POINTWISE
        ? Library.TENSOR
        : scene.boundary().java(method.returns());
  }

  private List<Local> parameters(ScriptMethod method) {
    List<Local> parameters = new ArrayList<>();
    if (isOfModule(method)) {
      parameters.add(scene.self());
    }
    for (Parameter parameter : method.parameters()) {
      parameters.add(scene.local(method, parameter));
    }
    return parameters;
  }

  private static boolean isOfModule(ScriptMethod method) {
    return method.kind() == Kind.FORWARD || method.kind() == Kind.METHOD;
  }

  /** A method that runs the user's own, op by op. */
  private Text asWritten(ScriptMethod method, String reason) {
    List<String> names = new ArrayList<>();
    method.parameters().forEach(parameter -> names.add(scene.nameOf(parameter)));
    if (method.kind() == Kind.POINTWISE) { // it is wrong as Java, and nothing runs
      return header(method)
          .statement("throw new $T($S)", IllegalStateException.class, method.name() + ": " + reason)
          .close()
          .build();
    }
    return header(method)
        .add("// Runs as written: compiled code has no form for $L.\n", reason)
        .statement(
            "$L$L.$L($L)",
            give(method),
            isOfModule(method) ? Scene.SELF : Text.of("$T", type),
            method.name(),
            String.join(", ", names))
        .close()
        .build();
  }
}

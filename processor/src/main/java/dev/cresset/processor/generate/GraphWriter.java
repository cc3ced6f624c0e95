package dev.cresset.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.render.JavaKernel;
import dev.cresset.ir.shape.FactText;
import dev.cresset.processor.generate.Chunks.Chunk;
import dev.cresset.processor.generate.CompiledClass.CompiledMethod;
import dev.cresset.processor.link.GraphText;
import dev.cresset.processor.link.Guard;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes the class that holds a scripted class's graphs and its compiled methods. */
final class GraphWriter {
  private static final Set<String> RESERVED = Set.of("hash", "ir", "graph", "fits", "lines");

  private final CompiledClass compiled;
  private final Surroundings surroundings;
  private final ScriptClass script;
  private final ClassName type;
  private final Scene scene;
  private final FusedGroups groups;
  private final Places places = new Places();
  private final Set<String> asWritten = new HashSet<>();
  private final TypeSpec.Builder spec;

  private GraphWriter(CompiledClass compiled, Surroundings surroundings) {
    this.compiled = compiled;
    this.surroundings = surroundings;
    this.script = compiled.script();
    this.type = surroundings.className(script.name());
    Set<String> taken = new LinkedHashSet<>(RESERVED);
    script.methods().forEach(method -> taken.add(method.name()));
    this.groups = new FusedGroups(Scene.graphOf(type), places);
    this.scene =
        new Scene(
            script,
            new Local(Scene.SELF, self()),
            asWritten,
            surroundings,
            new Boundary(surroundings),
            new EagerCalls(taken),
            groups);
    this.spec = TypeSpec.classBuilder(Scene.graphOf(type));
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
      List<AnnotationSpec> marks) {
    return new GraphWriter(compiled, surroundings).write(left, marks);
  }

  private GeneratedSource write(Collection<ScriptMethod> left, List<AnnotationSpec> marks) {
    String text = compiled.text();
    spec.addJavadoc(
            "The compiled form of {@link $T}. Written from $L; change that file instead.\n",
            type,
            script.at().file())
        .addAnnotations(marks)
        .addModifiers(Modifier.FINAL);
    List<String> constants = graphs(text);
    if (script.isPublic()) {
      spec.addModifiers(Modifier.PUBLIC);
    }
    left.forEach(method -> asWritten.add(method.name()));
    List<MethodSpec> methods = methods();
    groups.fields().forEach(spec::addField);
    methods.forEach(spec::addMethod);
    groups.methods(scene).forEach(spec::addMethod);
    guards();
    accessors();
    left.stream()
        .filter(ScriptMethod::visible)
        .forEach(method -> spec.addMethod(asWritten(method, "its body")));
    spec.addMethod(hash(compiled.hash())).addMethod(ir(constants)).addMethod(graph());
    spec.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    JavaFile.Builder file =
        JavaFile.builder(type.packageName(), spec.build()).skipJavaLangImports(true);
    Map<ClassName, List<String>> imports = new LinkedHashMap<>();
    scene
        .calls()
        .imported()
        .forEach(
            (name, owner) -> imports.computeIfAbsent(owner, none -> new ArrayList<>()).add(name));
    imports.forEach((owner, names) -> file.addStaticImport(owner, names.toArray(new String[0])));
    return GeneratedSource.of(file.build(), places)
        .with(groups.kernels(), JavaKernel.IMPORTS)
        .withLines();
  }

  /**
   * Adds the graphs as text, which stands here once: the annotation and {@code ir()} name it.
   *
   * @return the constants
   */
  private List<String> graphs(String text) {
    List<String> pieces = GraphText.pieces(text);
    AnnotationSpec.Builder graph =
        AnnotationSpec.builder(Library.SCRIPT_GRAPH)
            .addMember("version", "1")
            .addMember("hash", "$S", compiled.hash());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String name = pieces.size() == 1 ? "IR" : "IR_" + (i + 1);
      names.add(name);
      graph.addMember("ir", "$T.$L", Scene.graphOf(type), name);
      spec.addField(
          FieldSpec.builder(String.class, name, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc(
                  i == 0 ? "The graphs of the methods, as they were read.\n" : "The rest.\n")
              .initializer(places.of(Text.of("\n$>$>$L$<$<", TextBlock.of(pieces.get(i)))))
              .build());
    }
    compiled.constructions().forEach(each -> graph.addMember("sizes", "$S", FactText.of(each)));
    spec.addAnnotation(graph.build());
    return names;
  }

  private static MethodSpec hash(String hash) {
    return MethodSpec.methodBuilder("hash")
        .addJavadoc("By which a parent sees that this class was compiled anew.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(String.class)
        .addStatement("return $S", hash)
        .build();
  }

  private static MethodSpec ir(List<String> names) {
    MethodSpec.Builder ir =
        MethodSpec.methodBuilder("ir")
            .addJavadoc("The graphs as text.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(String.class);
    return names.size() == 1
        ? ir.addStatement("return IR").build()
        : ir.addStatement("return $T.join($S, $L)", String.class, "", String.join(", ", names))
            .build();
  }

  private static MethodSpec graph() {
    return MethodSpec.methodBuilder("graph")
        .addJavadoc("The graph of one method or function.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(Library.GRAPH)
        .addParameter(String.class, "method")
        .addStatement("return $T.find(ir(), method)", Library.MODULE_GRAPHS)
        .build();
  }

  // ---- the modules inside

  /** Says whether the modules whose graphs were put in are what they were then. */
  private void guards() {
    if (!script.module()) {
      return;
    }
    Map<String, CodeBlock> fresh = new LinkedHashMap<>();
    List<CodeBlock> conditions = new ArrayList<>();
    for (Guard guard : compiled.guards()) {
      ClassName child = surroundings.className(guard.className());
      fresh.put(
          guard.className(),
          CodeBlock.of("$T.hash().equals($S)", Scene.graphOf(child), guard.hash()));
      CodeBlock module = path(guard.path());
      conditions.add(CodeBlock.of("$L.getClass() == $T.class", module, child));
      conditions.add(CodeBlock.of("$L.plain()", module));
    }
    if (!fresh.isEmpty()) {
      spec.addField(
          FieldSpec.builder(TypeName.BOOLEAN, "FRESH", Modifier.PRIVATE, Modifier.STATIC)
              .addModifiers(Modifier.FINAL)
              .addJavadoc("Whether the classes whose graphs were put in are still the same.\n")
              .initializer("$>$>$L$<$<", CodeBlock.join(fresh.values(), "\n&& "))
              .build());
      conditions.add(0, CodeBlock.of("FRESH"));
    }
    spec.addMethod(
        MethodSpec.methodBuilder("fits")
            .addJavadoc("Whether the modules inside are those that this was compiled for.\n")
            .addModifiers(Modifier.STATIC)
            .returns(TypeName.BOOLEAN)
            .addParameter(self(), Scene.SELF)
            .addStatement(
                "return $L",
                conditions.isEmpty() ? CodeBlock.of("true") : CodeBlock.join(conditions, "\n&& "))
            .build());
  }

  private CodeBlock path(List<Guard.Step> path) {
    Code module = Code.of(Scene.SELF);
    for (Guard.Step step : path) {
      Surroundings.Attribute attribute =
          surroundings.attribute(step.owner(), step.field(), script.packageName());
      if (attribute == null) {
        throw new IllegalStateException(step.owner() + " has no field for " + step.field());
      }
      module = attribute.of(module);
    }
    return module.text().block();
  }

  /**
   * Lets graphs in other packages read the fields that are not public: those that graphs of this
   * class read, and those that modules on top of it may read.
   */
  private void accessors() {
    Set<String> keys = new TreeSet<>();
    compiled.methods().forEach(method -> keys.addAll(read(method.graph())));
    List<TypeVariableName> parameters = surroundings.typeParameters(script.name());
    for (ScriptField field : script.fields()) {
      Surroundings.Attribute attribute =
          surroundings.attribute(script.name(), field.key(), script.packageName());
      if (script.isPublic()
          && attribute != null
          && (keys.contains(field.key()) || attribute.isInherited())
          && !attribute.isPublic()
          && field.owner().equals(script.name())) {
        TypeName declared = surroundings.fieldType(script.name(), field.key());
        if (declared == null) {
          continue; // javac says so at the field
        }
        spec.addMethod(
            MethodSpec.methodBuilder(Surroundings.accessor(field.name()))
                .addJavadoc(
                    "The field {@code $L}, for graphs that this one is part of.\n", field.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariables(parameters)
                .returns(declared)
                .addParameter(self(parameters), Scene.SELF)
                .addStatement("return $L.$L", Scene.SELF, field.name())
                .build());
      }
    }
  }

  private static Set<String> read(Graph graph) {
    Set<String> keys = new TreeSet<>();
    for (Node node : graph.allNodes()) {
      if (node.is(Kinds.GET_ATTR)
          && !graph.inputs().isEmpty()
          && node.input(0).equals(graph.inputs().get(0))) {
        keys.add(node.text("name"));
      }
    }
    return keys;
  }

  // ---- methods

  /** All methods, written anew until it is known which of them have no compiled form. */
  private List<MethodSpec> methods() {
    List<MethodSpec> specs = new ArrayList<>();
    int before;
    Set<String> called = called();
    do {
      before = asWritten.size();
      specs.clear();
      for (CompiledMethod each : compiled.methods()) {
        if (each.method().visible() || called.contains(each.method().name())) {
          specs.addAll(methods(each));
        }
      }
    } while (asWritten.size() > before);
    return specs;
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

  private List<MethodSpec> methods(CompiledMethod each) {
    ScriptMethod method = each.method();
    try {
      List<Line> lines = Driver.write(scene, method, each.graph());
      List<Chunk> chunks = Chunks.of(lines, parameters(method));
      List<MethodSpec> specs = new ArrayList<>();
      for (int i = 0; i < chunks.size(); i++) {
        specs.add(part(method, chunks, i));
      }
      return specs;
    } catch (Inexpressible inexpressible) {
      if (method.kind() == Kind.POINTWISE) {
        throw inexpressible; // it has no other form over tensors
      }
      asWritten.add(method.name());
      return method.visible() ? List.of(asWritten(method, inexpressible.what())) : List.of();
    }
  }

  private MethodSpec part(ScriptMethod method, List<Chunk> chunks, int index) {
    Chunk chunk = chunks.get(index);
    MethodSpec.Builder spec = index == 0 ? header(method) : continuation(method, chunk, index);
    boolean entered = index == 0 && method.kind() == Kind.FUNCTION && method.visible();
    if (index == 0 && isTraced(method)) {
      recorded(spec, method);
    }
    if (entered) { // from outside, where no module says what failed
      spec.beginControlFlow("try");
    }
    Text.Builder lines = Text.builder();
    chunk.lines().forEach(line -> lines.add(line.text()));
    spec.addCode(places.of(lines.build()));
    if (index + 1 < chunks.size()) {
      List<String> arguments = new ArrayList<>();
      chunks.get(index + 1).takes().forEach(local -> arguments.add(local.name()));
      spec.addStatement(
          (method.returns() == Simple.VOID ? "" : "return ") + "$L($L)",
          method.name() + "$" + (index + 1),
          String.join(", ", arguments));
    }
    if (entered) {
      NameAllocator names = new NameAllocator();
      method.parameters().forEach(parameter -> names.newName(scene.nameOf(parameter)));
      String error = names.newName("error");
      spec.nextControlFlow("catch ($T $L)", RuntimeException.class, error)
          .addStatement(
              "throw $T.in(null, $L, $T.class, lines())",
              Library.FAILURE,
              error,
              Scene.graphOf(type))
          .endControlFlow();
    }
    return spec.build();
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

  private void recorded(MethodSpec.Builder spec, ScriptMethod method) {
    List<String> arguments = new ArrayList<>();
    method.parameters().forEach(parameter -> arguments.add(", " + scene.nameOf(parameter)));
    spec.beginControlFlow("if ($T.isOn())", Library.RECORDING)
        .addStatement(
            "return $T.record(ir(), $S$L)",
            Library.SCRIPTED_CALL,
            method.name(),
            String.join("", arguments))
        .endControlFlow();
  }

  private MethodSpec.Builder continuation(ScriptMethod method, Chunk chunk, int index) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.name() + "$" + index)
            .addJavadoc("Goes on with {@code $L}.\n", method.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(returns(method));
    chunk.takes().forEach(local -> spec.addParameter(local.type(), local.name()));
    return spec;
  }

  private MethodSpec.Builder header(ScriptMethod method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.name())
            .addModifiers(Modifier.STATIC)
            .returns(returns(method));
    if (method.visible()) {
      spec.addJavadoc("The compiled form of {@code $L}.\n", method.name());
    }
    spec.addModifiers(method.visible() ? Modifier.PUBLIC : Modifier.PRIVATE);
    parameters(method).forEach(local -> spec.addParameter(local.type(), local.name()));
    return spec;
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

  private TypeName self() {
    return self(
        Collections.nCopies(
            script.typeParameters().size(), WildcardTypeName.subtypeOf(Object.class)));
  }

  private TypeName self(List<? extends TypeName> arguments) {
    return arguments.isEmpty()
        ? type
        : ParameterizedTypeName.get(type, arguments.toArray(new TypeName[0]));
  }

  /** A method that runs the user's own, op by op. */
  private MethodSpec asWritten(ScriptMethod method, String reason) {
    MethodSpec.Builder spec = header(method);
    List<String> names = new ArrayList<>();
    method.parameters().forEach(parameter -> names.add(scene.nameOf(parameter)));
    if (method.kind() == Kind.POINTWISE) { // it is wrong as Java, and nothing runs
      return spec.addStatement(
              "throw new $T($S)", IllegalStateException.class, method.name() + ": " + reason)
          .build();
    }
    CodeBlock receiver = isOfModule(method) ? CodeBlock.of(Scene.SELF) : CodeBlock.of("$T", type);
    return spec.addComment("Runs as written: compiled code has no form for $L.", reason)
        .addStatement(
            (method.returns() == Simple.VOID ? "" : "return ") + "$L.$L($L)",
            receiver,
            method.name(),
            String.join(", ", names))
        .build();
  }
}

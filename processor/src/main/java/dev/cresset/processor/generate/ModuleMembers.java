package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.processor.generate.Surroundings.Attribute;
import dev.cresset.processor.link.Guard;
import dev.cresset.processor.script.ScriptField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes what a compiled module has to do with others: whether those inside are what they were when
 * their graphs were put in, and how graphs that it is put into read its fields.
 */
final class ModuleMembers {
  private final CompiledClass compiled;
  private final Scene scene;
  private final ClassName type;
  private final ClassText text;

  /**
   * The members of the compiled form of {@code type}.
   *
   * @param text what they are written into
   */
  ModuleMembers(CompiledClass compiled, Scene scene, ClassName type, ClassText text) {
    this.compiled = compiled;
    this.scene = scene;
    this.type = type;
    this.text = text;
  }

  /** Says whether the classes whose graphs were put in are what they were then. */
  void fresh() {
    Map<String, Text> fresh = new LinkedHashMap<>();
    for (Guard guard : compiled.guards()) {
      ClassName child = Scene.graphOf(scene.surroundings().className(guard.className()));
      fresh.put(guard.className(), Text.of("$T.hash().equals($S)", child, guard.hash()));
    }
    if (scene.script().module() && !fresh.isEmpty()) {
      text.add(
          Text.of(
              "/** Whether the classes whose graphs were put in are still the same. */\n"
                  + "private static final boolean FRESH = $>$>$L;\n$<$<",
              Text.join(fresh.values(), "\n&& ")));
    }
  }

  /** Says whether the modules whose graphs were put in are what they were then. */
  void fits() {
    if (!scene.script().module()) {
      return;
    }
    List<Text> conditions = new ArrayList<>();
    for (Guard guard : compiled.guards()) {
      Text module = path(guard.path());
      if (conditions.isEmpty()) {
        conditions.add(Text.of("FRESH"));
      }
      conditions.add(
          Text.of(
              "$L.getClass() == $T.class",
              module,
              scene.surroundings().className(guard.className())));
      conditions.add(Text.of("$L.plain()", module));
    }
    text.add(
        Text.builder()
            .add("/** Whether the modules inside are those that this was compiled for. */\n")
            .open("static boolean fits($T $L)", scene.self().type(), Scene.SELF)
            .statement(
                "return $L",
                conditions.isEmpty() ? Text.of("true") : Text.join(conditions, "\n&& "))
            .close()
            .build());
  }

  private Text path(List<Guard.Step> path) {
    Code module = Code.of(Scene.SELF);
    for (Guard.Step step : path) {
      Attribute attribute =
          scene.surroundings().attribute(step.owner(), step.field(), scene.script().packageName());
      if (attribute == null) {
        throw new IllegalStateException(step.owner() + " has no field for " + step.field());
      }
      module = attribute.of(module);
    }
    return module.text();
  }

  /**
   * Lets graphs in other packages read the fields that are not public: those that graphs of this
   * class read, and those that modules on top of it may read.
   */
  void accessors() {
    if (!scene.script().isPublic()) {
      return;
    }
    Set<String> keys = new TreeSet<>();
    compiled.methods().forEach(method -> keys.addAll(read(method.graph())));
    List<TypeVariableName> parameters = scene.surroundings().typeParameters(scene.script().name());
    for (ScriptField field : scene.script().fields()) {
      Attribute attribute =
          scene
              .surroundings()
              .attribute(scene.script().name(), field.key(), scene.script().packageName());
      if (attribute != null
          && (keys.contains(field.key()) || attribute.isInherited())
          && !attribute.isPublic()
          && field.owner().equals(scene.script().name())) {
        TypeName declared = scene.surroundings().fieldType(scene.script().name(), field.key());
        if (declared == null) {
          continue; // javac says so at the field
        }
        text.add(
            Text.builder()
                .add(
                    "/** The field {@code $L}, for graphs that this one is part of. */\n",
                    field.name())
                .open(
                    "public static $L$L$T $L($T $L)",
                    Signatures.declared(parameters),
                    parameters.isEmpty() ? "" : " ",
                    declared,
                    Surroundings.accessor(field.name()),
                    Signatures.applied(type, parameters),
                    Scene.SELF)
                .statement("return $L.$L", Scene.SELF, field.name())
                .close()
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
}

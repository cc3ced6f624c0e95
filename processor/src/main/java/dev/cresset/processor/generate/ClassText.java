package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts the text of a class together, with the imports of the types that it names. */
final class ClassText {
  private final ClassName name;
  private final Text.Builder members = Text.builder();
  private final TreeSet<String> methods = new TreeSet<>();
  private final Set<String> taken = new HashSet<>();

  /** A class without members. */
  ClassText(ClassName name) {
    this.name = name;
  }

  /** Adds a member. */
  void add(Text member) {
    members.add("\n").add(member);
  }

  /**
   * Adds members that are text already, in which the classes {@code named} stand by their names.
   */
  void add(String text, List<ClassName> named) {
    Text.Builder member = Text.builder();
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (end > at && Character.isUpperCase(text.charAt(at))) {
        for (ClassName each : named) {
          if (each.simpleName().length() == end - at && text.startsWith(each.simpleName(), at)) {
            member.add("$L$T", text.substring(from, at), each);
            from = end;
          }
        }
      }
      at = end + 1;
    }
    add(member.add("$L", text.substring(from)).build());
  }

  /** Keeps other classes from being called so: a class of this name is known inside already. */
  void take(String simpleName) {
    taken.add(simpleName);
  }

  /** Imports a static method. */
  void importStatic(ClassName owner, String method) {
    methods.add(owner.canonicalName() + "." + method);
  }

  /**
   * The source of the class.
   *
   * @param head what stands before its brace
   */
  GeneratedSource write(Text head) {
    Text text = Text.builder().add(head).add(" {$>").add(members.build()).add("$<}\n").build();
    Imports imports = new Imports(name.packageName(), taken);
    imports.keep(List.of(name));
    imports.keep(types(text));
    StringBuilder body = new StringBuilder();
    new Layout(body, imports).write(text);
    StringBuilder all = new StringBuilder(body.length() + 1000);
    if (!name.packageName().isEmpty()) {
      all.append("package ").append(name.packageName()).append(";\n\n");
    }
    for (String method : methods) {
      all.append("import static ").append(method).append(";\n");
    }
    all.append(methods.isEmpty() ? "" : "\n");
    String lines = imports.lines();
    all.append(lines).append(lines.isEmpty() ? "" : "\n").append(body);
    return new GeneratedSource(name.canonicalName(), all.toString());
  }

  private static List<TypeName> types(Text text) {
    List<TypeName> types = new ArrayList<>();
    for (Object part : text.parts()) {
      if (part instanceof TypeName type) {
        types.add(type);
      }
    }
    return types;
  }
}

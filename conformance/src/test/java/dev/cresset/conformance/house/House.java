package dev.cresset.conformance.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The map of rooms, read from text, and what in the classes goes against it. */
final class House {

  private static final String GENERATED = "dev.cresset.script";

  /** One line of the map. */
  private record Room(
      int order, String module, String name, List<String> packages, List<String> sees) {

    boolean holds(String packageName) {
      return packages.stream().anyMatch(pattern -> matches(pattern, packageName));
    }

    @Override
    public String toString() {
      return module + "/" + name;
    }
  }

  private final List<Room> rooms = new ArrayList<>();

  /** Reads a map: {@code module | room | packages | sees besides}, one room a line. */
  House(String map) {
    for (String line : map.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] columns = line.split("\\|", -1);
      if (columns.length != 4) {
        throw new IllegalArgumentException("not a room of the house: " + line);
      }
      rooms.add(
          new Room(
              rooms.size(),
              columns[0].strip(),
              columns[1].strip(),
              words(columns[2]),
              words(columns[3])));
    }
  }

  private static List<String> words(String column) {
    return column.isBlank() ? List.of() : List.of(column.strip().split("\\s+"));
  }

  /** What the classes import against the map, a sentence each; empty if they keep to it. */
  List<String> violations(Iterable<JavaClass> classes) {
    List<String> violations = new ArrayList<>();
    for (JavaClass type : classes) {
      Optional<Room> room = roomOf(type.getPackageName());
      if (room.isEmpty()) {
        violations.add(
            type.getName() + " stands in no room: add its package to house.txt or move it");
        continue;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!sees(room.get(), type, target.getPackageName())) {
          violations.add(type.getName() + " in " + room.get() + " may not see " + target.getName());
        }
      }
    }
    return violations.stream().distinct().toList();
  }

  private boolean sees(Room room, JavaClass from, String target) {
    if (target.isEmpty()
        || matches("java..", target)
        || target.equals("org.jspecify.annotations")) {
      return true;
    }
    if (isGenerated(from)
        && (matches(GENERATED, target) || target.startsWith("javax.annotation"))) {
      return true;
    }
    Optional<Room> other = roomOf(target);
    if (other.isEmpty()) {
      return room.sees.stream().anyMatch(pattern -> matches(pattern, target));
    }
    return room.sees.contains(other.get().module)
        || (other.get().module.equals(room.module) && other.get().order <= room.order);
  }

  /** By name: class files do not keep {@code @Generated}. */
  private static boolean isGenerated(JavaClass type) {
    String name = type.getName().replaceAll("\\$.*", "");
    return (name.endsWith("Module") && !name.endsWith(".NnModule")) || name.endsWith("_Graph");
  }

  private Optional<Room> roomOf(String packageName) {
    return rooms.stream().filter(r -> r.holds(packageName)).findFirst();
  }

  /** {@code a.b} is that package; {@code a.b..} is it and all below. */
  private static boolean matches(String pattern, String packageName) {
    if (!pattern.endsWith("..")) {
      return pattern.equals(packageName);
    }
    String prefix = pattern.substring(0, pattern.length() - 2);
    return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
  }
}

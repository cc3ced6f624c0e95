package dev.cresset.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each room imports only rooms before it. */
class HouseTest {

  @Test
  void everyRoomSeesOnlyRoomsBeforeIt() throws IOException {
    assertThat(house().violations(shippedClasses())).isEmpty();
  }

  @Test
  void allModulesAreLookedAt() {
    JavaClasses classes = shippedClasses();
    for (String name :
        List.of(
            "annotations.Script", "ir.type.DType", "processor.script.At", "tools.metric.Metric")) {
      assertThat(classes.contain("dev.cresset." + name)).as(name).isTrue();
    }
  }

  @Test
  void anImportOfALaterRoomIsNamed() {
    House house =
        new House(
            """
            conformance | early | dev.cresset.conformance.house.early |
            conformance | late  | dev.cresset.conformance.house.late  |
            """);
    JavaClasses classes =
        new ClassFileImporter()
            .importPackages(
                "dev.cresset.conformance.house.early", "dev.cresset.conformance.house.late");
    assertThat(house.violations(classes))
        .containsExactly(
            "dev.cresset.conformance.house.early.Early in conformance/early may not see"
                + " dev.cresset.conformance.house.late.Late");
  }

  @Test
  void aClassInNoRoomIsNamed() throws IOException {
    JavaClasses classes =
        new ClassFileImporter().importPackages("dev.cresset.conformance.house.late");
    assertThat(house().violations(classes)).singleElement().asString().contains("in no room");
  }

  private static House house() throws IOException {
    try (InputStream map = HouseTest.class.getResourceAsStream("house.txt")) {
      return new House(new String(map.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static JavaClasses shippedClasses() {
    List<Path> folders =
        Stream.of("annotations", "ir", "processor", "runtime", "tools")
            .map(module -> Path.of("..", module, "target", "classes"))
            .filter(Files::exists)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }
}

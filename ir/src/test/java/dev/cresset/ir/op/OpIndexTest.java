package dev.cresset.ir.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpIndexTest {

  @Test
  void whatTheBuildHasWrittenIsWhatTheFilesDeclare() throws IOException {
    try (InputStream in = OpIndex.class.getResourceAsStream(OpIndex.TEXT)) {
      assertThat(in).as("the build writes it").isNotNull();
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(OpIndex.text());
    }
  }

  @Test
  void noOpIsDeclaredTwice() {
    Set<String> names = new HashSet<>();
    OpTable.all().forEach(op -> assertThat(names.add(op.name())).as(op.name()).isTrue());
  }

  @Test
  void overloadsStandInTheOrderOfTheTable() {
    assertThat(OpTable.overloads("aten::add").get(0).name()).isEqualTo("aten::add.Tensor");
    assertThat(OpTable.siblings(OpTable.get("aten::add.Tensor")))
        .contains(OpTable.get("aten::add.Scalar"))
        .doesNotContain(OpTable.get("aten::add.int"));
  }
}

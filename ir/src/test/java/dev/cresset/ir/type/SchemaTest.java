package dev.cresset.ir.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

  /** Schemas as PyTorch 1.13 prints them. */
  static Stream<String> schemasOfPyTorch() throws IOException {
    try (InputStream in = SchemaTest.class.getResourceAsStream("aten_schemas_torch113.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.isBlank()).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("schemasOfPyTorch")
  void printsWhatItRead(String text) {
    assertThat(Schema.parse(text)).hasToString(text.replace("SymInt", "int"));
  }

  @ParameterizedTest
  @MethodSource("schemasOfPyTorch")
  void readsItsOwnPrintAsAnEqualSchema(String text) {
    Schema schema = Schema.parse(text);
    assertThat(Schema.parse(schema.toString())).isEqualTo(schema);
  }

  @Test
  void knowsNameOverloadAndKeywords() {
    Schema add =
        Schema.parse("aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor");
    assertThat(add.name()).isEqualTo("aten::add");
    assertThat(add.overload()).isEqualTo("Tensor");
    assertThat(add.qualifiedName()).isEqualTo("aten::add.Tensor");
    assertThat(add.arguments())
        .extracting(Argument::keywordOnly)
        .containsExactly(false, false, true);
    assertThat(add.arguments().get(2).defaultValue()).isEqualTo(1L);
    assertThat(add.indexOf("alpha")).isEqualTo(2);
    assertThat(add.indexOf("beta")).isEqualTo(-1);
  }

  @Test
  void aliasMarksTellWhatIsSharedAndWritten() {
    Schema relu = Schema.parse("aten::relu_(Tensor(a!) self) -> Tensor(a!)");
    assertThat(relu.writes()).isTrue();
    Alias self = relu.arguments().get(0).alias();
    assertThat(self.mayShare(relu.returns().get(0).alias())).isTrue();
    assertThat(self.mayShare(new Alias(List.of("b"), false, List.of("b")))).isFalse();
    assertThat(self.mayShare(new Alias(List.of("*"), false, List.of("*")))).isTrue();
    assertThat(Schema.parse("aten::t(Tensor(a) self) -> Tensor(a)").writes()).isFalse();
  }

  @Test
  void marksOfElementsStandBeforeTheBrackets() {
    Schema split =
        Schema.parse("aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]");
    assertThat(split.arguments().get(0).alias().after()).containsExactly("*");
    assertThat(split.returns().get(0).alias()).isNull();
    assertThat(split.returns().get(0).elementAlias().sets()).containsExactly("a");
    Schema append = Schema.parse("aten::append.t(t[](a!) self, t(c -> *) el) -> t[](a!)");
    assertThat(append.arguments().get(0).alias().write()).isTrue();
    assertThat(append.arguments().get(0).elementAlias()).isNull();
  }

  @Test
  void oneIntStandsForAListOfFixedLength() {
    Argument stride = Schema.parse("x::f(int[2] stride=1) -> ()").arguments().get(0);
    assertThat(stride.defaultValue()).isEqualTo(List.of(1L, 1L));
    assertThat(Schema.parse("x::f(int[1] stride=1) -> ()"))
        .hasToString("x::f(int[1] stride=[1]) -> ()");
    assertThat(Schema.parse("x::f(int[] d=[1, 1]) -> ()"))
        .hasToString("x::f(int[] d=[1, 1]) -> ()");
  }

  @Test
  void takesWhatFits() {
    Schema add =
        Schema.parse("aten::add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor");
    assertThat(add.takes(List.of(Type.TENSOR, Type.FLOAT, Type.INT))).isTrue();
    assertThat(add.takes(List.of(Type.TENSOR, Type.TENSOR, Type.INT))).isFalse();
    assertThat(add.takes(List.of(Type.TENSOR, Type.FLOAT))).isFalse();
    Schema sum = Schema.parse("aten::sum(Tensor self, *, ScalarType? dtype=None) -> Tensor");
    assertThat(sum.takes(List.of(Type.TENSOR, Type.INT))).isTrue();
    assertThat(sum.takes(List.of(Type.TENSOR, Type.NONE))).isTrue();
    assertThat(sum.takes(List.of(Type.TENSOR, Type.FLOAT))).isFalse();
  }

  @Test
  void anErrorNamesThePlace() {
    assertThatThrownBy(() -> Schema.parse("aten::f(Tensor self; int x) -> Tensor"))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining("line 1, column 20: expected ','")
        .hasMessageContaining("; int x");
    assertThatThrownBy(() -> Schema.parse("aten::f(Tensor self) -> Tensor extra,"))
        .hasMessageContaining("expected the end");
  }
}

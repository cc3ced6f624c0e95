package dev.cresset.serialize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.FormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final Path FILE = Path.of("some.file");

  @Test
  void readsEveryKindOfValueInOrder() {
    Object value =
        parse(" {\"b\": [1, -2, 0.5, 1e3], \"a\": {\"t\": true, \"f\": false, \"n\": null}} ");
    assertThat(value.toString()).isEqualTo("{b=[1, -2, 0.5, 1000.0], a={t=true, f=false, n=null}}");
    assertThat(((Map<?, ?>) value).get("b")).isEqualTo(List.of(1L, -2L, 0.5, 1000.0));
  }

  @Test
  void readsEscapesAndWritesThemBack() {
    String text = "a\"b\\c\n\u00e9\u2028\u0001\ud83d\ude00";
    assertThat(parse(Json.quote(text))).isEqualTo(text);
    assertThat(parse("\"\\u00e9\\/\\t\"")).isEqualTo("\u00e9/\t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1e",
        "nul",
        "tru",
        "NaN",
        "\"open",
        "\"tab\there\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "[1] 2",
        "{\"a\":1,\"a\":2}",
        "9223372036854775808",
        "// no",
        "'a'"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("some.file: JSON header, character");
  }

  @Test
  void refusesTooDeepNestingBeforeTheStackEnds() {
    assertThat(parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
    assertThatThrownBy(() -> parse("[".repeat(1_000_000)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("at most 64 levels of nesting");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] bytes = {'"', (byte) 0xc3, '"'};
    assertThatThrownBy(() -> Json.parse(FILE, bytes))
        .isInstanceOf(FormatException.class)
        .hasMessage("some.file: the JSON header is not valid UTF-8");
  }

  private static Object parse(String text) {
    Object value = Json.parse(FILE, text.getBytes(StandardCharsets.UTF_8));
    return value == null ? Arrays.asList((Object) null) : value;
  }
}

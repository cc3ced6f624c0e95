package dev.cresset.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a class looks like whose members are texts. */
class ClassTextTest {
  private static final ClassName LIST = ClassName.get(List.class);

  private static String written(ClassText text) {
    return text.write(Text.of("class A")).text();
  }

  private static String body(Text member) {
    ClassText text = new ClassText(ClassName.get("a", "A"));
    text.add(member);
    String written = written(text);
    return written.substring(written.indexOf("{\n") + 2, written.lastIndexOf('}'));
  }

  private static String called(TypeName type, ClassText text) {
    text.add(Text.of("$T x;\n", type));
    String written = written(text);
    return written.substring(written.indexOf("{\n") + 4, written.indexOf(" x;"));
  }

  @Test
  void typesAreImportedAndMembersHaveALineBetween() {
    ClassText text = new ClassText(ClassName.get("a", "A"));
    text.importStatic(ClassName.get("b", "B"), "run");
    text.add(Text.of("A() {}\n"));
    text.add(Text.builder().open("$T<$T> last()", LIST, String.class).close().build());
    assertThat(written(text))
        .isEqualTo(
            """
            package a;

            import static b.B.run;

            import java.util.List;

            class A {
              A() {}

              List<String> last() {
              }
            }
            """);
  }

  @Test
  void classesWithoutAPackageImportNothingOfTheirOwn() {
    ClassText text = new ClassText(ClassName.get("", "A"));
    text.add(Text.of("$T x;\n", ClassName.get("", "B")));
    assertThat(written(text)).isEqualTo("class A {\n  B x;\n}\n");
  }

  @Test
  void aNameThatStandsForAnotherClassIsWrittenInFull() {
    ClassText text = new ClassText(ClassName.get("a", "A"));
    text.add(Text.of("$T x;\n$T y;\n", LIST, ClassName.get("java.awt", "List")));
    assertThat(written(text))
        .contains("import java.util.List;", "  List x;\n  java.awt.List y;\n")
        .doesNotContain("import java.awt");
  }

  @Test
  void classesOfThePackageKeepTheirNames() {
    ClassText text = new ClassText(ClassName.get("", "A"));
    text.add(Text.of("$T x;\n$T y;\n", LIST, ClassName.get("", "List")));
    assertThat(written(text)).isEqualTo("class A {\n  java.util.List x;\n  List y;\n}\n");
  }

  @Test
  void theyKeepThemInsideOtherTypes() {
    ClassText text = new ClassText(ClassName.get("", "A"));
    TypeName own = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get("", "List"));
    text.add(Text.of("$T x;\n$T[] y;\n", LIST, own));
    assertThat(written(text)).contains("  java.util.List x;\n  Map<List>[] y;\n");
  }

  @Test
  void theClassItselfKeepsItsName() {
    ClassText text = new ClassText(ClassName.get("a", "List"));
    assertThat(called(LIST, text)).isEqualTo("java.util.List");
  }

  @Test
  void aNameThatIsTakenIsNotImported() {
    ClassText text = new ClassText(ClassName.get("a", "A"));
    text.take("List");
    assertThat(called(LIST, text)).isEqualTo("java.util.List");
  }

  @Test
  void allKindsOfTypesAreSpelled() {
    ClassName entry = ClassName.get(Map.Entry.class);
    TypeName bounded = ParameterizedTypeName.get(LIST, WildcardTypeName.subtypeOf(LIST));
    assertThat(called(entry, new ClassText(ClassName.get("a", "A")))).isEqualTo("Map.Entry");
    assertThat(called(bounded, new ClassText(ClassName.get("a", "A"))))
        .isEqualTo("List<? extends List>");
    assertThat(called(ArrayTypeName.of(TypeName.LONG), new ClassText(ClassName.get("a", "A"))))
        .isEqualTo("long[]");
    TypeName any =
        ParameterizedTypeName.get(
            LIST, WildcardTypeName.subtypeOf(Object.class), WildcardTypeName.supertypeOf(LIST));
    assertThat(called(any, new ClassText(ClassName.get("a", "A"))))
        .isEqualTo("List<?, ? super List>");
  }

  @Test
  void namedClassesAreFoundInText() {
    ClassText text = new ClassText(ClassName.get("a", "A"));
    text.take("Map");
    text.add("Map of(Mapped MapOf) { Map.of(); }\n", List.of(ClassName.get(Map.class)));
    assertThat(written(text))
        .contains("  java.util.Map of(Mapped MapOf) { java.util.Map.of(); }\n");
  }

  @Test
  void longStatementsAreBrokenWhereTheyMayBe() {
    String word = "anArgumentThatIsLong";
    Text.Builder statement = Text.builder();
    statement.statement("call($L,$W$L,$W$L,$W$L,$W$L)", word, word, word, word, word);
    assertThat(body(statement.build()))
        .isEqualTo(
            """
              call(anArgumentThatIsLong, anArgumentThatIsLong, anArgumentThatIsLong, anArgumentThatIsLong,
                  anArgumentThatIsLong);
            """);
  }

  @Test
  void linesOfAStatementAreMovedIn() {
    Text text = Text.builder().statement("return a\n&& b\n&& c").statement("next()").build();
    assertThat(body(text)).isEqualTo("  return a\n      && b\n      && c;\n  next();\n");
  }

  @Test
  void blocksAreMovedIn() {
    Text text =
        Text.builder()
            .open("if (a)")
            .statement("b()")
            .next("else")
            .statement("$L()", "a$1")
            .close()
            .build();
    assertThat(body(text)).isEqualTo("  if (a) {\n    b();\n  } else {\n    a$1();\n  }\n");
  }
}

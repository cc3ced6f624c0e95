package dev.cresset.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text in its place is what JavaPoet would have written there. */
class PlacesTest {
  private static final ClassName LIST = ClassName.get(List.class);

  private static String written(CodeBlock body, Places places) {
    TypeSpec type =
        TypeSpec.classBuilder("A")
            .addMethod(MethodSpec.methodBuilder("run").addCode(body).build())
            .build();
    return places.filled(JavaFile.builder("a", type).skipJavaLangImports(true).build().toString());
  }

  private static void assertSame(Text text) {
    Places places = new Places();
    assertThat(written(places.of(text), places)).isEqualTo(written(text.block(), new Places()));
  }

  @Test
  void statementsWithTypes() {
    assertSame(Text.of("$[$T a = $T.of(1, 2);\n$]$[a.size();\n$]", LIST, LIST));
  }

  @Test
  void longStatementsAreBrokenWhereTheyMayBe() {
    String word = "anArgumentThatIsLong";
    assertSame(
        Text.of(
            "$[call($L,$W$L,$W$L,$W$L,$W$L,$W$L,$W$L);\n$]",
            word,
            word,
            word,
            word,
            word,
            word,
            word));
  }

  @Test
  void linesOfAStatementAreMovedIn() {
    assertSame(Text.of("$[return a\n&& b\n&& c;\n$]$[next();\n$]"));
  }

  @Test
  void blocksAreMovedIn() {
    assertSame(Text.of("if (a) {\n$>$[b();\n$]\n$[c();\n$]$<}\n"));
  }

  @Test
  void dollarsAreAsTheyAre() {
    assertSame(Text.of("$[$L();\n$]", "a$1"));
  }

  @Test
  void membersComeLast() {
    Places places = new Places();
    TypeSpec type =
        TypeSpec.classBuilder("A")
            .addInitializerBlock(places.members(Text.of("\nint last() {\n  return 1;\n}\n")))
            .addMethod(MethodSpec.constructorBuilder().build())
            .build();
    assertThat(
            places.filled(JavaFile.builder("a", type).skipJavaLangImports(true).build().toString()))
        .isEqualTo(
            """
            package a;

            class A {
              A() {
              }

              int last() {
                return 1;
              }
            }
            """);
  }
}

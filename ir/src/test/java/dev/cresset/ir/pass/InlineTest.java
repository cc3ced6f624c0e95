package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.type.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InlineTest {
  private static Pass inline(Map<String, String> texts) {
    return Inline.with(
        new Inline.Bodies() {
          @Override
          public @Nullable Graph method(Type owner, String name) {
            return function(owner + "." + name);
          }

          @Override
          public @Nullable Graph function(String name) {
            return texts.containsKey(name) ? Graph.parse(texts.get(name)) : null;
          }
        });
  }

  @Test
  void putsBodiesInThePlaceOfCalls() {
    assertThat(
            inline(
                Map.of(
                    "__torch__.Block.forward",
                    """
                    graph(%self : __torch__.Block, %x : int):
                      %n : int = prim::GetAttr[name="n"](%self)
                      %twice : Function = prim::Constant[name="twice"]()
                      %y : int = prim::CallFunction(%twice, %x)
                      %z : int = aten::add(%y, %n)
                      return (%z)\
                    """,
                    "twice",
                    """
                    graph(%x : int):
                      %y : int = aten::add(%x, %x)
                      return (%y)\
                    """)))
        .turns(
            """
            graph(%self : __torch__.Net, %x : int):
              %b : __torch__.Block = prim::GetAttr[name="block"](%self)
              %1 : int = prim::CallMethod[name="forward"](%b, %x)
              %2 : int = prim::CallMethod[name="forward"](%b, %1)
              %3 : int = prim::CallMethod[name="other"](%b, %2)
              return (%3)\
            """)
        .into(
            """
            graph(%self : __torch__.Net, %x : int):
              %b : __torch__.Block = prim::GetAttr[name="block"](%self)
              %n : int = prim::GetAttr[name="n"](%b)
              %twice : Function = prim::Constant[name="twice"]()
              %y : int = aten::add(%x, %x)
              %1 : int = aten::add(%y, %n)
              %n.1 : int = prim::GetAttr[name="n"](%b)
              %twice.1 : Function = prim::Constant[name="twice"]()
              %y.1 : int = aten::add(%1, %1)
              %2 : int = aten::add(%y.1, %n.1)
              %3 : int = prim::CallMethod[name="other"](%b, %2)
              return (%3)\
            """);
  }

  @Test
  void aCallOfItselfStays() {
    String body =
        """
        graph(%x : int):
          %f : Function = prim::Constant[name="f"]()
          %y : int = prim::CallFunction(%f, %x)
          return (%y)\
        """;
    assertThat(inline(Map.of("f", body)))
        .turns(body)
        .into(
            """
            graph(%x : int):
              %f : Function = prim::Constant[name="f"]()
              %g : Function = prim::Constant[name="f"]()
              %y : int = prim::CallFunction(%g, %x)
              return (%y)\
            """);
  }
}

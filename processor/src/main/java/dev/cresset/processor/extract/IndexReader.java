package dev.cresset.processor.extract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Index;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** {@code x.get(all(), range(0, 3), at(i))}. */
final class IndexReader {
  private static final Set<String> PLACES =
      Set.of("all", "range", "from", "before", "at", "newAxis", "rest");

  private final Context context;
  private final ExpressionReader expressions;

  IndexReader(Context context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** Reads the call if it is one of places in a tensor; else gives null. */
  @Nullable Typed read(Typed receiver, String name, MethodInvocationTree tree) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    if (!Library.isTensor(receiver.type())
        || !name.equals("get")
        || arguments.isEmpty()
        || !arguments.stream().allMatch(this::isPlace)) {
      return null;
    }
    List<Index> indices =
        context.unit().each(arguments, each -> index((MethodInvocationTree) each));
    return new Typed(
        new Expression.Subscript(receiver.expression(), indices, context.unit().at(tree)),
        receiver.type());
  }

  private boolean isPlace(ExpressionTree tree) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return false;
    }
    ExpressionTree select = call.getMethodSelect();
    if (select instanceof IdentifierTree name) {
      Names.Found found = context.names().methods(name.getName().toString());
      return found != null && isPlace(found.owner(), name.getName().toString());
    }
    MemberSelectTree member = (MemberSelectTree) select;
    TypeElement owner = expressions.fields().typeNamed(member.getExpression());
    return owner != null && isPlace(owner, member.getIdentifier().toString());
  }

  private static boolean isPlace(TypeElement owner, String name) {
    return owner.getQualifiedName().contentEquals(Library.FUNCTIONAL) && PLACES.contains(name);
  }

  private Index index(MethodInvocationTree tree) {
    List<Typed> in = context.unit().each(tree.getArguments(), expressions::read);
    ExpressionTree select = tree.getMethodSelect();
    String name =
        select instanceof MemberSelectTree member
            ? member.getIdentifier().toString()
            : select.toString();
    switch (name) {
      case "all":
        return new Index.All();
      case "newAxis":
        return new Index.NewAxis();
      case "rest":
        return new Index.Rest();
      case "at":
        if (in.size() == 1) {
          Expression place = in.get(0).expression();
          return Library.isTensor(in.get(0).type())
              ? new Index.Places(place)
              : new Index.Place(whole(in.get(0), tree));
        }
        break;
      case "from":
        if (in.size() == 1) {
          return new Index.Range(whole(in.get(0), tree), null, null);
        }
        break;
      case "before":
        if (in.size() == 1) {
          return new Index.Range(null, whole(in.get(0), tree), null);
        }
        break;
      default:
        if (in.size() == 2 || in.size() == 3) {
          return new Index.Range(
              end(in.get(0), tree),
              end(in.get(1), tree),
              in.size() == 3 ? whole(in.get(2), tree) : null);
        }
        break;
    }
    throw context.unit().leave(tree, "'" + name + "' takes other arguments");
  }

  private @Nullable Expression end(Typed value, MethodInvocationTree tree) {
    boolean open =
        value.expression() instanceof Expression.Literal literal && literal.value() == null;
    return open ? null : whole(value, tree);
  }

  private Expression whole(Typed value, MethodInvocationTree tree) {
    if (!ConstructReader.isWhole(NumberReader.plain(value.scriptType()))) {
      throw context.unit().leave(tree, "places are whole numbers");
    }
    return value.expression();
  }
}

package dev.cresset.processor.extract;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement can be run to its end, as JLS 14.22 defines it. A method that returns
 * something and whose body can is one that javac refuses.
 */
final class Completion {
  private final Function<String, @Nullable VariableElement> fields;

  /**
   * The statements that a {@code break} which can be reached leaves: their labels, or {@code ""}.
   */
  private Set<String> left = new HashSet<>();

  private Completion(Function<String, @Nullable VariableElement> fields) {
    this.fields = fields;
  }

  /**
   * Whether {@code body} can be run to its end.
   *
   * @param fields the field that a name means, or null
   */
  static boolean ends(BlockTree body, Function<String, @Nullable VariableElement> fields) {
    return new Completion(fields).all(body.getStatements());
  }

  private boolean all(List<? extends StatementTree> statements) {
    boolean ends = true;
    for (StatementTree each : statements) {
      ends = ends(each); // what follows a jump is javac's to refuse
    }
    return ends;
  }

  private boolean ends(@Nullable Tree tree) {
    if (tree instanceof ReturnTree || tree instanceof ThrowTree || tree instanceof ContinueTree) {
      return false;
    } else if (tree instanceof BreakTree jump) {
      left.add(jump.getLabel() == null ? "" : jump.getLabel().toString());
      return false;
    } else if (tree instanceof BlockTree block) {
      return all(block.getStatements());
    } else if (tree instanceof IfTree branch) {
      boolean then = ends(branch.getThenStatement());
      StatementTree otherwise = branch.getElseStatement();
      return otherwise == null || ends(otherwise) | then;
    } else if (tree instanceof WhileLoopTree loop) {
      return isLeft(loop.getStatement()) || !isTrue(loop.getCondition());
    } else if (tree instanceof ForLoopTree loop) {
      boolean endless = loop.getCondition() == null || isTrue(loop.getCondition());
      return isLeft(loop.getStatement()) || !endless;
    } else if (tree instanceof DoWhileLoopTree loop) {
      return isLeft(loop.getStatement()) || !isTrue(loop.getCondition());
    } else if (tree instanceof LabeledStatementTree labeled) {
      boolean ends = ends(labeled.getStatement());
      return left.remove(labeled.getLabel().toString()) | ends;
    } else if (tree instanceof SwitchTree choice) {
      return ends(choice);
    } else if (tree instanceof SynchronizedTree locked) {
      return ends(locked.getBlock());
    } else if (tree instanceof TryTree attempt) {
      return ends(attempt);
    }
    return true;
  }

  /** Whether a {@code break} without a label leaves what {@code body} is the body of. */
  private boolean isLeft(Tree body) {
    Set<String> around = left;
    left = new HashSet<>();
    ends(body);
    boolean found = left.remove("");
    around.addAll(left);
    left = around;
    return found;
  }

  private boolean ends(SwitchTree choice) {
    Set<String> around = left;
    left = new HashSet<>();
    boolean ends = true; // without any case, and where no case is taken
    boolean covered = false;
    for (CaseTree each : choice.getCases()) {
      covered |= isDefault(each);
      List<? extends StatementTree> statements = each.getStatements();
      if (statements != null) {
        ends = all(statements);
      } else {
        if (ends(each.getBody())) {
          left.add("");
        }
        ends = false;
      }
    }
    boolean broken = left.remove("");
    around.addAll(left);
    left = around;
    return ends || broken || !covered;
  }

  private static boolean isDefault(CaseTree each) {
    return each.getExpressions().isEmpty();
  }

  private boolean ends(TryTree attempt) {
    boolean ends = ends(attempt.getBlock());
    for (CatchTree each : attempt.getCatches()) {
      ends |= ends(each.getBlock());
    }
    return attempt.getFinallyBlock() == null ? ends : ends(attempt.getFinallyBlock()) && ends;
  }

  /** Whether {@code condition} is a constant of the compiler, and true. */
  private boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(constant(condition));
  }

  private @Nullable Boolean constant(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return constant(inner.getExpression());
    } else if (tree instanceof LiteralTree literal) {
      return literal.getValue() instanceof Boolean value ? value : null;
    } else if (tree instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      Boolean value = constant(not.getExpression());
      return value == null ? null : Boolean.valueOf(!value);
    } else if (tree instanceof IdentifierTree name) {
      VariableElement field = fields.apply(name.getName().toString());
      return field != null && field.getConstantValue() instanceof Boolean value ? value : null;
    }
    return null;
  }
}

package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Names that begin with or hold what templates of code begin with. */
public class Dollars extends DollarsModule {
  public record $Pair(Tensor $first, Tensor second$) {}

  final Linear $x = new Linear(2, 2);
  final Linear a$b = new Linear(2, 2);
  @Param final Tensor $L = param(Tensor.of(1f, 2f));
  final double $d = 2;

  @Script
  public Tensor forward(Tensor $i) {
    Tensor $T = $x.call($i).mul($L);
    Tensor b$ = a$b.call($T).add($d);
    $Pair $p = $helped(b$, 2);
    return $p.$first().add($static($p.second$()));
  }

  private $Pair $helped(Tensor $t, int $n) {
    return new $Pair($t.mul($n), $t);
  }

  @Script
  static Tensor $static(Tensor $S) {
    return $S.tanh();
  }

  @Script
  static float $float(float $W) {
    return $W * 2f;
  }
}

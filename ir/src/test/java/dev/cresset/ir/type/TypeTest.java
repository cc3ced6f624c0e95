package dev.cresset.ir.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tensor",
        "int",
        "float",
        "bool",
        "str",
        "Scalar",
        "NoneType",
        "Device",
        "Generator",
        "Function",
        "complex",
        "Any",
        "Tensor?",
        "int[]",
        "int[]?",
        "Tensor?[]",
        "int[][]",
        "(Tensor, Tensor)",
        "(Tensor)",
        "()",
        "(Tensor, int[])[]",
        "Dict(str, Tensor)",
        "Dict(str, (Tensor, int?))",
        "NamedTuple(x : Tensor, y : Tensor)",
        "__torch__.torch.nn.modules.batchnorm.___torch_mangle_8.BatchNorm2d",
        "Digits",
        "dev.cresset.Outer$Inner",
        "Float",
        "t",
        "t1",
        "tVal",
        "t[]",
        "FloatTensor",
        "Float(2, 4, strides=[4, 1], requires_grad=0, device=cpu)",
        "Float(*, *, requires_grad=0, device=cpu)",
        "Tensor(requires_grad=0)",
        "Long(requires_grad=1, device=cuda:0)",
        "Half(2, *)",
        "Float()",
        "Tensor(*, 3)"
      })
  void printsWhatItRead(String text) {
    assertThat(Type.parse(text)).hasToString(text);
  }

  @Test
  void knowsTheFactsOfATensor() {
    Type.Tensor type =
        (Type.Tensor) Type.parse("Float(2, *, strides=[4, 1], requires_grad=1, device=cpu)");
    assertThat(type.dtype()).isEqualTo(DType.F32);
    assertThat(type.sizes()).containsExactly(2L, null);
    assertThat(type.strides()).containsExactly(4L, 1L);
    assertThat(type.requiresGrad()).isTrue();
    assertThat(type.device()).isEqualTo("cpu");
  }

  @Test
  void unknownSizesAreNotNoSizes() {
    assertThat(((Type.Tensor) Type.parse("Tensor(requires_grad=0)")).sizes()).isNull();
    assertThat(((Type.Tensor) Type.parse("Float(requires_grad=0)")).sizes()).isEmpty();
  }

  @Test
  void whatFitsWhere() {
    assertThat(Type.INT.fits(Type.SCALAR)).isTrue();
    assertThat(Type.NONE.fits(Type.TENSOR.optional())).isTrue();
    assertThat(Type.TENSOR.fits(Type.TENSOR.optional())).isTrue();
    assertThat(Type.TENSOR.optional().fits(Type.TENSOR)).isFalse();
    assertThat(Type.parse("Float(2, 4)").fits(Type.TENSOR)).isTrue();
    assertThat(Type.INT.fits(Type.Atom.SCALAR_TYPE)).isTrue();
    assertThat(Type.INT.fits(Type.FLOAT)).isFalse();
    assertThat(Type.parse("Tensor[]").fits(Type.parse("t[]"))).isTrue();
    assertThat(Type.parse("Tensor[]").fits(Type.parse("Tensor?[]"))).isTrue();
    assertThat(new Type.Tuple(List.of(Type.INT)).fits(Type.parse("(Scalar)"))).isTrue();
  }

  @Test
  void anErrorNamesThePlace() {
    assertThatThrownBy(() -> Type.parse("Dict(str Tensor)"))
        .isInstanceOf(SyntaxException.class)
        .hasMessage("line 1, column 10: expected ',', found 'Tensor)'");
  }
}

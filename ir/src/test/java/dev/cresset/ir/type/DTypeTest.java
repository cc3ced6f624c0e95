package dev.cresset.ir.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeTest {

  /** {@code torch.promote_types}, row by row; the columns stand in the order of the rows. */
  @ParameterizedTest
  @CsvSource({
    "U8,   U8  I16 I16 I32 I64 F16 BF16 F32 F64 U8",
    "I8,   I16 I8  I16 I32 I64 F16 BF16 F32 F64 I8",
    "I16,  I16 I16 I16 I32 I64 F16 BF16 F32 F64 I16",
    "I32,  I32 I32 I32 I32 I64 F16 BF16 F32 F64 I32",
    "I64,  I64 I64 I64 I64 I64 F16 BF16 F32 F64 I64",
    "F16,  F16 F16 F16 F16 F16 F16 F32  F32 F64 F16",
    "BF16, BF16 BF16 BF16 BF16 BF16 F32 BF16 F32 F64 BF16",
    "F32,  F32 F32 F32 F32 F32 F32 F32 F32 F64 F32",
    "F64,  F64 F64 F64 F64 F64 F64 F64 F64 F64 F64",
    "BOOL, U8  I8  I16 I32 I64 F16 BF16 F32 F64 BOOL"
  })
  void promotesAsPyTorch(DType row, String results) {
    DType[] columns = {
      DType.U8,
      DType.I8,
      DType.I16,
      DType.I32,
      DType.I64,
      DType.F16,
      DType.BF16,
      DType.F32,
      DType.F64,
      DType.BOOL
    };
    String[] expected = results.split("\\s+");
    for (int i = 0; i < columns.length; i++) {
      assertThat(DType.promote(row, columns[i]))
          .as("%s with %s", row, columns[i])
          .isEqualTo(DType.valueOf(expected[i]));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByNameAndCode(DType type) {
    assertThat(DType.ofCode(type.code())).isEqualTo(type);
    assertThat(DType.ofTorchName(type.torchName())).isEqualTo(type);
  }

  @Test
  void anUnknownCodeSaysWhichThereAre() {
    assertThatThrownBy(() -> DType.ofCode(9)).hasMessageContaining("scalar type 9 is not one of");
    assertThatThrownBy(() -> DType.ofTorchName("complex64"))
        .hasMessageContaining("'complex64' names no dtype");
  }
}

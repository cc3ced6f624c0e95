package dev.cresset.conformance.vector;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine code that C2 made of each method, as {@code -XX:CompileCommand=print} gives it in
 * hexadecimal, and whether it works on vectors of floats.
 *
 * <p>On x86-64, arithmetic on single floats in vector registers differs from arithmetic on one
 * float only in the prefix: {@code vaddps} has none where {@code vaddss} has F3. C2 uses the packed
 * form with registers of 256 bits and more in vectorised loops alone.
 */
final class MachineCode {

  private static final Pattern METHOD =
      Pattern.compile("Compiled method \\(c2\\).*?\\s([\\w.$]+::[\\w$]+)(?: @ \\d+)? \\(");
  private static final Pattern BYTES = Pattern.compile("^ +0x[0-9a-f]+: ([0-9a-f |]+)$");

  /** sqrt, add, mul, sub, min, div, max of the first opcode map. */
  private static final Set<Integer> ARITHMETIC = Set.of(0x51, 0x58, 0x59, 0x5C, 0x5D, 0x5E, 0x5F);

  /** The three operand orders of a fused multiply-add, and of its negated forms. */
  private static final Set<Integer> FUSED =
      Set.of(0x98, 0xA8, 0xB8, 0x9A, 0xAA, 0xBA, 0x9C, 0xAC, 0xBC, 0x9E, 0xAE, 0xBE);

  private MachineCode() {}

  /** Reads what the virtual machine printed: method name → the bytes of its compiled forms. */
  static Map<String, List<byte[]>> read(List<String> lines) {
    Map<String, List<byte[]>> methods = new LinkedHashMap<>();
    String method = null;
    StringBuilder hex = new StringBuilder();
    for (String line : lines) {
      Matcher named = METHOD.matcher(line);
      Matcher bytes = BYTES.matcher(line);
      if (named.find()) {
        method = named.group(1);
      } else if (bytes.matches()) {
        hex.append(bytes.group(1).replaceAll("[ |]", ""));
      } else if (line.startsWith("[/MachCode]") && method != null) {
        methods.computeIfAbsent(method, m -> new ArrayList<>()).add(HexFormat.of().parseHex(hex));
        hex.setLength(0);
        method = null;
      }
    }
    return methods;
  }

  /** How many packed float instructions on 256 bits or more the code holds. */
  static int packedFloatInstructions(byte[] code) {
    int count = 0;
    for (int i = 0; i + 5 < code.length; i++) {
      if (isPackedVex(code, i) || isPackedEvex(code, i)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isPackedVex(byte[] code, int at) {
    int first = code[at] & 0xFF;
    if (first == 0xC5) {
      int fields = code[at + 1] & 0xFF;
      return wide(fields >> 2 & 1) && (fields & 3) == 0 && ARITHMETIC.contains(code[at + 2] & 0xFF);
    }
    if (first != 0xC4) {
      return false;
    }
    int map = code[at + 1] & 0x1F;
    int fields = code[at + 2] & 0xFF;
    return wide(fields >> 2 & 1) && packed(map, fields & 3, fields >> 7, code[at + 3] & 0xFF);
  }

  private static boolean isPackedEvex(byte[] code, int at) {
    if ((code[at] & 0xFF) != 0x62) {
      return false;
    }
    int map = code[at + 1] & 0x0F;
    int fields = code[at + 2] & 0xFF;
    int length = code[at + 3] >> 5 & 3;
    boolean valid = (fields & 4) != 0 && (length == 1 || length == 2);
    return valid && packed(map, fields & 3, fields >> 7, code[at + 4] & 0xFF);
  }

  /** Packed single floats: no prefix in map 1; prefix 66 and W = 0 in map 2, where fma lives. */
  private static boolean packed(int map, int prefix, int w, int opcode) {
    return (map == 1 && prefix == 0 && w == 0 && ARITHMETIC.contains(opcode))
        || (map == 2 && prefix == 1 && w == 0 && FUSED.contains(opcode));
  }

  private static boolean wide(int lengthBit) {
    return lengthBit == 1;
  }
}

package dev.cresset.examples.digits;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Pictures as text for a terminal: two pixels, one above the other, in each character. */
final class Picture {
  private static final String SHADES = " .:-=+*#%@";

  private Picture() {}

  /** Pictures of one row of digits, side by side, with a line of text under each. */
  static String row(List<Tensor> pictures, List<String> captions) {
    List<float[]> grey = new ArrayList<>();
    pictures.forEach(picture -> grey.add(picture.toFloatArray()));
    StringBuilder text = new StringBuilder();
    for (int row = 3; row < Pen.SIDE - 3; row += 2) {
      for (float[] picture : grey) {
        line(picture, row, text);
        text.append(' ');
      }
      text.append('\n');
    }
    for (String caption : captions) {
      text.append(String.format("%-" + (Pen.SIDE / 2 + 1) + "s", caption));
    }
    return text.append('\n').toString();
  }

  private static void line(float[] picture, int row, StringBuilder text) {
    for (int column = 0; column < Pen.SIDE; column += 2) {
      float ink = 0;
      for (int k = 0; k < 4; k++) {
        ink += picture[(row + k / 2) * Pen.SIDE + column + k % 2] / 4;
      }
      text.append(SHADES.charAt(Math.min(SHADES.length() - 1, (int) (ink * SHADES.length()))));
    }
  }
}

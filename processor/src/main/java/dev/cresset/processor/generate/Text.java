package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of Java, put together out of smaller pieces: characters, and between them names of types
 * that the class which is written will import. It says the same as a {@link CodeBlock}, and is what
 * statements are built of, as a block of blocks is walked piece by piece whenever it is looked at.
 */
final class Text {

  /** What is neither characters nor a type. */
  enum Mark {
    /** A space, at which a long line may be broken. */
    WRAP,
    INDENT,
    UNINDENT,
    STATEMENT,
    END;

    static Mark of(char code) {
      return switch (code) {
        case 'W' -> WRAP;
        case '>' -> INDENT;
        case '<' -> UNINDENT;
        case '[' -> STATEMENT;
        case ']' -> END;
        default -> throw new IllegalArgumentException("$" + code);
      };
    }

    private String plain() {
      return this == WRAP ? " " : "";
    }
  }

  /** A method that the class imports by its name. */
  record Imported(TypeName owner, String name) {
    @Override
    public String toString() {
      return owner + "." + name;
    }
  }

  /** As long is what stands on one line, wherever it begins. */
  private static final int UNBROKEN = 84;

  /** Strings, {@link TypeName}s, {@link Imported}s and {@link Mark}s. */
  private final List<Object> parts;

  private @Nullable String plain;

  private Text(List<Object> parts) {
    this.parts = parts;
  }

  /**
   * The text of a format as JavaPoet has it, of which this knows {@code $L $S $T $W $> $< $[ $]},
   * and {@code $1L}.
   */
  static Text of(String format, Object... arguments) {
    return builder().add(format, arguments).build();
  }

  /** A static method that the class which is written imports. */
  static Text imported(TypeName owner, String name) {
    return new Text(List.of(new Imported(owner, name)));
  }

  /** These, with what {@code separator} is the format of between them. */
  static Text join(Iterable<Text> texts, String separator) {
    Builder all = builder();
    String before = "";
    for (Text text : texts) {
      all.add(before).add(text);
      before = separator;
    }
    return all.build();
  }

  /** A text that is put together step by step. */
  static Builder builder() {
    return new Builder();
  }

  /** Marks, types, and what is written as it is. */
  List<Object> parts() {
    return parts;
  }

  /** This statement with nothing that says how to break it, if it is too short to be broken. */
  Text unbroken() {
    if (toString().length() > UNBROKEN) {
      return this;
    }
    Builder all = builder();
    for (Object part : parts) {
      if (part instanceof Mark mark) {
        all.part(mark.plain());
      } else {
        all.part(part);
      }
    }
    return all.build();
  }

  /** The characters, with types named in full. */
  @Override
  public String toString() {
    if (plain == null) {
      StringBuilder all = new StringBuilder();
      for (Object part : parts) {
        if (part instanceof Mark mark) {
          all.append(mark.plain());
        } else if (part instanceof ClassName type) {
          all.append(type.canonicalName()); // JavaPoet writes a whole file for its toString()
        } else {
          all.append(part);
        }
      }
      plain = all.toString();
    }
    return plain;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Text text && parts.equals(text.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Puts a text together. */
  static final class Builder {
    private final List<Object> parts = new ArrayList<>();

    /** Characters that are one part, so that equal texts have equal parts. */
    private final StringBuilder characters = new StringBuilder();

    private Builder() {}

    /** Adds a format with its arguments, as {@link Text#of}. */
    Builder add(String format, Object... arguments) {
      int next = 0;
      int from = 0;
      for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
        characters.append(format, from, at);
        char code = format.charAt(at + 1);
        from = at + 2;
        if (Character.isDigit(code)) {
          argument(format.charAt(from++), arguments[code - '1']);
        } else if (code == 'L' || code == 'S' || code == 'T') {
          argument(code, arguments[next++]);
        } else {
          other(Mark.of(code));
        }
      }
      characters.append(format, from, format.length());
      return this;
    }

    /** Adds a text. */
    Builder add(Text text) {
      for (Object part : text.parts) {
        part(part);
      }
      return this;
    }

    /** Adds a statement, without its semicolon. */
    Builder statement(String format, Object... arguments) {
      return add("$[").add(format, arguments).add(";\n$]");
    }

    /** Opens a block; the format is what stands before its brace. */
    Builder open(String format, Object... arguments) {
      return add(format, arguments).add(" {\n$>");
    }

    /** Closes a block and opens the next of the same statement. */
    Builder next(String format, Object... arguments) {
      return add("$<} ").open(format, arguments);
    }

    /** Closes a block. */
    Builder close() {
      return add("$<}\n");
    }

    private void part(Object part) {
      if (part instanceof String text) {
        characters.append(text);
      } else {
        other(part);
      }
    }

    private void argument(char code, Object argument) {
      if (code == 'T') {
        other(argument instanceof Class<?> type ? ClassName.get(type) : argument);
      } else if (code == 'S') {
        characters.append(literal(Objects.toString(argument)));
      } else if (argument instanceof Text text) {
        add(text);
      } else {
        characters.append(Objects.toString(argument));
      }
    }

    private static String literal(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' || c > '~' || c == '"' || c == '\\') {
          return CodeBlock.of("$S", text).toString();
        }
      }
      return '"' + text + '"';
    }

    private void other(Object part) {
      end();
      parts.add(part);
    }

    private void end() {
      if (characters.length() > 0) {
        parts.add(characters.toString());
        characters.setLength(0);
      }
    }

    /** The text. */
    Text build() {
      end();
      return new Text(List.copyOf(parts));
    }
  }
}

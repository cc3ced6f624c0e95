package dev.cresset.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    WRAP("$W", " "),
    INDENT("$>", ""),
    UNINDENT("$<", ""),
    STATEMENT("$[", ""),
    END("$]", "");

    private final String code;
    private final String plain;

    Mark(String code, String plain) {
      this.code = code;
      this.plain = plain;
    }

    static Mark of(char code) {
      for (Mark mark : values()) {
        if (mark.code.charAt(1) == code) {
          return mark;
        }
      }
      throw new IllegalArgumentException("$" + code);
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

  /** The types that it names. */
  Set<TypeName> types() {
    Set<TypeName> types = new LinkedHashSet<>();
    for (Object part : parts) {
      if (part instanceof TypeName type) {
        types.add(type);
      }
    }
    return types;
  }

  /** This text as JavaPoet takes it. */
  CodeBlock block() {
    StringBuilder format = new StringBuilder();
    List<Object> types = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Mark mark) {
        format.append(mark.code);
      } else if (part instanceof TypeName type) {
        format.append("$T");
        types.add(type);
      } else if (part instanceof Imported method) {
        format.append(method.name);
      } else {
        format.append(((String) part).replace("$", "$$"));
      }
    }
    return CodeBlock.of(format.toString(), types.toArray());
  }

  /** This statement with nothing that says how to break it, if it is too short to be broken. */
  Text unbroken() {
    if (toString().length() > UNBROKEN) {
      return this;
    }
    Builder all = builder();
    for (Object part : parts) {
      if (part instanceof Mark mark) {
        all.characters(mark.plain);
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
      parts.forEach(part -> all.append(part instanceof Mark mark ? mark.plain : part));
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

    private Builder() {}

    /** Adds a format with its arguments, as {@link Text#of}. */
    Builder add(String format, Object... arguments) {
      int next = 0;
      int from = 0;
      for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
        characters(format.substring(from, at));
        char code = format.charAt(at + 1);
        from = at + 2;
        if (Character.isDigit(code)) {
          argument(format.charAt(from++), arguments[code - '1']);
        } else if (code == 'L' || code == 'S' || code == 'T') {
          argument(code, arguments[next++]);
        } else {
          parts.add(Mark.of(code));
        }
      }
      characters(format.substring(from));
      return this;
    }

    /** Adds a text. */
    Builder add(Text text) {
      text.parts.forEach(this::part);
      return this;
    }

    private void part(Object part) {
      if (part instanceof String characters) {
        characters(characters);
      } else {
        parts.add(part);
      }
    }

    private void argument(char code, Object argument) {
      if (code == 'T') {
        parts.add(argument instanceof Class<?> type ? TypeName.get(type) : argument);
      } else if (code == 'S') {
        characters(CodeBlock.of("$S", argument).toString());
      } else if (argument instanceof Text text) {
        add(text);
      } else {
        characters(Objects.toString(argument));
      }
    }

    /** One part for characters that follow each other, so that equal texts have equal parts. */
    private void characters(String more) {
      int last = parts.size() - 1;
      if (more.isEmpty()) {
        return;
      } else if (last >= 0 && parts.get(last) instanceof String before) {
        parts.set(last, before + more);
      } else {
        parts.add(more);
      }
    }

    /** The text. */
    Text build() {
      return new Text(List.copyOf(parts));
    }
  }
}

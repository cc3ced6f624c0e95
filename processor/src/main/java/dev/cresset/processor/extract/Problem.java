package dev.cresset.processor.extract;

/** All that the processor says to users: what, why, and what to write instead. */
public enum Problem {

  // ---- classes

  SUPERCLASS(
      "script/superclass",
      "%1$s has scripted methods or parameters, but does not extend its generated superclass, which"
          + " registers and calls them; write 'class %2$s extends %3$s'"),
  INNER_CLASS(
      "script/inner-class",
      "%1$s is an inner class, whose objects hang on an object of the class around it, and the"
          + " graph cannot hold that one; write 'static class %1$s'"),
  PRIVATE_CLASS(
      "script/private-class",
      "%1$s is private, so the code generated for it cannot see it; write 'static class %1$s'"
          + " without 'private'"),
  KIND_OF_CLASS(
      "script/kind-of-class",
      "@%2$s stands in %1$s, which is no ordinary class; put it into a class that extends its"
          + " generated superclass"),
  BASE(
      "script/base",
      "%1$s is no module, so it cannot be the base of one; name a class that extends NnModule"),

  // ---- fields

  PRIVATE_FIELD(
      "script/private-field",
      "'%1$s' is private, so the generated superclass cannot register it; write it without"
          + " 'private'"),
  BARE_TENSOR(
      "script/bare-tensor",
      "'%1$s' is a Tensor without a role; write @Param before it if training changes it, @Buffer"
          + " if the state dict keeps it, @Constant if it never changes"),
  ROLE_OF_NO_TENSOR(
      "script/role-of-no-tensor",
      "'%2$s' is no Tensor, and @%1$s is for Tensors; write the field without @%1$s"),
  TWO_ROLES("script/two-roles", "'%1$s' has two roles; keep one of @Param, @Buffer, @Constant"),
  STATIC_ROLE(
      "script/static-field",
      "'%1$s' is static, so it belongs to no module, and @%2$s registers it with one; write it"
          + " without 'static'"),
  PARAM_WITHOUT_PARAM(
      "script/param",
      "'%1$s' is a @Param, but this is no parameter yet; write '%1$s = param(..)' around it, which"
          + " makes it require a gradient"),

  // ---- methods

  TWO_FORWARDS(
      "script/two-forwards",
      "%1$s has a scripted forward already, and call can stand for one only; give this one another"
          + " name"),
  OVERLOADED(
      "script/overloaded",
      "%1$s has another scripted method '%2$s', and the graph knows methods by name alone; give"
          + " this one another name"),
  NO_BODY(
      "script/no-body",
      "'%1$s' has no body to compile; put @Script on the method that implements it"),
  GENERIC_METHOD(
      "script/generic-method",
      "'%1$s' has type parameters, and the graph's types are fixed; write the type itself"),
  VARARGS_METHOD(
      "script/varargs-method",
      "'%1$s' takes any number of arguments, and a graph takes a fixed one; write an array or a"
          + " List"),
  THROWS(
      "script/throws",
      "'%1$s' declares exceptions, and the graph has none to pass on; write it without 'throws'"),
  PRIVATE_FORWARD(
      "script/private-forward", "forward is private, so call cannot reach it; write 'public'"),
  TYPE(
      "script/type",
      "the graph has no meaning for %1$s; write Tensor, int, long, float, double, boolean, String,"
          + " a List or array of these, or a record of these");

  private final String id;
  private final String text;

  Problem(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** What it is looked up by: {@code script/lambda}. */
  public String id() {
    return id;
  }

  /** The message, its id in brackets first. */
  public String message(Object... arguments) {
    return "[" + id + "] " + text.formatted(arguments);
  }
}

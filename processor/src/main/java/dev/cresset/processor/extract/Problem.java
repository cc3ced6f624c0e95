package dev.cresset.processor.extract;

/** All that the processor says to users: what, why, and what to write instead. */
public enum Problem {

  // ---- ourselves

  INTERNAL(
      "script/internal",
      "Cresset could not compile %1$s, which is a mistake of Cresset and not of this class; please"
          + " report it with this text: %2$s"),

  // ---- classes

  SUPERCLASS(
      "script/superclass",
      "%1$s has scripted methods or parameters, but does not extend its generated superclass, which"
          + " registers and calls them; write 'class %2$s extends %3$s'"),
  INNER_CLASS(
      "script/inner-class",
      "%1$s is an inner class, whose objects hang on an object of the class around it, and the"
          + " graph cannot hold that one; write 'static class %1$s extends %2$s'"),
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
  FINAL_BASE(
      "script/base",
      "%1$s is final, so no module can extend it; keep it in a field and call it, or write it"
          + " without 'final' where it is yours"),

  BASE_OF_ITSELF(
      "script/base",
      "the bases from %1$s on come back to this class, so that none is the first; name a module"
          + " that has no such base"),
  GENERIC_BASE(
      "script/base",
      "%1$s has type parameters, and 'base = %1$s.class' cannot say what they stand for; keep it in"
          + " a field and call it"),

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

  REASSIGNED_TENSOR(
      "script/reassigned-field",
      "'%1$s' is assigned outside of the constructor, and optimizers and compiled graphs go on with"
          + " the tensor that it was; write into it with '%1$s.copy_(..)'"),
  REASSIGNED_MODULE(
      "script/reassigned-field",
      "'%1$s' is assigned outside of the constructor, and optimizers and compiled graphs go on with"
          + " the module that it was; make it in the constructor, and load values into it with"
          + " '%1$s.loadStateDict(..)'"),

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
          + " a List or array of these, or a record of these"),
  SIGNATURE(
      "script/signature",
      "%1$s cannot go into or out of a module, which hooks and exporters call with values of any"
          + " type; write Tensor, int, long, float, double, boolean, String, an array or List of"
          + " these, or a record of these"),
  LATE_TYPE(
      "script/late-type",
      "the type of '%1$s' is written by another processor, when the superclass that must name it is"
          + " there already; write that type yourself, or compile it before"),
  RECURSION("script/recursion", "'%1$s' comes back to itself, and a graph ends; write a loop"),

  // ---- statements

  SWITCH("script/switch", "switch is no part of the language; write if and else"),
  TRY("script/try", "the graph has no exceptions to catch; write what stands in the try by itself"),
  SYNCHRONIZED(
      "script/synchronized",
      "a graph runs in one thread and has no locks; write the statements without 'synchronized'"),
  THROW(
      "script/throw",
      "a graph ends itself with an exception that it makes on the spot of a text and that need not"
          + " be declared; write 'throw new IllegalArgumentException(\"..\")'"),
  LOCAL_CLASS(
      "script/local-class",
      "a class inside of a method is none that the graph knows; write a record beside the method"),
  FIELD_ASSIGNMENT(
      "script/field-assignment",
      "a scripted method cannot assign the field '%1$s', since a graph's modules are fixed; write"
          + " into its tensor with '%1$s.copy_(..)'"),
  // ---- expressions

  LAMBDA(
      "script/lambda",
      "a lambda cannot be scripted, because the graph has no functions as values; write a @Script"
          + " method and call it"),
  METHOD_REFERENCE(
      "script/method-reference",
      "a method reference cannot be scripted, because the graph has no functions as values; call"
          + " the method"),
  MAP(
      "script/map",
      "map takes a '@Script static float' method with %1$d parameters of type float, and '%2$s' is"
          + " none; write one"),
  ASSIGNMENT_AS_VALUE(
      "script/assignment-as-value",
      "an assignment is no value in a graph; write it as a statement of its own before this one"),
  INSTANCEOF(
      "script/instanceof", "the graph knows each type before it runs; write the call for one type"),
  NEW_OBJECT(
      "script/new",
      "a scripted method makes no objects but records and arrays; make %1$s in the constructor and"
          + " keep it in a field"),
  NEW_ARRAY(
      "script/new-array",
      "an array in a graph has one dimension or is the list of its elements; write 'new %1$s[n]' or"
          + " 'new %1$s[] {a, b}'"),
  RECORD_WITH_CODE(
      "script/record-with-code",
      "%1$s has code of its own in %2$s, and a tuple in the graph has none; leave that code out"),
  CAST(
      "script/cast",
      "the graph cannot ask whether this is a %1$s; declare the field or the list with that type"),
  TENSOR_OPERATOR(
      "script/tensor-operator", "'%1$s' is for numbers, and this is a Tensor; write 'a.%2$s(b)'"),
  IDENTITY(
      "script/identity",
      "'%1$s' asks whether both are the same object, which a graph does not know; write %2$s"),
  TEXT(
      "script/text",
      "a %1$s cannot be put into a text in a graph; write a number, boolean, String or Tensor"),
  SUPER("script/super", "super has no graph of its own; write a @Script method and call it"),
  NOT_CONSTANT(
      "script/not-constant",
      "'%1$s' is static and no constant of the compiler, so its value is not known here; write a"
          + " constant expression, or make it a field of the module"),
  PRIVATE_READ(
      "script/private-field",
      "'%1$s' is private, so the code generated cannot read it; write it without 'private'"),
  UNREGISTERED(
      "script/unregistered-field",
      "'%1$s' is a %2$s, which a module cannot register, so the graph cannot read it; keep what is"
          + " needed of it in a Tensor, number, boolean or String"),
  FIELD_OF_NO_MODULE(
      "script/field",
      "'%1$s' is a field of a %2$s, and the graph reads fields of modules alone; write a record,"
          + " and its accessor"),
  INSTANCE_IN_STATIC(
      "script/static",
      "'%1$s' belongs to an object, and this function has none; give it as a parameter"),

  // ---- calls

  UNKNOWN_OP("script/unknown-op", "'%1$s' is not an op of Tensor%2$s"),
  UNKNOWN_FUNCTION("script/unknown-op", "no function '%1$s' is found; did you mean '%2$s'?"),
  NO_OP(
      "script/no-op",
      "'%1$s' of Tensor is plain Java and has no node in a graph; call it outside of the scripted"
          + " method and give its result as a parameter"),
  HELPER(
      "script/helper",
      "'%1$s' is neither @Script nor private, so a subclass could change what it does; write"
          + " @Script before it, or 'private'"),
  NOT_SCRIPTED(
      "script/not-scripted",
      "'%1$s' of %2$s is plain Java and has no graph; write @Script before it where it is yours, or"
          + " call it outside of the scripted method"),
  GENERIC_CALL(
      "script/generic-call",
      "'%1$s' has type parameters, and the graph's types are fixed; write a method for the one type"
          + " that is meant"),
  FLOAT_FUNCTION(
      "script/float-function",
      "'%1$s' becomes a function of whole tensors, so it has no form for one number; write it with"
          + " 'double', or with ops of Tensor"),
  FLOAT_FUNCTION_BODY(
      "script/float-function-body",
      "a '@Script static float' method is one formula for every element, and this is %1$s; write it"
          + " with float, boolean, if and ?:"),
  SCALAR_FUNCTION(
      "script/scalar-function",
      "'%1$s' has no meaning for a number in a graph; write one of %2$s, or call it on a tensor"),
  KEEP_DIMS(
      "script/keep-dims",
      "the kept dimensions must stand in the call itself; write '%1$s(keepDims(..))'"),
  LIST_RESULT(
      "script/list-result",
      "'%1$s' changes the list, and in a graph gives nothing; write it as a statement of its own"),
  EMPTY_LIST(
      "script/empty-list",
      "nothing tells what this empty list holds; write an array with its type, as 'new long[] {}'"),

  // ---- sizes

  SHAPE("script/shape", "%1$s"),

  // ---- what javac should have found

  UNRESOLVED(
      "script/unresolved",
      "%1$s; javac finds a meaning here that the processor does not, so the method cannot be"
          + " compiled: write the expression in smaller steps with declared types"),
  DISAGREES(
      "script/disagrees",
      "the processor reads '%1$s' where javac reads '%2$s': a mistake of the processor; write the"
          + " expression in smaller steps with declared types");

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

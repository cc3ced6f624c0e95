package dev.cresset.ir.graph;

/** The kinds of node that are not ops on values but make up the language of the graph. */
public final class Kinds {
  /** A constant; its value is the attribute {@code value}, and without one it is None. */
  public static final String CONSTANT = "prim::Constant";

  /** Runs its first block if the input is true, else its second; gives what the block gives. */
  public static final String IF = "prim::If";

  /**
   * Runs its block while its condition holds and the count is not reached. Inputs: count,
   * condition, carried values; block: number of the round, carried values; block's result:
   * condition, carried values.
   */
  public static final String LOOP = "prim::Loop";

  /** Reads the attribute {@code name} of an object. */
  public static final String GET_ATTR = "prim::GetAttr";

  /** Writes the attribute {@code name} of an object. */
  public static final String SET_ATTR = "prim::SetAttr";

  /** Calls the method {@code name} of an object. */
  public static final String CALL_METHOD = "prim::CallMethod";

  /** Calls a function, its first input. */
  public static final String CALL_FUNCTION = "prim::CallFunction";

  /** Makes a tuple. */
  public static final String TUPLE_CONSTRUCT = "prim::TupleConstruct";

  /** Gives the elements of a tuple. */
  public static final String TUPLE_UNPACK = "prim::TupleUnpack";

  /** Gives one element of a tuple: the second input. */
  public static final String TUPLE_INDEX = "prim::TupleIndex";

  /** Makes a list. */
  public static final String LIST_CONSTRUCT = "prim::ListConstruct";

  /** Gives the elements of a list of known length. */
  public static final String LIST_UNPACK = "prim::ListUnpack";

  /** Makes a dictionary of keys and values in turn. */
  public static final String DICT_CONSTRUCT = "prim::DictConstruct";

  /** Ends the program with a message. */
  public static final String RAISE = "prim::RaiseException";

  /** Tells the user something, and goes on. */
  public static final String WARN = "aten::warn";

  /** The same value under a type that is known to be right. */
  public static final String UNCHECKED_CAST = "prim::unchecked_cast";

  /** Elementwise ops that become one kernel; the body is the attribute {@code Subgraph}. */
  public static final String FUSION_GROUP = "prim::FusionGroup";

  /** The attribute that holds the body of a group. */
  public static final String SUBGRAPH = "Subgraph";

  private Kinds() {}
}

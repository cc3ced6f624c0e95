package dev.cresset.processor.generate;

/** Says that a graph holds what the writer has no Java for; its method then runs as written. */
final class Inexpressible extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String what;

  Inexpressible(String what) {
    super(what);
    this.what = what;
  }

  /** What there is no Java for. */
  String what() {
    return what;
  }
}

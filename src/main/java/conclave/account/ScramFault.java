package conclave.account;

/** What a SCRAM server may say is wrong (RFC 5802 §7, server-error-value). */
enum ScramFault {
  INVALID_ENCODING("invalid-encoding"),
  EXTENSIONS_NOT_SUPPORTED("extensions-not-supported"),
  INVALID_PROOF("invalid-proof"),
  BINDINGS_DONT_MATCH("channel-bindings-dont-match"),
  DOES_SUPPORT_BINDING("server-does-support-channel-binding"),
  BINDING_NOT_SUPPORTED("channel-binding-not-supported"),
  UNSUPPORTED_BINDING_TYPE("unsupported-channel-binding-type"),
  INVALID_NAME("invalid-username-encoding"),
  OTHER("other-error");

  private final String text;

  ScramFault(String text) {
    this.text = text;
  }

  /** The whole server-final message. */
  String message() {
    return "e=" + text;
  }
}

package conclave.store;

import java.util.Arrays;

/** The kinds of events as rows name them. A number is never given a second meaning. */
enum EventKind {
  JOINED(1),
  PARTED(2),
  DEPARTED(3),
  SAID(4),
  TOPIC_CHANGED(5),
  MODES_CHANGED(6),
  KICKED(7),
  INVITED(8),
  RENAMED(9),
  TOLD(10),
  IDENTIFIED(20),
  DESCRIBED(21),
  TAKEN_BACK(22);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static EventKind of(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(() -> FieldReader.unreadable("event of kind " + code));
  }
}

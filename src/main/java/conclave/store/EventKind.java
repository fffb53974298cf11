package conclave.store;

import conclave.room.Role;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of events as rows name them. A number is never given a second meaning. What is said to
 * some of a room is a kind for each role, rising with it, so that SQL can leave out what a reader
 * may not see.
 */
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
  TAKEN_BACK(22),
  ROOM_RENAMED(23),
  TAGGED(24),
  TOLD_TAGS(25),
  SAID_TO_VOICES(101, Role.VOICE),
  SAID_TO_HALFOPS(102, Role.HALFOP),
  SAID_TO_OPERATORS(103, Role.OPERATOR),
  SAID_TO_ADMINS(104, Role.ADMIN),
  SAID_TO_FOUNDERS(105, Role.FOUNDER);

  /** Above it is only what was said to some. */
  private static final int NOTHING_MORE = 100;

  private final int code;
  private final Optional<Role> audience;

  EventKind(int code) {
    this.code = code;
    this.audience = Optional.empty();
  }

  EventKind(int code, Role audience) {
    this.code = code;
    this.audience = Optional.of(audience);
  }

  /** Of something said to these. */
  static EventKind ofSaid(Optional<Role> audience) {
    return audience
        .flatMap(role -> Arrays.stream(values()).filter(k -> k.isTo(role)).findFirst())
        .orElse(SAID);
  }

  /** The highest kind that somebody of this rank may read. */
  static int mostFor(Optional<Role> rank) {
    return rank.map(role -> ofSaid(rank).code).orElse(NOTHING_MORE);
  }

  private boolean isTo(Role role) {
    return audience.filter(least -> least == role).isPresent();
  }

  Optional<Role> audience() {
    return audience;
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

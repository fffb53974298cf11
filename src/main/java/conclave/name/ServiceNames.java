package conclave.name;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names that people take for the server's own: nobody bears them. */
public final class ServiceNames {
  /** The service that logs in and registers. */
  public static final String NICKSERV = "NickServ";

  /** The service that elsewhere keeps rooms. */
  public static final String CHANSERV = "ChanServ";

  private static final Set<String> ALL =
      Set.of(
          NICKSERV,
          CHANSERV,
          "AuthServ",
          "BotServ",
          "HostServ",
          "MemoServ",
          "OperServ",
          "SaslServ",
          "Services",
          "root");

  private ServiceNames() {}

  /** All of them. */
  public static Set<String> all() {
    return ALL;
  }

  /** Is this such a name, in whatever case? */
  public static boolean isOne(Nick nick) {
    return ALL.stream().anyMatch(name -> CaseFold.fold(name).equals(nick.key()));
  }

  /** The service that answers to this target of a message; with a server behind it or without. */
  public static Optional<String> answering(String target) {
    String nick = CaseFold.fold(target.split("@", 2)[0]);
    return Stream.of(NICKSERV, CHANSERV)
        .filter(name -> CaseFold.fold(name).equals(nick))
        .findFirst();
  }
}

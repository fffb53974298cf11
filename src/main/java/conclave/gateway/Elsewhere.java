package conclave.gateway;

import conclave.bus.PresenceNews.Present;
import conclave.command.User;
import java.util.Optional;

/** What other nodes say of their users, as it is kept beside those of this one. Any thread. */
final class Elsewhere {
  private final Register register;

  Elsewhere(Register register) {
    this.register = register;
  }

  /** Another node says that a user is there. */
  void isThere(String node, String key, Present there) {
    boolean[] isNoLongerHere = {false};
    register
        .entries()
        .learn(
            key,
            (same, present) -> {
              if (present == null) {
                register.looks().take(there.user().source());
                register.count().came(there.user());
                return Presence.elsewhere(node, there);
              }
              Presence after = present.as(node, there);
              register.count().changed(present.user(), after.user());
              isNoLongerHere[0] = present.isHere() && !after.isHere();
              return after;
            });
    register.counted();
    if (isNoLongerHere[0]) {
      register.claims().free(there.user().source().nick());
    }
  }

  /** Another node says that nobody bears that nick there; the user, where that was the last. */
  Optional<User> isNotThere(String node, String key) {
    Presence[] gone = new Presence[1];
    register
        .entries()
        .learn(
            key,
            (same, present) -> {
              if (present == null) {
                return null;
              }
              Presence after = register.orNobody(present.notOn(node));
              if (after == null) {
                gone[0] = present;
              }
              return after;
            });
    Optional<User> user = Optional.ofNullable(gone[0]).map(Presence::user);
    user.ifPresent(register.former()::add);
    return user;
  }

  /**
   * A user who stays without a connection, and was so on that node, is so here from now on; false
   * for others, and for who is written down here already.
   */
  boolean adopt(String node, String key) {
    boolean[] isAdopted = {false};
    register
        .entries()
        .computeIfPresent(
            key,
            (same, present) -> {
              Present there = present.others().get(node);
              isAdopted[0] =
                  there != null
                      && there.isResident()
                      && present.others().size() == 1
                      && !present.isHere()
                      && register.stayers().take(present.user());
              if (!isAdopted[0]) {
                return present;
              }
              Presence after = present.notOn(node).absent(register.absentees().number());
              register.count().changed(present.user(), after.user());
              return after;
            });
    return isAdopted[0];
  }
}

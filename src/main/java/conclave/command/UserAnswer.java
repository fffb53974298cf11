package conclave.command;

import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Member;
import conclave.room.RoomView;
import java.util.List;
import java.util.Optional;

/** What one caller is answered about users. */
public sealed interface UserAnswer {
  <R> R accept(Visitor<R> visitor);

  /**
   * One of those whom a WHO covers.
   *
   * @param member what the person is in the room that was asked for
   * @param address only where the caller may know it
   * @param server the same: the node that the person is on
   */
  record Person(
      Source source,
      String realname,
      Optional<Member> member,
      boolean isAway,
      boolean isServerOperator,
      long idleSeconds,
      Optional<String> address,
      Optional<String> server) {}

  /**
   * Which fields a WHO wants (WHOX).
   *
   * @param letters empty for the usual 352
   */
  record WhoFields(String letters, String token) {
    public static final WhoFields USUAL = new WhoFields("", "0");
  }

  /**
   * Somebody who was here.
   *
   * @param left milliseconds since 1970, UTC
   */
  record Former(Source source, String realname, long left) {}

  /** The people whom a WHO covers. */
  record WhoAre(String mask, Optional<RoomView> room, List<Person> people, WhoFields fields)
      implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whoAre(this);
    }
  }

  /**
   * One user; {@code rooms} with prefixes, only those that the caller may know.
   *
   * @param addresses only where the caller may know them
   * @param certificates the same
   * @param servers the same: the nodes that the user is on
   */
  record WhoisIs(
      User user,
      List<String> rooms,
      long idleSeconds,
      List<String> addresses,
      List<String> certificates,
      List<String> servers)
      implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whoisIs(this);
    }
  }

  /** That is all of a WHOIS. */
  record WhoisEnd(String nicks) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whoisEnd(this);
    }
  }

  /** Who bore that nick, the last first. */
  record WhowasAre(String nick, List<Former> former) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whowasAre(this);
    }
  }

  /** Nick, account state and host of those who are here (USERHOST); or their addresses (USERIP). */
  record UserhostsAre(List<User> users, List<String> addresses) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.userhostsAre(this);
    }
  }

  /** Which of the nicks that were asked for are here (ISON). */
  record OnlineAre(List<String> nicks) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onlineAre(this);
    }
  }

  /** People on the caller's list are here now, or no longer. */
  record Watched(boolean isHere, List<String> people) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.watched(this);
    }
  }

  /** The caller's list. */
  record WatchListIs(List<String> nicks) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.watchListIs(this);
    }
  }

  /** No more nicks fit on the caller's list. */
  record WatchListIsFull(int limit, List<String> nicks) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.watchListIsFull(this);
    }
  }

  /** Somebody whom the caller wrote to is away. */
  record IsAway(Nick nick, String text) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.isAway(this);
    }
  }

  /** The caller is away now, or here again. */
  record MarkedAway(boolean isAway) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.markedAway(this);
    }
  }

  /** The caller's own modes. */
  record ModesAre(String letters) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modesAre(this);
    }
  }

  /** The caller's own modes changed. */
  record ModesChanged(Nick nick, String letters) implements UserAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modesChanged(this);
    }
  }

  /** One case for each kind: a forgotten one does not compile. */
  interface Visitor<R> {
    R whoAre(WhoAre answer);

    R whoisIs(WhoisIs answer);

    R whoisEnd(WhoisEnd answer);

    R whowasAre(WhowasAre answer);

    R userhostsAre(UserhostsAre answer);

    R onlineAre(OnlineAre answer);

    R watched(Watched answer);

    R watchListIs(WatchListIs answer);

    R watchListIsFull(WatchListIsFull answer);

    R isAway(IsAway answer);

    R markedAway(MarkedAway answer);

    R modesAre(ModesAre answer);

    R modesChanged(ModesChanged answer);
  }
}

package conclave.store;

import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import conclave.room.ModeChange;
import conclave.room.Origin;
import conclave.room.Role;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a row: its place, sequence, time and kind are columns, all else is the body: version,
 * origin, source, then what the kind has, in the order of its record. Version 2 has the tags of a
 * message at its end; a message without tags is written as version 1, and read as that. Versions 3
 * and 4 are 1 and 2 of a bot. An audience comes last, and is left out where there is none; that of
 * a message is told by its kind.
 */
final class EventCodec {
  private static final int VERSION = 1;
  private static final int WITH_TAGS = 2;
  private static final int OF_BOT = 2; // added to either
  private static final int MESSAGE = 0;
  private static final int NOTICE = 1;
  private static final int TAGS_ALONE = 2;
  private static final Encoder ENCODER = new Encoder();

  private EventCodec() {}

  /** The two columns that hold what happened. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Encoded(EventKind kind, byte[] body) {}

  static Encoded encode(Event event) {
    return event.accept(ENCODER);
  }

  /**
   * The event of a row.
   *
   * @param at with any origin: the one in the body counts
   */
  static Event decode(Stamp at, EventKind kind, byte[] body) {
    FieldReader in = new FieldReader(body);
    int version = in.version(VERSION, WITH_TAGS + OF_BOT);
    boolean isBot = version > OF_BOT;
    boolean hasTags = version - (isBot ? OF_BOT : 0) == WITH_TAGS;
    Stamp stamp = new Stamp(at.place(), at.seq(), at.time(), new Origin(in.text(), in.number()));
    Source by = readSource(in).asBot(isBot);
    if (kind == EventKind.TOLD || kind == EventKind.TOLD_TAGS) {
      Nick to = new Nick(in.text());
      return new Told(stamp, by, to, readSayKind(in), in.text(), readTags(in, hasTags));
    }
    RoomName room = new RoomName(in.text());
    if (kind == EventKind.SAID || kind == EventKind.TAGGED || kind.audience().isPresent()) {
      SayKind say = readSayKind(in);
      return new Said(stamp, room, by, say, in.text(), readTags(in, hasTags), kind.audience());
    }
    return inRoom(kind, stamp, by, room, in);
  }

  private static Event inRoom(
      EventKind kind, Stamp stamp, Source by, RoomName room, FieldReader in) {
    return switch (kind) {
      case JOINED ->
          new Joined(stamp, room, by, in.text(), Letters.roles(in.text()), readAudience(in));
      case PARTED -> new Parted(stamp, room, by, in.optional(), readAudience(in));
      case DEPARTED -> new Departed(stamp, room, by, in.text(), readAudience(in));
      case TOPIC_CHANGED -> new TopicChanged(stamp, room, by, in.text());
      case MODES_CHANGED ->
          new ModesChanged(stamp, room, by, in.all(EventCodec::readChange), readAudience(in));
      case KICKED -> new Kicked(stamp, room, by, new Nick(in.text()), in.text(), readAudience(in));
      case INVITED -> new Invited(stamp, room, by, new Nick(in.text()), readAudience(in));
      case RENAMED -> new Renamed(stamp, room, by, new Nick(in.text()), readAudience(in));
      case IDENTIFIED -> identified(stamp, room, by, in);
      case DESCRIBED -> new Described(stamp, room, by, in.text(), readAudience(in));
      case ROOM_RENAMED -> new RoomRenamed(stamp, room, by, new RoomName(in.text()), in.text());
      case TAKEN_BACK -> new TakenBack(stamp, room, by, in.number(), in.text(), readAudience(in));
      case SAID,
          SAID_TO_VOICES,
          SAID_TO_HALFOPS,
          SAID_TO_OPERATORS,
          SAID_TO_ADMINS,
          SAID_TO_FOUNDERS,
          TAGGED,
          TOLD,
          TOLD_TAGS ->
          throw new IllegalArgumentException("a message");
    };
  }

  private static Event identified(Stamp stamp, RoomName room, Source by, FieldReader in) {
    return new Identified(stamp, room, by, readSource(in).asBot(by.isBot()), readAudience(in));
  }

  static Source readSource(FieldReader in) {
    return new Source(
        new Nick(in.text()), in.text(), in.text(), in.optional().map(AccountName::new));
  }

  private static Optional<Role> readAudience(FieldReader in) {
    return in.last().map(letter -> Letters.role(letter));
  }

  private static ClientTags readTags(FieldReader in, boolean hasTags) {
    if (!hasTags) {
      return ClientTags.NONE;
    }
    Map<String, String> tags = new LinkedHashMap<>();
    for (int left = in.small(); left > 0; left--) {
      tags.put(in.text(), in.text());
    }
    return new ClientTags(tags);
  }

  private static Encoded message(EventKind kind, FieldWriter out, String text, ClientTags tags) {
    out.text(text);
    if (!tags.isEmpty()) {
      out.all(tags.all().entrySet(), (to, tag) -> to.text(tag.getKey()).text(tag.getValue()));
    }
    return end(kind, out);
  }

  private static SayKind readSayKind(FieldReader in) {
    int kind = in.small();
    return switch (kind) {
      case MESSAGE -> SayKind.PRIVMSG;
      case NOTICE -> SayKind.NOTICE;
      case TAGS_ALONE -> SayKind.TAGMSG;
      default -> throw FieldReader.unreadable("message of kind " + kind);
    };
  }

  private static int sayKind(SayKind kind) {
    return switch (kind) {
      case PRIVMSG -> MESSAGE;
      case NOTICE -> NOTICE;
      case TAGMSG -> TAGS_ALONE;
    };
  }

  private static ModeChange readChange(FieldReader in) {
    return new ModeChange(in.flag(), Letters.mode(in.text()), in.optional());
  }

  private static void writeChange(FieldWriter out, ModeChange change) {
    out.flag(change.add());
    out.text(String.valueOf(change.mode().letter())).optional(change.argument());
  }

  private static FieldWriter begin(Event event) {
    return begin(event, ClientTags.NONE);
  }

  private static FieldWriter begin(Event event, ClientTags tags) {
    Origin origin = event.stamp().origin();
    int version = tags.isEmpty() ? VERSION : WITH_TAGS;
    FieldWriter out = new FieldWriter().number(version + (event.by().isBot() ? OF_BOT : 0));
    out.text(origin.connection());
    return source(out.number(origin.command()), event.by());
  }

  static FieldWriter source(FieldWriter out, Source source) {
    return out.text(source.nick().text())
        .text(source.username())
        .text(source.host())
        .optional(source.account().map(AccountName::text));
  }

  private static FieldWriter begin(Event.InRoom event) {
    return begin((Event) event).text(event.room().text());
  }

  private static Encoded end(EventKind kind, FieldWriter out) {
    return new Encoded(kind, out.bytes());
  }

  private static Encoded end(EventKind kind, FieldWriter out, Event.InRoom event) {
    event.audience().ifPresent(role -> out.text(String.valueOf(role.mode())));
    return end(kind, out);
  }

  private static final class Encoder implements Event.Visitor<Encoded> {
    @Override
    public Encoded joined(Joined event) {
      FieldWriter out = begin(event).text(event.realname());
      return end(EventKind.JOINED, out.text(Letters.ofRoles(event.roles())), event);
    }

    @Override
    public Encoded parted(Parted event) {
      return end(EventKind.PARTED, begin(event).optional(event.reason()), event);
    }

    @Override
    public Encoded departed(Departed event) {
      return end(EventKind.DEPARTED, begin(event).text(event.reason()), event);
    }

    @Override
    public Encoded said(Said event) {
      FieldWriter out = begin((Event) event, event.tags()).text(event.room().text());
      EventKind kind =
          event.kind() == SayKind.TAGMSG ? EventKind.TAGGED : EventKind.ofSaid(event.audience());
      return message(kind, out.number(sayKind(event.kind())), event.text(), event.tags());
    }

    @Override
    public Encoded topicChanged(TopicChanged event) {
      return end(EventKind.TOPIC_CHANGED, begin(event).text(event.text()));
    }

    @Override
    public Encoded modesChanged(ModesChanged event) {
      FieldWriter out = begin(event).all(event.changes(), EventCodec::writeChange);
      return end(EventKind.MODES_CHANGED, out, event);
    }

    @Override
    public Encoded kicked(Kicked event) {
      FieldWriter out = begin(event).text(event.target().text());
      return end(EventKind.KICKED, out.text(event.reason()), event);
    }

    @Override
    public Encoded invited(Invited event) {
      return end(EventKind.INVITED, begin(event).text(event.target().text()), event);
    }

    @Override
    public Encoded renamed(Renamed event) {
      return end(EventKind.RENAMED, begin(event).text(event.to().text()), event);
    }

    @Override
    public Encoded takenBack(TakenBack event) {
      FieldWriter out = begin(event).number(event.seq());
      return end(EventKind.TAKEN_BACK, out.text(event.reason()), event);
    }

    @Override
    public Encoded roomRenamed(RoomRenamed event) {
      FieldWriter out = begin(event).text(event.to().text());
      return end(EventKind.ROOM_RENAMED, out.text(event.reason()));
    }

    @Override
    public Encoded described(Described event) {
      return end(EventKind.DESCRIBED, begin(event).text(event.realname()), event);
    }

    @Override
    public Encoded identified(Identified event) {
      return end(EventKind.IDENTIFIED, source(begin(event), event.to()), event);
    }

    @Override
    public Encoded told(Told event) {
      FieldWriter out = begin(event, event.tags()).text(event.to().text());
      EventKind kind = event.kind() == SayKind.TAGMSG ? EventKind.TOLD_TAGS : EventKind.TOLD;
      return message(kind, out.number(sayKind(event.kind())), event.text(), event.tags());
    }
  }
}

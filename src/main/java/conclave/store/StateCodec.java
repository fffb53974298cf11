package conclave.store;

import conclave.name.Mask;
import conclave.name.RoomName;
import conclave.room.ListEntry;
import conclave.room.Mode;
import conclave.room.Modes;
import conclave.room.Role;
import conclave.room.RoomState;
import conclave.room.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A room's state as bytes: version, then the fields in the order of the record, then what later
 * versions have added: 2 the forward.
 */
final class StateCodec {
  private static final int FIRST = 1;
  private static final int VERSION = 2;

  private StateCodec() {}

  static byte[] encode(RoomState state) {
    FieldWriter out = new FieldWriter().number(VERSION);
    out.text(state.name().text()).number(state.created());
    out.all(
        state.topic().stream().toList(),
        (o, topic) -> o.text(topic.text()).text(topic.by()).number(topic.time()));
    out.text(Letters.ofModes(state.modes().flags()));
    out.optional(state.modes().key()).number(state.modes().limit());
    out.all(state.lists(), StateCodec::writeEntry);
    out.all(
        state.grants().entrySet(),
        (o, grant) -> o.text(grant.getKey()).text(Letters.ofRoles(grant.getValue())));
    out.optional(state.modes().forward().map(RoomName::text));
    return out.bytes();
  }

  static RoomState decode(byte[] bytes) {
    FieldReader in = new FieldReader(bytes);
    int version = in.version(FIRST, VERSION);
    RoomName name = new RoomName(in.text());
    long created = in.number();
    Optional<Topic> topic =
        in.all(i -> new Topic(i.text(), i.text(), i.number())).stream().findFirst();
    Set<Mode> flags = Letters.modes(in.text());
    Optional<String> key = in.optional();
    int limit = in.small();
    List<ListEntry> lists = in.all(StateCodec::readEntry);
    Map<String, Set<Role>> grants =
        in.all(i -> Map.entry(i.text(), Letters.roles(i.text()))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Optional<RoomName> forward =
        version > FIRST ? in.optional().map(RoomName::new) : Optional.empty();
    Modes modes = new Modes(flags, key, limit, forward);
    return new RoomState(name, created, topic, modes, lists, grants);
  }

  private static void writeEntry(FieldWriter out, ListEntry entry) {
    out.text(String.valueOf(entry.list().letter()));
    out.text(entry.mask().text()).text(entry.by()).number(entry.time());
  }

  /** Masks were folded by ASCII alone once. */
  private static ListEntry readEntry(FieldReader in) {
    return new ListEntry(Letters.mode(in.text()), Mask.of(in.text()), in.text(), in.number());
  }
}

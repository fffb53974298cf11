package conclave.dialect.plain;

import conclave.command.Command;
import conclave.command.UserMode;
import conclave.room.ListEntry;
import conclave.room.Mode;
import conclave.room.Modes;
import conclave.room.Role;
import conclave.room.RoomView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A room's modes and roles in words that need no table. */
final class PlainSettings {
  private static final String ON = "on";
  private static final String OFF = "off";

  /** One mode, as {@code /set} calls it; {@code wants} is what it is set to. */
  private record Setting(Mode mode, String name, String wants, String help) {}

  private static final List<Setting> SETTINGS =
      List.of(
          flag(Mode.NO_EXTERNAL, "members-only", "only members may speak"),
          flag(Mode.MODERATED, "moderated", "only those with a voice may speak"),
          flag(Mode.ACCOUNTS_SPEAK, "accounts-speak", "only accounts and voices may speak"),
          flag(Mode.INVITE_ONLY, "invitation-only", "only who was asked in may join"),
          flag(Mode.ACCOUNTS_JOIN, "accounts-only", "only accounts may join"),
          flag(Mode.SECRET, "secret", "nobody outside knows of the room"),
          flag(Mode.TOPIC_LOCKED, "locked-topic", "only half-operators set the topic"),
          flag(Mode.AUDITORIUM, "auditorium", "members see nobody but those with a role"),
          flag(Mode.EPHEMERAL, "ephemeral", "what is said is shown, and not kept"),
          flag(Mode.NO_COLOURS, "no-colours", "colours are taken out of messages"),
          flag(Mode.NO_CTCP, "no-ctcp", "no questions to programs"),
          flag(Mode.NO_NOTICES, "no-notices", "no notices"),
          new Setting(Mode.KEY, "key", "WORD|off", "who joins must know this word"),
          new Setting(Mode.LIMIT, "limit", "NUMBER|off", "so many may be in"),
          new Setting(Mode.FORWARD, "forward", "ROOM|off", "where those go who may not join"));

  private PlainSettings() {}

  private static Setting flag(Mode mode, String name, String help) {
    return new Setting(mode, name, "on|off", help);
  }

  /** {@code /set bot VALUE} is about oneself; nothing where this is something else. */
  static Optional<Command> ownChange(String name, String value) {
    boolean isOff = value.equalsIgnoreCase(OFF);
    return name.equalsIgnoreCase("bot") && (isOff || isOn(value))
        ? Optional.of(new Command.SetOwnModes((isOff ? "-" : "+") + UserMode.BOT.letter()))
        : Optional.empty();
  }

  /** {@code /set NAME VALUE}; nothing where there is no such setting or value. */
  static Optional<Command> change(String name, String value) {
    String word = name.toLowerCase(Locale.ROOT);
    boolean isOff = value.equalsIgnoreCase(OFF);
    return SETTINGS.stream()
        .filter(setting -> setting.name.equals(word))
        .filter(setting -> setting.mode.kind() != Mode.Kind.FLAG || isOff || isOn(value))
        .findFirst()
        .map(setting -> isOff ? clear(setting.mode) : set(setting.mode, value));
  }

  private static boolean isOn(String value) {
    return value.equalsIgnoreCase(ON);
  }

  private static Command clear(Mode mode) {
    return mode(false, mode, List.of());
  }

  private static Command set(Mode mode, String value) {
    boolean isBareRoom = mode == Mode.FORWARD && !value.startsWith("#");
    return switch (mode.kind()) {
      case FLAG -> mode(true, mode, List.of());
      default -> mode(true, mode, List.of(isBareRoom ? "#" + value : value));
    };
  }

  /** A change of the current room. */
  static Command mode(boolean add, Mode mode, List<String> arguments) {
    return new Command.Mode("", Optional.of((add ? "+" : "-") + mode.letter()), arguments);
  }

  /** {@code /role NICK [no] ROLE}; nothing where there is no such role. */
  static Optional<Command> role(String nick, String words) {
    boolean isTaken = words.startsWith("no ");
    String name = (isTaken ? words.substring("no ".length()) : words).strip();
    return Arrays.stream(Role.values())
        .filter(role -> name(role).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .flatMap(role -> Mode.of(role.mode()))
        .map(mode -> mode(!isTaken, mode, List.of(nick)));
  }

  /** The roles as {@code /role} calls them. */
  static String roles() {
    return Arrays.stream(Role.values()).map(PlainSettings::name).collect(Collectors.joining("|"));
  }

  private static String name(Role role) {
    return switch (role) {
      case FOUNDER -> "founder";
      case ADMIN -> "admin";
      case OPERATOR -> "operator";
      case HALFOP -> "half-operator";
      case VOICE -> "voice";
    };
  }

  static String show(RoomView room, boolean isMember) {
    String head = "Settings of " + room.name() + "; change one with /set NAME VALUE\n";
    return SETTINGS.stream()
        .map(setting -> line(setting, value(setting.mode, room.modes(), isMember)))
        .collect(Collectors.joining("", head, ""));
  }

  private static String line(Setting setting, String value) {
    String about = setting.help + " (" + setting.wants + ")";
    return String.format(Locale.ROOT, "  %-16s %-8s %s", setting.name, value, about) + "\n";
  }

  private static String value(Mode mode, Modes modes, boolean isMember) {
    String value =
        switch (mode) {
          case KEY -> modes.key().map(key -> isMember ? key : "set").orElse(OFF);
          case LIMIT -> modes.limit() > 0 ? Integer.toString(modes.limit()) : OFF;
          case FORWARD -> modes.forward().map(room -> room.text()).orElse(OFF);
          default -> modes.has(mode) ? ON : OFF;
        };
    return PlainText.clean(value);
  }

  static String list(RoomView room, Mode list) {
    List<ListEntry> entries = room.lists().stream().filter(entry -> entry.list() == list).toList();
    return entries.isEmpty()
        ? room.name() + " has no +" + list.letter() + " entries.\n"
        : entries.stream().map(PlainSettings::entry).collect(Collectors.joining());
  }

  private static String entry(ListEntry entry) {
    String mask = PlainText.clean(entry.mask().text());
    return "+" + entry.list().letter() + " " + mask + " by " + entry.by() + "\n";
  }
}

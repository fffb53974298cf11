package conclave.store;

import conclave.room.Mode;
import conclave.room.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Modes and roles as their protocol letters, which never change their meaning. */
final class Letters {
  private Letters() {}

  static String ofRoles(Collection<Role> roles) {
    StringBuilder letters = new StringBuilder();
    roles.forEach(role -> letters.append(role.mode()));
    return letters.toString();
  }

  static Role role(String letter) {
    return Role.ofMode(letter.charAt(0)).orElseThrow(() -> unknown(letter));
  }

  static Set<Role> roles(String letters) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    letters
        .chars()
        .forEach(c -> roles.add(Role.ofMode((char) c).orElseThrow(() -> unknown(letters))));
    return roles;
  }

  static String ofModes(Collection<Mode> modes) {
    StringBuilder letters = new StringBuilder();
    modes.forEach(mode -> letters.append(mode.letter()));
    return letters.toString();
  }

  static Set<Mode> modes(String letters) {
    EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
    letters.chars().forEach(c -> modes.add(mode((char) c)));
    return modes;
  }

  static Mode mode(String letter) {
    return mode(letter.charAt(0));
  }

  private static Mode mode(char letter) {
    return Mode.of(letter).orElseThrow(() -> unknown(String.valueOf(letter)));
  }

  private static Unreadable unknown(String letters) {
    return FieldReader.unreadable("mode or role " + letters);
  }
}

package conclave.room;

import java.util.Optional;

/**
 * One letter of a MODE command or of its result.
 *
 * @param add {@code +} or {@code -}
 * @param argument a mask, key, number or nick, as the mode's kind wants it
 */
public record ModeChange(boolean add, Mode mode, Optional<String> argument) {}

package conclave.command;

import java.util.List;
import java.util.Optional;

/**
 * What people and rooms say of themselves, or what of that the caller wants to know.
 *
 * @param target whom it is about; {@code *} where it is about several
 */
public record MetadataAnswer(Kind kind, String target, List<Item> items) implements Reply {
  /** What the items are. */
  public enum Kind {
    /** One of them, as it is now. */
    VALUE,
    /** All that were asked for. */
    VALUES,
    /** All that the caller wants to know, as if it was told of each. */
    SYNCED,
    /** Keys whose changes the caller is told from now on. */
    SUBSCRIBED,
    /** Keys whose changes it is no longer told. */
    UNSUBSCRIBED,
    /** All keys whose changes it is told. */
    SUBSCRIPTIONS,
    /** None: there is more than was sent, to be asked for. */
    LATER
  }

  /**
   * One key, of one target.
   *
   * @param value nothing where it has none
   * @param isKey no, where it could never have one
   */
  public record Item(String target, String key, Optional<String> value, boolean isKey) {
    /** A key as it is. */
    public static Item of(String target, String key, Optional<String> value) {
      return new Item(target, key, value, true);
    }
  }

  public MetadataAnswer {
    items = List.copyOf(items);
  }

  @Override
  public <R> R accept(ReplyVisitor<R> visitor) {
    return visitor.metadata(this);
  }
}

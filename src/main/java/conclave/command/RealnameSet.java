package conclave.command;

import conclave.name.Source;

/** The caller has another real name. */
public record RealnameSet(Source by, String realname) implements Reply {
  @Override
  public <R> R accept(ReplyVisitor<R> visitor) {
    return visitor.realnameSet(this);
  }
}

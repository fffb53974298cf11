package conclave.bus;

/** Another node owns that shard now: nothing was kept, and the other one is to be asked. */
public final class NotOwner extends Unavailable {
  private static final long serialVersionUID = 1L;

  public NotOwner() {
    super("another node owns that shard now");
  }
}

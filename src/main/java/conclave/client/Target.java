package conclave.client;

/** Where something is said, by how it is written. */
public final class Target {
  private Target() {}

  /** Is it a room's name, and not a person's? */
  public static boolean isRoom(String name) {
    return name.startsWith("#") || name.startsWith("&");
  }
}

package conclave;

/** The entry point: picks the subcommand. */
public final class Conclave {
  private Conclave() {}

  public static void main(String[] args) {}
}

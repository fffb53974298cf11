package conclave.dialect.plain;

import conclave.command.AccountOrder;
import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.PasswordFor;
import conclave.dialect.Dialect;
import conclave.dialect.Sanitizer;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.Optional;

/**
 * How a person at a terminal speaks. It remembers whose password is awaited: the next line is that
 * password.
 */
public final class PlainDialect implements Dialect {
  private static final Renderer RENDERER = new PlainRenderer();

  private Optional<Command.AskPassword> asked = Optional.empty();
  private String current = "";

  @Override
  public String name() {
    return "plain";
  }

  /** A person has no user name and real name beside the account. */
  @Override
  public Command opening() {
    return new Command.SetUser("", "");
  }

  /** People read, think and type. */
  @Override
  public int patience() {
    return 10;
  }

  @Override
  public boolean isEchoed(Capabilities capabilities) {
    return true;
  }

  @Override
  public Renderer renderer() {
    return RENDERER;
  }

  @Override
  public Command decode(byte[] line) {
    Optional<String> text = Utf8.decode(line);
    if (text.isEmpty()) {
      return new Command.Malformed(Refusal.of(Reason.NOT_UTF8));
    }
    if (asked.isPresent()) {
      return answered(text.get());
    }
    String clean = Sanitizer.clean(text.get());
    if (clean.isBlank()) {
      return new Command.Nothing();
    }
    if (!clean.startsWith("/") || clean.startsWith("//")) {
      return new Command.SayHere(clean.startsWith("//") ? clean.substring(1) : clean);
    }
    return PlainVerbs.read(clean);
  }

  @Override
  public void await(Command.AskPassword ask) {
    asked = Optional.of(ask);
  }

  private Command answered(String password) {
    Command.AskPassword ask = asked.orElseThrow();
    asked = Optional.empty();
    return switch (ask.purpose()) {
      case LOG_IN -> new Command.LogIn(ask.account(), password);
      case REGISTER -> new Command.Register(ask.account(), ask.invitation(), password);
      case CURRENT -> {
        current = password;
        yield new Command.AskPassword(PasswordFor.NEXT, ask.account(), Optional.empty());
      }
      case NEXT -> changed(password);
    };
  }

  private Command changed(String next) {
    String known = current;
    current = "";
    return new Command.Account(
        "/password", Optional.empty(), new AccountOrder.ChangePassword(known, next));
  }
}

package conclave.handler;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.PastCommand.ShowNumbers;
import conclave.command.Reply;
import io.vertx.core.Future;
import java.util.Set;

/** Shows a person the places of events in their logs: what an IRC client asks for by CAP. */
final class ShowNumbersHandler implements CommandHandler<ShowNumbers> {
  private static final Set<Capability> SEQUENCE = Set.of(Capability.SEQUENCE);

  @Override
  public Future<Void> handle(ShowNumbers asked, Caller caller) {
    Capabilities before = caller.registration().capabilities();
    caller
        .registration()
        .capabilities(asked.isOn() ? before.with(SEQUENCE) : before.without(SEQUENCE));
    return caller.answer(
        new Reply.Note(
            asked.isOn()
                ? "Each line begins with its number now; a number that is left out is one that you do not see."
                : "Lines have no numbers any more."));
  }
}

package conclave;

import conclave.command.Verified;
import conclave.config.Config;
import conclave.name.RoomName;
import conclave.store.VerifyStore;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave store verify}: is all that was kept there, and as it was written? */
@Command(
    name = "verify",
    description = {
      "Say whether the logs of all rooms and conversations are complete and unaltered.",
      "A server may run meanwhile. Exit code: 0 they are, 1 they are not or can't be read."
    },
    mixinStandardHelpOptions = true)
public final class StoreVerify implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @Option(names = "--room", paramLabel = "ROOM", description = "This room alone.")
  private @Nullable String room;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public StoreVerify() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RoomName> only = Optional.ofNullable(room).flatMap(RoomName::parseLoosely);
    if (room != null && only.isEmpty()) {
      err.println("conclave: a room can't be called " + room);
      return StoreWork.WRONG_USAGE;
    }
    return StoreWork.run(
        setting, err, (vertx, config) -> verify(vertx, config, only.map(RoomName::key)));
  }

  private int verify(Vertx vertx, Config config, Optional<String> only) {
    PrintWriter out = spec.commandLine().getOut();
    VerifyStore.Result result =
        VerifyStore.run(
                vertx,
                config.store(),
                setting.data(),
                only,
                (place, found) -> tell(out, place, found, only.isPresent()))
            .await();
    out.println("conclave: " + sentence(result));
    return result.bad() == 0 ? StoreWork.DONE : StoreWork.FAILED;
  }

  /** Of many that are good, nobody wants to read. */
  private static void tell(PrintWriter out, String place, Verified found, boolean isAsked) {
    if (isAsked || !found.isGood()) {
      out.println(place.replace(" ", " and ") + ": " + found);
    }
  }

  private static String sentence(VerifyStore.Result result) {
    String logs = result.places() == 1 ? "1 log" : result.places() + " logs";
    return result.bad() == 0
        ? logs + " verified: complete and unaltered"
        : logs + " verified, " + result.bad() + " NOT as they were written";
  }
}

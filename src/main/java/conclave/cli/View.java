package conclave.cli;

import conclave.cli.rooms.Placing;
import conclave.client.Event;

/** How what happens is shown on a screen. */
interface View {
  /** Shows an event, which the rooms have taken note of already. */
  void heard(Event event, Placing placing);

  /** The user has gone to another room. */
  void arrived();

  /** Uses these colours from now on. */
  void theme(Theme theme);
}

package conclave.it;

/**
 * What people do with an IRC client in an evening, by the commands that irssi and WeeChat have in
 * common; each line is heard by another connection.
 */
final class Evening {
  private final ForeignClient client;
  private final String nick;
  private final Peer bob;
  private final String who;

  /**
   * An evening for two.
   *
   * @param nick whose the client is, and logged in
   * @param bob who speaks IRC, with {@code away-notify}
   */
  Evening(ForeignClient client, String nick, Peer bob) {
    this.client = client;
    this.nick = nick;
    this.bob = bob;
    this.who = ":" + nick + "!" + nick + "@user/" + nick + " ";
  }

  /** Goes through all of it. */
  void pass() {
    join();
    talk();
    goAwayAndComeBack();
    changeTopics();
    kickAndBan();
    beKicked();
  }

  private void join() {
    client.type("/join #den");
    client.awaitShown("#den");
    bob.send("JOIN #den").await(":conclave.local 366 bob #den *");
    client.awaitShown("bob");
  }

  private void talk() {
    client.type("Hello from a client");
    bob.expect(who + "PRIVMSG #den :Hello from a client");
    bob.send("PRIVMSG #den :Hello, " + nick);
    client.awaitShown("Hello, " + nick);
    client.type("/msg bob Just for you");
    bob.expect(who + "PRIVMSG bob :Just for you");
  }

  private void goAwayAndComeBack() {
    client.type("/away Having tea");
    bob.expect(who + "AWAY :Having tea");
    bob.send("PRIVMSG " + nick + " :Are you there?");
    bob.expect(":conclave.local 301 bob " + nick + " :Having tea");
    client.type("/away");
    bob.expect(who + "AWAY");
  }

  private void changeTopics() {
    client.type("/topic Clients of all kinds");
    bob.expect(who + "TOPIC #den :Clients of all kinds");
    client.type("/mode #den -t");
    bob.expect(who + "MODE #den -t");
    bob.send("TOPIC #den :The other side").expect(":bob!bob@user/bob TOPIC #den *");
    client.awaitShown("The other side");
  }

  private void kickAndBan() {
    client.type("/ban bob");
    bob.expect(who + "MODE #den +b *bob*");
    client.type("/kick bob Enough of this");
    bob.expect(who + "KICK #den bob :Enough of this");
    bob.send("JOIN #den").expect(":conclave.local 474 bob #den :*");
  }

  private void beKicked() {
    bob.send("JOIN #yard").await(":conclave.local 366 bob #yard *");
    client.type("/join #yard");
    bob.expect(who + "JOIN #yard");
    bob.send("KICK #yard " + nick + " :Time for bed");
    bob.expect(":bob!bob@user/bob KICK #yard " + nick + " :Time for bed");
    client.awaitShown("Time for bed");
  }
}

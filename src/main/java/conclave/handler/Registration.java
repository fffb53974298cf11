package conclave.handler;

import conclave.account.AccountRole;
import conclave.account.Right;
import conclave.command.Capabilities;
import conclave.name.AccountName;
import conclave.name.Nick;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a connection has said of itself so far. Belongs to one connection and its loop. */
public final class Registration {
  /** An account that an invitation will make. Printed, it does not tell its password. */
  record Prepared(AccountName account, String password) {
    @Override
    public String toString() {
      return account.text();
    }
  }

  private Optional<Prepared> prepared = Optional.empty();
  private Optional<Nick> nick = Optional.empty();
  private Optional<String> username = Optional.empty();
  private Optional<String> realname = Optional.empty();
  private Optional<String> password = Optional.empty();
  private Optional<AccountName> account = Optional.empty();
  private Optional<String> away = Optional.empty();
  private Capabilities capabilities = Capabilities.NONE;
  private final Subscriptions subscriptions = new Subscriptions();
  private final SaslExchange sasl = new SaslExchange();
  private AccountRole role = AccountRole.MEMBER;
  private boolean knowsServerPassword;
  private Optional<AccountName> lender = Optional.empty();
  private AccountRole lent = AccountRole.MEMBER;
  private boolean isRelayed;
  private boolean isNegotiating;
  private boolean has302;
  private int session;
  private Map<Long, Long> before = Map.of();
  private int failures;

  public Optional<AccountName> account() {
    return account;
  }

  /** Is the caller logged in as this account? */
  public boolean isOf(AccountName name) {
    return account.filter(own -> own.key().equals(name.key())).isPresent();
  }

  /** May the caller do this? */
  public boolean may(Right right) {
    return role.may(right) || lent.may(right);
  }

  /** May the caller do what operators of the server may? */
  public boolean isServerOperator() {
    return may(Right.ROOMS);
  }

  /** Whose right it is by which the caller may do this; nothing at the console. */
  Optional<AccountName> actor(Right right) {
    return role.may(right) ? account : lender;
  }

  public Capabilities capabilities() {
    return capabilities;
  }

  void identified(AccountName name, AccountRole itsRole, int itsSession) {
    account = Optional.of(name);
    role = itsRole;
    session = itsSession;
  }

  /** The last sequence of each conversation that was going on when the connection came. */
  public Map<Long, Long> talksBefore() {
    return before;
  }

  /** They were there, and what was said up to those sequences was said before. */
  public void begunAfter(Map<Long, Long> talks) {
    before = Map.copyOf(talks);
  }

  /** The number of the account's session that this is; 0 for none. */
  public int session() {
    return session;
  }

  /** The caller has the rights of that role from now on. */
  public void ranked(AccountRole other) {
    role = other;
  }

  /** The caller has the rights of another account as well, as long as that has them. */
  void lent(AccountName account, AccountRole its) {
    lender = Optional.of(account);
    lent = its;
  }

  /** What was lent is given back; false where nothing was. */
  public boolean giveBack() {
    boolean isLent = lender.isPresent();
    lender = Optional.empty();
    lent = AccountRole.MEMBER;
    return isLent;
  }

  /** The same where that account has lent it. */
  public boolean giveBack(AccountName to) {
    return isLender(to) && giveBack();
  }

  private boolean isLender(AccountName name) {
    return lender.filter(one -> one.key().equals(name.key())).isPresent();
  }

  /** An account has that role from now on; false where that changes nothing for the caller. */
  public boolean ranked(AccountName other, AccountRole its) {
    boolean isOwn = isOf(other);
    boolean isLender = isLender(other);
    role = isOwn ? its : role;
    lent = isLender ? its : lent;
    return isOwn || isLender;
  }

  /** What a REGISTER has prepared, and VERIFY completes. */
  Optional<Prepared> prepared() {
    return prepared;
  }

  void prepared(Prepared one) {
    prepared = Optional.of(one);
  }

  void forgetPrepared() {
    prepared = Optional.empty();
  }

  Optional<Nick> nick() {
    return nick;
  }

  void nick(Nick chosen) {
    nick = Optional.of(chosen);
  }

  /** Has the caller said nothing of itself yet, and nobody anything of it? */
  boolean isUntouched() {
    return !isRelayed
        && !isNegotiating
        && !knowsServerPassword
        && capabilities.equals(Capabilities.NONE)
        && Stream.of(nick, username, password, account, away, prepared).allMatch(Optional::isEmpty);
  }

  /** Somebody has said where the caller comes from. */
  void relayed() {
    isRelayed = true;
  }

  Optional<String> username() {
    return username;
  }

  /** The real name; the nick where none was given. */
  public String realname(Nick known) {
    return realname.filter(name -> !name.isEmpty()).orElse(known.text());
  }

  void user(String name, String real) {
    username = Optional.of(name);
    realname = Optional.of(real);
  }

  void realname(String changed) {
    realname = Optional.of(changed);
  }

  /** The password that PASS left for the account that NICK names; asking takes it. */
  Optional<String> takePassword() {
    Optional<String> taken = password;
    password = Optional.empty();
    return taken;
  }

  void password(String left) {
    password = Optional.of(left);
  }

  /** What AWAY said last, maybe before the caller was let in (IRCv3 pre-away). */
  public Optional<String> away() {
    return away;
  }

  void away(Optional<String> text) {
    away = text;
  }

  /** Has the caller said the server's password? */
  public boolean knowsServerPassword() {
    return knowsServerPassword;
  }

  void knowsServerPassword(boolean isSaid) {
    knowsServerPassword = isSaid;
  }

  void capabilities(Capabilities changed) {
    capabilities = changed;
  }

  /** Which metadata the caller is told of. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  boolean isNegotiating() {
    return isNegotiating;
  }

  void negotiating(boolean open) {
    isNegotiating = open;
  }

  boolean has302() {
    return has302;
  }

  void know302() {
    has302 = true;
  }

  SaslExchange sasl() {
    return sasl;
  }

  /** Counts a log-in that failed, and says how many there were. */
  int failed() {
    return ++failures;
  }
}

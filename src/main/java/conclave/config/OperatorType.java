package conclave.config;

import java.util.Optional;

/** One operator: {@code {account: NAME, role: ROLE}}. */
record OperatorType() implements Type<OperatorConfig> {
  private static final Type<String> ACCOUNT = Types.account();
  private static final Type<OperatorConfig.Role> ROLE = Types.choice(OperatorConfig.Role.class);

  @Override
  public String allowed() {
    return "{account: NAME, role: ROLE} with a role that is " + ROLE.allowed();
  }

  @Override
  public Optional<OperatorConfig> read(Value value, Reading reading) {
    if (!(value instanceof Value.Mapping mapping)) {
      return reading.refuse(value, allowed());
    }
    int before = reading.mistakes().size();
    Optional<String> account = Optional.empty();
    Optional<OperatorConfig.Role> role = Optional.empty();
    for (Value.Entry entry : mapping.entries()) {
      entry
          .earlier()
          .ifPresent(place -> reading.refuse(entry.where(), "", Suggestion.twice(place)));
      switch (entry.key()) {
        case "account" -> account = ACCOUNT.read(entry.value(), reading);
        case "role" -> role = ROLE.read(entry.value(), reading);
        default -> reading.refuse(entry.where(), Text.quoted(entry.key()), "account or role");
      }
    }
    if (reading.mistakes().size() > before) {
      return Optional.empty();
    }
    return account.isPresent() && role.isPresent()
        ? Optional.of(new OperatorConfig(account.get(), role.get()))
        : reading.refuse(value, allowed());
  }
}

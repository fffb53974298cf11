package conclave.config;

import conclave.name.AddressRange;
import java.util.List;
import java.util.Optional;

/**
 * One gateway: {@code {name: NAME, password: SECRET, from: [NETWORK, ...]}}. None of its messages
 * shows the password.
 */
record GatewayType() implements Type<GatewayConfig> {
  private static final int NAME_BYTES = 64;
  private static final Type<String> NAME = Types.word(NAME_BYTES);
  private static final Type<Optional<Secret>> PASSWORD = new SecretType();
  private static final Type<List<AddressRange>> FROM = new ListType<>(Types.network());

  @Override
  public String allowed() {
    return "{name: NAME, password: SECRET, from: [NETWORK, ...]}, all of them given";
  }

  @Override
  public boolean holdsSecrets() {
    return true;
  }

  @Override
  public Optional<GatewayConfig> read(Value value, Reading reading) {
    if (!(value instanceof Value.Mapping mapping)) {
      return reading.refuse(value.where(), "(secret)", allowed());
    }
    int before = reading.mistakes().size();
    Optional<String> name = Optional.empty();
    Optional<Secret> password = Optional.empty();
    List<AddressRange> from = List.of();
    for (Value.Entry entry : mapping.entries()) {
      entry
          .earlier()
          .ifPresent(place -> reading.refuse(entry.where(), "", Suggestion.twice(place)));
      switch (entry.key()) {
        case "name" -> name = NAME.read(entry.value(), reading);
        case "password" -> password = PASSWORD.read(entry.value(), reading).flatMap(p -> p);
        case "from" -> from = FROM.read(entry.value(), reading).orElse(List.of());
        default ->
            reading.refuse(entry.where(), Text.quoted(entry.key()), "name, password or from");
      }
    }
    if (reading.mistakes().size() > before) {
      return Optional.empty();
    }
    return name.isPresent() && password.isPresent() && !from.isEmpty()
        ? Optional.of(new GatewayConfig(name.get(), password.get(), from))
        : reading.refuse(value.where(), "(secret)", allowed());
  }
}

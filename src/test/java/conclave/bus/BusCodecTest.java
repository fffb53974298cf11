package conclave.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import conclave.account.Peer;
import conclave.command.User;
import conclave.name.AccountName;
import conclave.room.Event;
import conclave.room.RoomView;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BusCodecTest {
  private static final ObjectMapper SMILE = new SmileMapper();

  /** Every record that goes to other nodes, and what of the core will be in one. */
  static Stream<Class<?>> travelling() {
    return Stream.concat(
        BusCodec.TRAVELLING.stream().flatMap(BusCodec::records),
        Stream.of(User.class, RoomView.class));
  }

  @ParameterizedTest
  @MethodSource("travelling")
  <T> void whatIsWrittenIsReadAsItWas(Class<T> type) {
    WireForm<T> form = new WireForm<>(type);
    List<?> all = Specimens.of(type);
    assertThat(all).isNotEmpty();
    for (Object one : all) {
      assertThat(form.read(form.write(type.cast(one)))).isEqualTo(one);
    }
  }

  @Test
  void everyRecordOfTheBusHasDecidedWhetherItTravels() throws IOException {
    List<Class<?>> known = new ArrayList<>();
    Stream.concat(BusCodec.TRAVELLING.stream(), BusCodec.STAYING.stream())
        .flatMap(type -> Stream.concat(Stream.of(type), BusCodec.records(type)))
        .flatMap(type -> Stream.concat(Stream.of(type), parts(type)))
        .forEach(known::add);
    List<String> records = new ArrayList<>();
    try (Stream<Path> classes = Files.list(Path.of("target/classes/conclave/bus"))) {
      for (Path file : classes.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = loaded("conclave.bus." + name);
        if (type.isRecord()) {
          records.add(type.getName());
        }
      }
    }
    assertThat(records).hasSizeGreaterThan(10);
    assertThat(known).extracting(Class::getName).containsAll(records);
  }

  /** The records in it, which go where it goes. */
  private static Stream<Class<?>> parts(Class<?> record) {
    return Arrays.stream(record.getDeclaredClasses())
        .flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theNextVersionsFieldsArePassedOverAndWhatItDroppedIsEmpty() throws IOException {
    WireForm<Revoked> form = new WireForm<>(Revoked.class);
    Revoked whole =
        new Revoked(Set.of("n1"), Optional.of(new AccountName("bob")), Optional.empty(), "ended");
    ObjectNode tree = (ObjectNode) SMILE.readTree(form.write(whole));
    tree.putObject("since").put("version", 2);
    assertThat(form.read(SMILE.writeValueAsBytes(tree))).isEqualTo(whole);

    tree.remove(List.of("account", "connections", "reason"));
    assertThat(form.read(SMILE.writeValueAsBytes(tree)))
        .isEqualTo(new Revoked(Set.of(), Optional.empty(), Optional.empty(), ""));
  }

  @Test
  void kindsAndNamesOnTheWireAreWordsAndNoClasses() throws IOException {
    Delivery delivery = new Delivery(specimens(Event.Said.class).subList(0, 1));
    ObjectNode tree = (ObjectNode) SMILE.readTree(new WireForm<>(Delivery.class).write(delivery));
    assertThat(tree.at("/events/0/is").asText()).isEqualTo("Said");
    assertThat(tree.at("/events/0/room").asText()).isEqualTo("#lobby");
    assertThat(tree.at("/events/0/by/nick").asText()).isEqualTo("bob");
    assertThat(tree.toString()).doesNotContain("conclave.");
    assertThat(BusCodec.name(PlaceRequest.Do.class)).isEqualTo("PlaceRequest.Do");
  }

  @SuppressWarnings("unchecked")
  private static List<Event> specimens(Class<? extends Event> type) {
    return (List<Event>) Specimens.of(type);
  }

  @Test
  void aKindThatTheInterfaceDoesNotPermitIsNotMade() throws IOException {
    WireForm<Delivery> form = new WireForm<>(Delivery.class);
    ObjectNode tree = SMILE.createObjectNode();
    tree.putArray("events").addObject().put("is", "conclave.account.Verifier");
    assertThatThrownBy(() -> form.read(SMILE.writeValueAsBytes(tree)))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> form.read(new byte[] {1, 2, 3})).isInstanceOf(Unavailable.class);
  }

  @Test
  void theFirstByteIsTheVersionAndAnotherIsRefusedInWords() {
    MessageCodec<Revoked, Revoked> codec = BusCodec.of(Revoked.class);
    Revoked revoked = new Revoked(Set.of("n1"), Optional.empty(), Optional.empty(), "ended");
    Buffer wire = Buffer.buffer("headers before it");
    int start = wire.length();
    codec.encodeToWire(wire, revoked);
    wire.appendString("and more after it");
    assertThat(wire.getByte(start)).isEqualTo((byte) 1);
    assertThat(codec.decodeFromWire(start, wire)).isEqualTo(revoked);
    assertThat(codec.transform(revoked)).isSameAs(revoked);

    wire.setByte(start, (byte) 2);
    assertThatThrownBy(() -> codec.decodeFromWire(start, wire))
        .isInstanceOf(Unavailable.class)
        .extracting(e -> ((Unavailable) e).sentence())
        .isEqualTo("Another node speaks version 2 of the nodes' language, and this one 1.");
  }

  @Test
  void secretsStayInTheirNode() {
    Vertx vertx = Vertx.vertx();
    try {
      BusCodec.register(vertx.eventBus());
    } finally {
      vertx.close();
    }
    AuthRequest.Check secret =
        new AuthRequest.Check("bob", "password", new Peer("n1", "::1", List.of("::/64"), ""));
    ByReference<AuthRequest.Check> codec = new ByReference<>(AuthRequest.Check.class);
    assertThat(codec.transform(secret)).isSameAs(secret);
    Buffer wire = Buffer.buffer();
    assertThatThrownBy(() -> codec.encodeToWire(wire, secret))
        .hasMessage("AuthRequest.Check never leaves its node");
    assertThat(wire.length()).isZero();
    assertThatThrownBy(() -> codec.decodeFromWire(0, wire))
        .hasMessage("AuthRequest.Check never comes from another node");
    assertThat(BusCodec.STAYING).contains(AuthRequest.class, AuthAnswer.class);
  }
}

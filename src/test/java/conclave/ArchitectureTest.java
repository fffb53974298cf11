package conclave;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import conclave.handler.CommandHandler;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between the packages: style.md 3.2. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .importUrl(Conclave.class.getProtectionDomain().getCodeSource().getLocation());

  /** A package of ours with those below it. */
  private static String ours(String name) {
    return "conclave." + name + "..";
  }

  @ParameterizedTest
  @CsvSource({
    "name, ''",
    "room, name",
    "account, name",
    "command, name room account",
    "dialect, name room account command"
  })
  void theCoreKnowsOnlyTheJdkAndWhatIsFurtherIn(String name, String inner) {
    // What is a letter, of which kind, and like which other, is Unicode's to say.
    Stream<String> tables =
        name.equals("name")
            ? Stream.of("rocks.xmpp.precis..", "com.ibm.icu.lang..", "com.ibm.icu.text..")
            : Stream.empty();
    Stream<String> allowed =
        Stream.concat(Stream.of(name), Stream.of(inner.split(" ")).filter(one -> !one.isEmpty()));
    String[] packages =
        Stream.concat(
                allowed.map(ArchitectureTest::ours),
                Stream.concat(Stream.of("java..", "javax.crypto..", "org.jspecify.."), tables))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(MAIN);
  }

  @Test
  void handlersKnowTheFutureAndNothingElseOfVertx() {
    DescribedPredicate<JavaClass> foreign =
        DescribedPredicate.describe(
            "outside the core, the configuration and io.vertx.core.Future",
            (JavaClass used) -> !isForHandlers(used));
    noClasses()
        .that()
        .resideInAPackage(ours("handler"))
        .should()
        .dependOnClassesThat(foreign)
        .check(MAIN);
  }

  private static boolean isForHandlers(JavaClass used) {
    String name = used.getBaseComponentType().getPackageName();
    return name.isEmpty() // primitives
        || used.isAssignableTo(Future.class) // CompositeFuture is what Future.join returns
        || name.startsWith("java.")
        || name.startsWith("org.jspecify")
        || List.of("name", "room", "account", "command", "config", "handler").stream()
            .anyMatch(part -> name.equals("conclave." + part));
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, shard",
    "shard, gateway",
    "auth, store",
    "shard, store",
    "gateway, store",
    "web, store",
    "cli, store",
    "handler, gateway",
    "handler, dialect",
    "store, gateway",
    "auth, audit",
    "store, audit",
    "gateway, audit"
  })
  void onePackageDoesNotKnowTheOther(String one, String other) {
    noClasses()
        .that()
        .resideInAPackage(ours(one))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ours(other))
        .check(MAIN);
  }

  @Test
  void theAuditLogKnowsItsPortAndNoMoreOfTheServer() {
    Stream<String> own =
        Stream.of("audit", "auth", "account", "name", "room", "command", "bus", "config", "file")
            .map(ArchitectureTest::ours);
    Stream<String> foreign =
        Stream.of("java..", "ch.qos.logback..", "com.fasterxml.jackson.core..", "org.slf4j..");
    classes()
        .that()
        .resideInAPackage(ours("audit"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(own, foreign, Stream.of("org.jspecify.."))
                .flatMap(Function.identity())
                .toArray(String[]::new))
        .check(MAIN);
  }

  @Test
  void whatMeasuresAServerIsAClientOfIt() {
    classes()
        .that()
        .resideInAPackage(ours("bench"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ours("bench"),
            ours("client"),
            "java..",
            "javax.net.ssl..",
            "io.vertx.core..",
            "com.fasterxml.jackson..",
            "org.HdrHistogram..",
            "org.jspecify..")
        .check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.vertx.sqlclient..",
        "io.vertx.pgclient..",
        "io.vertx.jdbcclient..",
        "java.sql..",
        "org.flywaydb..",
        "org.sqlite.."
      })
  void onlyTheStoreSpeaksSql(String client) {
    noClasses()
        .that()
        .resideOutsideOfPackages(ours("store"), "conclave")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(client)
        .check(MAIN);
  }

  @Test
  void onlyTheOutboxAndWhatCarriesItTouchNetty() {
    noClasses()
        .that()
        .haveNameNotMatching(
            "conclave\\.(gateway\\.(Outbox|Flusher|Reserve|\\w*Wire)|cluster\\.BusDoor)(\\$\\w+)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(MAIN);
  }

  @Test
  void nobodyButWhoJoinsThePartsKnowsWhetherThereAreOtherNodes() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ours("cluster"), ours("store"), ours("doctor"), "conclave")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ours("cluster"))
        .check(MAIN);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("conclave.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void aVerticleIsNamedSo() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Verticle")
        .should()
        .beAssignableTo(VerticleBase.class)
        .check(MAIN);
    classes()
        .that()
        .areAssignableTo(VerticleBase.class)
        .should()
        .haveSimpleNameEndingWith("Verticle")
        .check(MAIN);
  }

  @Test
  void aHandlerIsARowOfTheTable() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Handler")
        .should()
        .beAssignableTo(CommandHandler.class)
        .check(MAIN);
  }

  @Test
  void everyPackageSaysWhatItIsAndHasNoNulls() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("src/main/java/conclave"))) {
      List<Path> packages = tree.filter(Files::isDirectory).toList();
      assertThat(packages).hasSizeGreaterThan(10);
      for (Path folder : packages) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).exists();
        assertThat(Files.readString(info)).as(info.toString()).contains("@NullMarked", "/**");
      }
    }
  }
}

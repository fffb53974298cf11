package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status page of one node shows all of them to operators, and what they do reaches all. */
class StatusOfNodesTest {
  @TempDir static Path folder;

  private static TwoNodes nodes;
  private static WebVisitor visitor;

  @BeforeAll
  static void start() {
    nodes =
        new TwoNodes(folder, "status.listen=[::1]:0", "operators=[{account: boss, role: admin}]");
    nodes.one().account("boss");
    visitor = new WebVisitor(nodes.serverOne());
    assertThat(visitor.logIn("boss", Door.PASSWORD)).isEqualTo("/");
  }

  @AfterAll
  static void close() {
    nodes.close();
  }

  @Test
  void allNodesAreShownWithWhatTheyOwn() {
    Peer alice = nodes.two().newIrc("alice");
    await()
        .untilAsserted(
            () -> {
              String page = visitor.get("/").body();
              assertThat(page)
                  .containsPattern(
                      "<tr><td>one \\(this one\\)</td><td>up</td><td>[^<]+</td><td>0</td>"
                          + "<td>0</td><td>1[0-9]{2}</td></tr>")
                  .containsPattern(
                      "<tr><td>two</td><td>up</td><td>[^<]+</td><td>1</td>"
                          + "<td>1</td><td>1[0-9]{2}</td></tr>");
            });
    assertThat(new WebVisitor(nodes.serverOne()).get("/").body()).doesNotContain("<td>two</td>");
    HttpResponse<String> ready = visitor.get("/health/ready");
    assertThat(new JsonObject(ready.body()).getJsonArray("checks"))
        .hasSize(5)
        .allSatisfy(check -> assertThat(((JsonObject) check).getString("status")).isEqualTo("UP"));
    visitor.fill("/announce", "text", "All hear this");
    alice.await(":boss!web@conclave.local NOTICE $* :All hear this");
    visitor.fill("/disconnect", "nick", "alice");
    assertThat(visitor.note()).isEqualTo("alice was put out of the server.");
    alice.await("ERROR :Killed (boss (No reason))");
    alice.expectClosed();
  }
}

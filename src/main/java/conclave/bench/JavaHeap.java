package conclave.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another Java process really holds: its heap after a full collection, as jcmd tells it. */
final class JavaHeap {
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
  private static final Path JCMD = Path.of(System.getProperty("java.home", ""), "bin", "jcmd");

  private JavaHeap() {}

  /** Bytes; nothing where this Java has no jcmd, or it says nothing of the heap. */
  static OptionalLong used(long pid) {
    if (!Files.isExecutable(JCMD)) {
      return OptionalLong.empty();
    }
    try {
      ask(pid, "GC.run");
      return read(ask(pid, "GC.heap_info"));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Adds up the generations in what jcmd says. */
  static OptionalLong read(String text) {
    Matcher matcher = USED.matcher(text);
    long bytes = 0;
    boolean isKnown = false;
    while (matcher.find()) {
      bytes += Long.parseLong(matcher.group(1)) * 1024;
      isKnown = true;
    }
    return isKnown ? OptionalLong.of(bytes) : OptionalLong.empty();
  }

  private static String ask(long pid, String what) throws IOException {
    Process jcmd =
        new ProcessBuilder(JCMD.toString(), Long.toString(pid), what)
            .redirectErrorStream(true)
            .start();
    jcmd.getOutputStream().close();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

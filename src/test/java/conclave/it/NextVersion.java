package conclave.it;

import static java.util.stream.Collectors.joining;

import conclave.bus.Batch;
import conclave.bus.Delivery;
import conclave.bus.Heads;
import conclave.bus.PlaceAnswer;
import conclave.bus.PresenceNews;
import conclave.room.Origin;
import conclave.room.Stamp;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** This server with something more in what nodes tell each other, as a later version has it. */
final class NextVersion {
  /** What a node of it prints when it has told another one how far it is. */
  static final String SIGN = "This node says more than others.";

  private static final List<Class<?>> CHANGED =
      List.of(
          Heads.class,
          Batch.class,
          Delivery.class,
          PlaceAnswer.class,
          PresenceNews.class,
          Stamp.class,
          Origin.class);

  private NextVersion() {}

  /**
   * What runs it.
   *
   * @param folder for the classes that differ
   */
  static List<String> program(Path folder) {
    Path classes = folder.resolve("next");
    try {
      compile(Files.createDirectories(classes));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    int jar = Fleet.PROGRAM.indexOf("-jar");
    List<String> program = new ArrayList<>(Fleet.PROGRAM.subList(0, jar));
    program.addAll(List.of("-cp", classes + ":" + Fleet.PROGRAM.get(jar + 1), "conclave.Conclave"));
    return program;
  }

  private static void compile(Path classes) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Class<?> type : CHANGED) {
      Path source = classes.resolve(type.getSimpleName() + ".java");
      sources.add(Files.writeString(source, changed(type)));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-d", classes.toString(), "-cp", Console.jar().toString());
      if (!compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call()) {
        throw new IllegalStateException(said.toString());
      }
    }
  }

  /** Its source with one more component, and the constructor that all others know. */
  private static String changed(Class<?> type) throws IOException {
    String name = type.getSimpleName();
    Path file = Path.of("src", "main", "java").resolve(type.getName().replace('.', '/') + ".java");
    String source = Files.readString(file);
    int header = source.indexOf("record " + name + "(");
    int end = source.indexOf(") {", header);
    int body = end + ") {".length();
    String parameters =
        Arrays.stream(type.getRecordComponents())
            .map(
                each ->
                    each.getGenericType().getTypeName().replace('$', '.') + " " + each.getName())
            .collect(joining(", "));
    String arguments =
        Arrays.stream(type.getRecordComponents())
            .map(each -> each.getName())
            .collect(joining(", "));
    String known =
        "\n  public %s(%s) {\n    this(%s, \"more\");\n  }\n"
            .formatted(name, parameters, arguments);
    String sign =
        type == Heads.class ? "\n  static {\n    System.out.println(\"" + SIGN + "\");\n  }\n" : "";
    return source.substring(0, end) + ", String more) {" + known + sign + source.substring(body);
  }
}

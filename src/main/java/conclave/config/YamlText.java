package conclave.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Turns YAML into values with their lines. No object is constructed from it, so a tag can do no
 * harm; tags and deep nesting are refused all the same.
 */
final class YamlText {
  private static final int DEEPEST = 8;

  private final String text;
  private final IntFunction<String> place;
  private final List<Mistake> mistakes;

  private YamlText(String text, IntFunction<String> place, List<Mistake> mistakes) {
    this.text = text;
    this.place = place;
    this.mistakes = mistakes;
  }

  /**
   * Reads one document.
   *
   * @param place gives the words for a line, counted from 1
   * @param mistakes what is not YAML is added here
   * @return empty if it is not YAML, or if the document is empty
   */
  static Optional<Value> parse(String text, IntFunction<String> place, List<Mistake> mistakes) {
    return new YamlText(text, place, mistakes).parse();
  }

  /** Reads one document without saying what is wrong with it. */
  static Optional<Value> tryParse(String text, String where) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<Value> value = parse(text, line -> where, mistakes);
    return mistakes.isEmpty() ? value : Optional.empty();
  }

  private Optional<Value> parse() {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setNestingDepthLimit(DEEPEST);
      Node root = new Yaml(options).compose(new StringReader(text));
      return root == null ? Optional.empty() : Optional.of(value(root, 0));
    } catch (MarkedYAMLException e) {
      refuse(e.getProblemMark(), problem(e));
    } catch (YAMLException e) {
      refuse(firstUnprintable(), "a control character, or nested too deeply");
    }
    return Optional.empty();
  }

  private Value value(Node node, int depth) {
    String where = place.apply(line(node));
    if (!node.getTag().startsWith(Tag.PREFIX)) {
      mistakes.add(new Mistake(where, "", "", "tags (!name) are not used here"));
    }
    if (node instanceof MappingNode mapping && depth < DEEPEST) {
      return new Value.Mapping(entries(mapping, depth + 1), where);
    }
    if (node instanceof SequenceNode sequence && depth < DEEPEST) {
      List<Value> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item, depth + 1));
      }
      return new Value.Sequence(items, where);
    }
    if (node instanceof ScalarNode scalar) {
      boolean missing = scalar.getTag().equals(Tag.NULL);
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      return new Value.Scalar(missing ? "" : scalar.getValue(), quoted, where);
    }
    mistakes.add(new Mistake(where, "", "", "nested too deeply"));
    return new Value.Scalar("", false, where);
  }

  private List<Value.Entry> entries(MappingNode mapping, int depth) {
    List<Value.Entry> entries = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String where = place.apply(line(tuple.getKeyNode()));
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        Optional<String> earlier = Optional.ofNullable(places.putIfAbsent(key.getValue(), where));
        Value value = value(tuple.getValueNode(), depth);
        entries.add(new Value.Entry(key.getValue(), value, where, earlier));
      } else {
        mistakes.add(new Mistake(where, "", "", "a key must be a word, not a list or a mapping"));
      }
    }
    return entries;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private void refuse(Mark mark, String problem) {
    refuse(mark == null ? 1 : mark.getLine() + 1, problem);
  }

  private void refuse(int line, String problem) {
    mistakes.add(new Mistake(place.apply(line), "", "", "not YAML: " + problem));
  }

  /** The parser's words, except where they repeat a value, which could be a secret. */
  private static String problem(MarkedYAMLException e) {
    String problem = e.getProblem();
    if (problem == null) {
      return "a mistake that the parser has no words for";
    }
    boolean repeats = problem.startsWith("found undefined alias");
    return (repeats ? "found an unknown alias" : problem)
        + " (a value that begins with [ # : or * needs quotes)";
  }

  private int firstUnprintable() {
    int line = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        return line;
      }
      line += c == '\n' ? 1 : 0;
    }
    return 1;
  }
}

package conclave.cli;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** Gives the keys of a line reader to an assistant, and shows its tips behind the line. */
final class TerminalKeys {
  private final LineReaderImpl lines;
  private final KeyMap<Binding> keys;

  private TerminalKeys(LineReaderImpl lines) {
    this.lines = lines;
    this.keys = Objects.requireNonNull(lines.getKeyMaps().get(LineReader.MAIN));
  }

  static void bind(LineReaderImpl lines, Assistant assistant) {
    TerminalKeys terminal = new TerminalKeys(lines);
    for (int i = 1; i <= 9; i++) {
      int number = i;
      terminal.bind("room-" + i, () -> assistant.go(number), KeyMap.alt((char) ('0' + i)));
    }
    terminal.bind("room-next", () -> assistant.press(Assistant.Key.NEXT), KeyMap.alt('n'));
    terminal.bind("room-previous", () -> assistant.press(Assistant.Key.PREVIOUS), KeyMap.alt('p'));
    String pageUp = KeyMap.key(lines.getTerminal(), Capability.key_ppage);
    if (pageUp != null) {
      terminal.bind("earlier", () -> assistant.press(Assistant.Key.EARLIER), pageUp);
    }
    terminal.tab(assistant);
    lines.setCompleter(
        (reader, line, candidates) -> {
          String before = line.line().substring(0, line.cursor());
          candidates.addAll(assistant.complete(before, line.word()));
        });
    lines.setHighlighter(terminal.tips(assistant));
  }

  private void bind(String name, Runnable does, String key) {
    bind(
        name,
        () -> {
          does.run();
          return true;
        },
        key);
  }

  private void bind(String name, Widget widget, String key) {
    lines.getWidgets().put(name, widget);
    keys.bind(new Reference(name), key);
  }

  /** On an empty line it goes to what is unread; else it completes. */
  private void tab(Assistant assistant) {
    bind(
        "complete-or-unread",
        () -> {
          if (lines.getBuffer().length() == 0) {
            assistant.press(Assistant.Key.UNREAD);
          } else {
            lines.callWidget(LineReader.EXPAND_OR_COMPLETE);
          }
          return true;
        },
        "\t");
  }

  private Highlighter tips(Assistant assistant) {
    return new Highlighter() {
      @Override
      public AttributedString highlight(LineReader reader, String typed) {
        assistant.typing(typed);
        AttributedStringBuilder line = new AttributedStringBuilder().append(typed);
        String tip = assistant.tip(typed);
        int space = lines.getTerminal().getColumns() - typed.length() - 30;
        if (!tip.isEmpty() && space > 10) {
          AttributedString faint = new AttributedString(tip, AttributedStyle.DEFAULT.faint());
          line.append(faint.columnSubSequence(0, space));
        }
        return line.toAttributedString();
      }

      @Override
      public void setErrorPattern(Pattern errorPattern) {
        // nothing that is typed is wrong
      }

      @Override
      public void setErrorIndex(int errorIndex) {
        // nothing that is typed is wrong
      }
    };
  }
}

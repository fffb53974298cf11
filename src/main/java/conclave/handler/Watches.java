package conclave.handler;

import conclave.name.Nick;
import java.util.List;

/** The nicks whose comings and goings one connection wants to be told (IRCv3 MONITOR). */
public interface Watches {
  /** Adds a nick; false where no more fit. */
  boolean add(Nick nick);

  void remove(Nick nick);

  void clear();

  List<Nick> all();
}

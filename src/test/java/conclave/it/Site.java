package conclave.it;

import java.util.List;

/** Where the nodes of a network run, and how they reach each other. */
interface Site {
  /** All on this machine, at its loopback address. */
  Site HERE =
      new Site() {
        @Override
        public List<String> enter(String node) {
          return List.of();
        }

        @Override
        public String address(String node) {
          return "::1";
        }

        @Override
        public String bus(String node) {
          return "::1";
        }

        @Override
        public String database() {
          return "localhost";
        }
      };

  /** What a command begins with that runs where that node is. */
  List<String> enter(String node);

  /** Where a node is reached by clients, and by others who ask whether it lives. */
  String address(String node);

  /** Where its event bus is reached. */
  String bus(String node);

  /** How the host of the database is called there. */
  String database();
}

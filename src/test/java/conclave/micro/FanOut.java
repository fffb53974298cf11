package conclave.micro;

import conclave.gateway.Crowd;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One delivery: an event to one of many members, from the listener's rooms to the written piece.
 */
public class FanOut {
  private static final String TEXT = "a sentence of the length that people say in a chat room";

  /** A room, as large as its subclass says. */
  public abstract static class Room {
    private final Crowd crowd;

    Room(int members) {
      crowd = new Crowd(members);
    }

    long hear() {
      crowd.hear(TEXT);
      return crowd.writes();
    }

    @TearDown
    public void close() {
      crowd.close();
    }
  }

  /** Of ten. */
  @State(Scope.Thread)
  public static class Of10 extends Room {
    public Of10() {
      super(10);
    }
  }

  /** Of a hundred. */
  @State(Scope.Thread)
  public static class Of100 extends Room {
    public Of100() {
      super(100);
    }
  }

  /** Of a thousand. */
  @State(Scope.Thread)
  public static class Of1000 extends Room {
    public Of1000() {
      super(1_000);
    }
  }

  /** Of ten thousand. */
  @State(Scope.Thread)
  public static class Of10000 extends Room {
    public Of10000() {
      super(10_000);
    }
  }

  @Benchmark
  @OperationsPerInvocation(10)
  public long to10(Of10 room) {
    return room.hear();
  }

  @Benchmark
  @OperationsPerInvocation(100)
  public long to100(Of100 room) {
    return room.hear();
  }

  @Benchmark
  @OperationsPerInvocation(1_000)
  public long to1000(Of1000 room) {
    return room.hear();
  }

  @Benchmark
  @OperationsPerInvocation(10_000)
  public long to10000(Of10000 room) {
    return room.hear();
  }
}

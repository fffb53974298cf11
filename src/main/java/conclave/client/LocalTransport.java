package conclave.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A UNIX domain socket of this machine: whoever may open its file is let in, so it needs no TLS.
 * Such a channel has no time limit of its own; a selector waits in its place.
 */
final class LocalTransport implements Transport {
  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;
  private volatile Duration limit = Duration.ZERO;

  private LocalTransport(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    readable = Selector.open();
    writable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  /**
   * Connects.
   *
   * @throws IOException if nobody listens there, or this user may not
   */
  static LocalTransport open(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    try {
      return new LocalTransport(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        return length == 0 ? 0 : readSome(ByteBuffer.wrap(into, offset, length));
      }
    };
  }

  @Override
  public OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        writeAll(ByteBuffer.wrap(from, offset, length));
      }
    };
  }

  @Override
  public void readTimeout(Duration longest) {
    limit = longest;
  }

  @Override
  public Optional<byte[]> endPoint() {
    return Optional.empty();
  }

  @Override
  public void cut() {
    try {
      close();
    } catch (IOException e) {
      // it is gone, which is what was asked for
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    readable.close();
    writable.close();
  }

  private int readSome(ByteBuffer into) throws IOException {
    int read = channel.read(into);
    while (read == 0) {
      if (await(readable, limit.toMillis()) == 0) {
        throw new SocketTimeoutException("the server says nothing");
      }
      read = channel.read(into);
    }
    return read;
  }

  private void writeAll(ByteBuffer rest) throws IOException {
    channel.write(rest);
    while (rest.hasRemaining()) {
      await(writable, 0);
      channel.write(rest);
    }
  }

  private static int await(Selector selector, long millis) throws IOException {
    selector.selectedKeys().clear();
    return selector.select(millis);
  }
}

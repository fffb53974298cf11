package conclave.gateway;

import conclave.account.EndPoint;
import conclave.account.Fingerprint;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/** A socket, with TLS or without. */
final class SocketWire implements Wire {
  private final NetSocketInternal socket;

  SocketWire(NetSocketInternal socket) {
    this.socket = socket;
    // Made for sending files, which nobody does here: each connection would keep its memory.
    ChannelPipeline pipeline = socket.channelHandlerContext().pipeline();
    if (pipeline.get(ChunkedWriteHandler.class) != null) {
      pipeline.remove(ChunkedWriteHandler.class);
    }
  }

  @Override
  public Optional<SSLSession> tls() {
    return socket.isSsl() ? Optional.of(socket.sslSession()) : Optional.empty();
  }

  @Override
  public Optional<Fingerprint> certificate() {
    return tls().flatMap(ClientCertificates::of);
  }

  @Override
  public Optional<EndPoint> endPoint() {
    return tls().flatMap(ServerCertificate::endPoint);
  }

  @Override
  public void begin(Consumer<Buffer> read, Runnable closed, Runnable broken) {
    socket.handler(read::accept);
    socket.closeHandler(end -> closed.run());
    // The connection ends by itself then, with its reason said; without this Vert.x would cut it.
    socket.shutdownHandler(soon -> {});
    socket.exceptionHandler(failure -> broken.run());
  }

  @Override
  public void pause() {
    socket.pause();
  }

  @Override
  public void resume() {
    socket.resume();
  }

  @Override
  public Future<Void> write(ByteBuf lines) {
    return socket.writeMessage(lines);
  }

  @Override
  public boolean hasArrived() {
    return isAcknowledged(socket.channelHandlerContext().channel());
  }

  /** A socket's send buffer may hold seconds of a thin line: that it took the bytes says little. */
  static boolean isAcknowledged(Channel channel) {
    if (!(channel instanceof EpollSocketChannel socket) || !socket.isOpen()) {
      return true;
    }
    EpollTcpInfo tcp = socket.tcpInfo();
    boolean isRefused = tcp.probes() > 0; // the peer's machine has no room for more
    return tcp.unacked() == 0 && !isRefused;
  }

  @Override
  public void close() {
    socket.close();
  }

  @Override
  public void abort() {
    // Vert.x closes when what waits is written, which may never be.
    socket.channelHandlerContext().close();
  }
}

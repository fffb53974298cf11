package conclave.cluster;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;

/**
 * The transport of Vert.x, with a look at who is refused at the event bus's port: the bus itself
 * tells nobody. Whoever is in costs nothing.
 */
final class BusDoor implements Transport, io.vertx.core.transport.Transport {
  private final io.vertx.core.transport.Transport named;
  private final Transport inner;
  private final int port;
  private final Strangers strangers = new Strangers("cluster.bus-listen");

  /** Watches that port of those that listen. */
  BusDoor(io.vertx.core.transport.Transport named, int port) {
    this.named = named;
    this.inner = named.implementation();
    this.port = port;
  }

  @Override
  public void configure(NetServerOptions options, boolean isDomain, ServerBootstrap bootstrap) {
    inner.configure(options, isDomain, bootstrap);
    if (options.getPort() == port) {
      bootstrap.handler(new Arrivals());
    }
  }

  /** Sees each connection that is accepted before Vert.x does. */
  @Sharable
  private final class Arrivals extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      ((Channel) accepted).pipeline().addFirst(new Watch(((Channel) accepted).remoteAddress()));
      context.fireChannelRead(accepted);
    }
  }

  /** Says at the end of a connection why it was none. */
  private final class Watch extends ChannelInboundHandlerAdapter {
    private final SocketAddress from;

    private Watch(SocketAddress from) {
      this.from = from;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      SslHandler tls = context.pipeline().get(SslHandler.class);
      if (tls != null) {
        Future<Channel> handshake = tls.handshakeFuture();
        if (handshake.cause() != null) {
          strangers.refuse(from, handshake.cause());
        } else if (!handshake.isDone()) {
          strangers.refuse(from, "it did not complete the TLS handshake");
        }
      }
      context.fireChannelInactive();
    }
  }

  @Override
  public String name() {
    return named.name();
  }

  @Override
  public boolean available() {
    return named.available();
  }

  @Override
  public Throwable unavailabilityCause() {
    return named.unavailabilityCause();
  }

  @Override
  public Transport implementation() {
    return this;
  }

  @Override
  public boolean supportsDomainSockets() {
    return inner.supportsDomainSockets();
  }

  @Override
  public boolean supportFileRegion() {
    return inner.supportFileRegion();
  }

  @Override
  public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
    return inner.convert(address);
  }

  @Override
  public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
    return inner.convert(address);
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return inner.ioHandlerFactory();
  }

  @Override
  public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ratio) {
    return inner.eventLoopGroup(type, threads, factory, ratio);
  }

  @Override
  public DatagramChannel datagramChannel() {
    return inner.datagramChannel();
  }

  @Override
  @SuppressWarnings("deprecation") // Vert.x asks for it so
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return inner.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean isDomain) {
    return inner.channelFactory(isDomain);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean isDomain) {
    return inner.serverChannelFactory(isDomain);
  }

  @Override
  public void configure(DatagramChannel channel, DatagramSocketOptions options) {
    inner.configure(channel, options);
  }

  @Override
  public void configure(
      ClientOptionsBase options, int timeout, boolean isDomain, Bootstrap bootstrap) {
    inner.configure(options, timeout, isDomain, bootstrap);
  }
}

package io.contacthub.benchmarks.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * The server, also as a program of its own: it prints its port, and ends when its input
 * does, that is with the process that started it.
 */
public final class StubServer implements AutoCloseable {

	private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());

	private final Channel channel;

	private StubServer(Duration latency, long total) {
		StubAnswers answers = new StubAnswers(total);
		this.channel = new ServerBootstrap().group(this.threads)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, 1024)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<SocketChannel>() {

				@Override
				protected void initChannel(SocketChannel connection) {
					connection.pipeline()
						.addLast(new HttpRequestDecoder(), new StubHandler(answers, latency.toMillis()));
				}

			})
			.bind(InetAddress.getLoopbackAddress(), 0)
			.syncUninterruptibly()
			.channel();
	}

	/**
	 * Start a server in this process.
	 * @param latency how long each answer takes; any number of requests wait side by side
	 * @param total how many customers there are
	 * @return the server, on a free port
	 */
	public static StubServer start(Duration latency, long total) {
		return new StubServer(latency, total);
	}

	/**
	 * Run the server.
	 * @param arguments the latency in milliseconds, and the number of customers
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String... arguments) throws IOException {
		List<Long> numbers = List.of(arguments).stream().map(Long::valueOf).toList();
		try (StubServer server = start(Duration.ofMillis(numbers.get(0)), numbers.get(1))) {
			new PrintStream(System.out, true, StandardCharsets.US_ASCII).append(server.port() + "\n").flush();
			System.in.transferTo(PrintStream.nullOutputStream());
		}
	}

	/**
	 * Return the port.
	 * @return the port on which the server listens
	 */
	public int port() {
		return ((InetSocketAddress) this.channel.localAddress()).getPort();
	}

	@Override
	public void close() {
		this.channel.close().syncUninterruptibly();
		this.threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
	}

}

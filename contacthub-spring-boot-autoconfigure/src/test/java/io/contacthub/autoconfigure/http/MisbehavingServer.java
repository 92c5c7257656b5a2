package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on the loopback interface that answers in any way, also in those that a server
 * of HTTP cannot. Each connection has one request and one answer, and is closed after it.
 */
final class MisbehavingServer implements AutoCloseable {

	private final ServerSocket listener;

	private volatile Scene scene = new Scene(RawBehaviour.reading((conversation) -> {
	}));

	MisbehavingServer() throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::listen);
	}

	String url() {
		return "http://localhost:" + this.listener.getLocalPort();
	}

	/**
	 * Behave in another way from now on, and count anew.
	 */
	void behave(RawBehaviour behaviour) {
		Scene before = this.scene;
		this.scene = new Scene(behaviour);
		before.end();
	}

	/**
	 * How many requests of a lane arrived.
	 */
	int requests(String lane) {
		return this.scene.counter(lane).get();
	}

	private void listen() {
		try {
			while (true) {
				Socket socket = this.listener.accept();
				Scene current = this.scene;
				current.sockets.add(socket);
				start(() -> current.play(socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "misbehaving-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		this.scene.end();
	}

	/**
	 * All that happens while the server behaves in one way.
	 */
	private static final class Scene {

		private final RawBehaviour behaviour;

		private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

		private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

		Scene(RawBehaviour behaviour) {
			this.behaviour = behaviour;
		}

		void play(Socket socket) {
			try (socket) {
				socket.setTcpNoDelay(true);
				Conversation conversation = new Conversation(socket);
				if (this.behaviour.readsRequest()) {
					conversation.readRequest();
				}
				conversation.count(counter(conversation.lane()).incrementAndGet());
				this.behaviour.script().play(conversation);
			}
			catch (IOException ex) {
				// the client has gone, as it should at some time
			}
			finally {
				this.sockets.remove(socket);
			}
		}

		private AtomicInteger counter(String lane) {
			return this.requests.computeIfAbsent(lane, (key) -> new AtomicInteger());
		}

		void end() {
			for (Socket socket : this.sockets) {
				try {
					socket.close();
				}
				catch (IOException ex) {
					// nothing depends on it any more
				}
			}
		}

	}

}

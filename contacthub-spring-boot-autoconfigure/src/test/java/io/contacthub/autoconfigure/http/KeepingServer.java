package io.contacthub.autoconfigure.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ServerSocketFactory;

import org.awaitility.Awaitility;

/**
 * A server on the loopback interface that keeps its connections as long as it likes, and
 * answers each request with the customer that it is about.
 */
final class KeepingServer implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	private static final Pattern ID = Pattern.compile("^\\w+ \\S*/customers/(\\w+)");

	private static final Pattern EXTERNAL_ID = Pattern.compile("\"externalId\":\"(\\w+)\"");

	private final List<String> requests = new CopyOnWriteArrayList<>();

	/** Thousands of them are searched thousands of times, so they are without headers. */
	private final List<String> searchedRequests = new CopyOnWriteArrayList<>();

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final AtomicInteger connections = new AtomicInteger();

	private final ServerSocket listener;

	private volatile Script script = Turn::answer;

	private volatile int patience;

	KeepingServer(ServerSocketFactory sockets) throws IOException {
		this.listener = sockets.createServerSocket();
		this.listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
		start(this::listen);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	void behave(Script script) {
		this.script = script;
	}

	/**
	 * Close connections on which nothing came for some time.
	 */
	void closeAfter(int idleMillis) {
		this.patience = idleMillis;
	}

	List<String> requests() {
		return this.requests;
	}

	int connections() {
		return this.connections.get();
	}

	/**
	 * How many connections are open now.
	 */
	int open() {
		return this.sockets.size();
	}

	/**
	 * How many requests of a method arrived with these words in their path or body.
	 */
	long requests(String method, String words) {
		return this.searchedRequests.stream()
			.filter((request) -> request.startsWith(method + " ") && request.contains(words))
			.count();
	}

	/**
	 * Close all connections that are open now.
	 */
	void closeConnections(boolean reset) {
		// a connection is open as long as a thread reads from it, and some engines open
		// one in advance meanwhile
		Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
			this.sockets.forEach((socket) -> close(socket, reset));
			return this.sockets.isEmpty();
		});
	}

	private static void close(Socket socket, boolean reset) {
		try {
			if (reset) {
				socket.setSoLinger(true, 0);
			}
			socket.close();
		}
		catch (IOException ex) {
			// its own thread has just closed it
		}
	}

	private void listen() {
		try {
			while (true) {
				Socket socket = this.listener.accept();
				this.sockets.add(socket);
				this.connections.incrementAndGet();
				start(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			for (int position = 1; !socket.isClosed(); position++) {
				socket.setSoTimeout((position > 1) ? this.patience : 0);
				String request = read(in);
				this.searchedRequests
					.add(request.substring(0, request.indexOf('\r')) + request.substring(request.indexOf("\r\n\r\n")));
				this.requests.add(request);
				this.script.play(new Turn(socket, request, position));
			}
		}
		catch (IOException ex) {
			// one side has closed it
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.sockets.remove(socket);
		}
	}

	private static String read(InputStream stream) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
			int next = stream.read();
			if (next < 0) {
				throw new IOException("No more requests");
			}
			head.append((char) next);
		}
		Matcher length = LENGTH.matcher(head);
		if (length.find()) {
			head.append(new String(stream.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8));
		}
		return head.toString();
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "keeping-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		closeConnections(false);
	}

	/** What is said to each request. */
	@FunctionalInterface
	interface Script {

		void play(Turn turn) throws IOException, InterruptedException;

	}

	/**
	 * A request and what is said to it.
	 *
	 * @param socket its connection
	 * @param request the request
	 * @param position its position among those of the connection, from 1
	 */
	record Turn(Socket socket, String request, int position) {

		boolean is(String method) {
			return this.request.startsWith(method + " ");
		}

		/**
		 * The right answer.
		 */
		String customer() {
			Matcher id = ID.matcher(this.request);
			Matcher externalId = EXTERNAL_ID.matcher(this.request);
			return "{\"id\":\"" + (id.find() ? id.group(1) : "new") + "\",\"externalId\":\""
					+ (externalId.find() ? externalId.group(1) : "none") + "\"}";
		}

		void answer() throws IOException {
			send(ok(customer()));
		}

		void send(String text) throws IOException {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			this.socket.getOutputStream().flush();
		}

		void close(boolean reset) throws IOException {
			if (reset) {
				this.socket.setSoLinger(true, 0);
			}
			this.socket.close();
		}

		static String ok(String body) {
			return head("200 OK") + "Content-Length: " + body.length() + "\r\n\r\n" + body;
		}

		static String head(String status) {
			return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n";
		}

	}

}

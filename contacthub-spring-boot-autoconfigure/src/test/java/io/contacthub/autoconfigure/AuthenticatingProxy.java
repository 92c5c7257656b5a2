package io.contacthub.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy on the loopback interface that asks for a user, and remembers the heads of the
 * requests that it was to pass on. Whatever host is asked for is on the loopback
 * interface, too.
 */
final class AuthenticatingProxy implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	private final List<String> heads = new CopyOnWriteArrayList<>();

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final ServerSocket listener;

	private final String authorization;

	AuthenticatingProxy(String authorization) throws IOException {
		this.authorization = authorization;
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::listen);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	List<String> heads() {
		return this.heads;
	}

	private void listen() throws IOException {
		while (true) {
			Socket client = this.listener.accept();
			this.sockets.add(client);
			start(() -> serve(client));
		}
	}

	private void serve(Socket client) throws IOException {
		try (client) {
			InputStream in = client.getInputStream();
			for (String head = head(in); !head.isEmpty(); head = head(in)) {
				this.heads.add(head);
				if (head.lines().anyMatch(("Proxy-Authorization: " + this.authorization)::equalsIgnoreCase)) {
					passOn(client, head);
					return;
				}
				Matcher length = LENGTH.matcher(head);
				in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
				write(client.getOutputStream(), "HTTP/1.1 407 Proxy Authentication Required\r\n"
						+ "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
			}
		}
	}

	private void passOn(Socket client, String head) throws IOException {
		String[] line = head.split(" ", 3);
		URI target = URI.create(line[0].equals("CONNECT") ? "tunnel://" + line[1] : line[1]);
		try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
			this.sockets.add(server);
			if (line[0].equals("CONNECT")) {
				write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
			}
			else {
				write(server.getOutputStream(),
						head.replaceFirst(" \\S+ ", " " + target.getRawPath() + " ")
							.replaceAll("(?im)^(proxy-authorization|connection|upgrade): .*\r\n", "")
							.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
			}
			start(() -> client.getInputStream().transferTo(server.getOutputStream()));
			server.getInputStream().transferTo(client.getOutputStream());
		}
	}

	private static String head(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				return "";
			}
			head.write(next);
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// the other side has gone
			}
		}, "proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/** What a thread does. */
	private interface Work {

		void run() throws IOException;

	}

}

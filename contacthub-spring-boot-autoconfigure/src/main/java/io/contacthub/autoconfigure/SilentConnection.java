package io.contacthub.autoconfigure;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Apache HttpClient that logs neither headers nor content: HttpClient
 * writes all headers to its log when that is detailed enough, the token among them.
 * Answers are read within bounds, their headers too, and what is read of an answer only
 * to be able to use the connection again.
 */
final class SilentConnection extends DefaultManagedHttpClientConnection {

	private static final AtomicLong COUNT = new AtomicLong();

	private static final Http1Config LIMITS = Http1Config.custom()
		.setMaxLineLength(64 * 1024)
		.setMaxHeaderCount(1000)
		.build();

	private static final long HEADERS = 1024 * 1024;

	private final long limit;

	private final Supplier<Duration> timeLeft;

	private long received;

	private boolean waiting;

	private SilentConnection(long maxResponseSize, Supplier<Duration> timeLeft) {
		super("contacthub-" + COUNT.getAndIncrement(), null, null, LIMITS, null, null, null, null);
		this.limit = maxResponseSize + HEADERS;
		this.timeLeft = timeLeft;
	}

	static HttpConnectionFactory<ManagedHttpClientConnection> factory(long maxResponseSize,
			Supplier<Duration> timeLeft) {
		return (socket) -> create(socket, new SilentConnection(maxResponseSize, timeLeft));
	}

	private static ManagedHttpClientConnection create(@Nullable Socket socket, SilentConnection connection)
			throws IOException {
		if (socket != null) {
			connection.bind(socket);
		}
		return connection;
	}

	@Override
	public void bind(Socket socket) throws IOException {
		bind(new BoundedSocket(socket));
	}

	@Override
	public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
		bind(new BoundedSocket(sslSocket, socket));
	}

	@Override
	protected void onRequestSubmitted(ClassicHttpRequest request) {
		this.received = 0;
		this.waiting = true;
	}

	@Override
	protected void onResponseReceived(ClassicHttpResponse response) {
		this.waiting = false;
	}

	/**
	 * Gives the answers of a socket no more time and room than they may have.
	 */
	private final class BoundedSocket extends SocketHolder {

		private final Socket connection;

		BoundedSocket(Socket socket) {
			super(socket);
			this.connection = socket;
		}

		BoundedSocket(SSLSocket sslSocket, Socket socket) {
			super(sslSocket, socket);
			this.connection = socket;
		}

		@Override
		protected InputStream getInputStream(Socket socket) throws IOException {
			return new FilterInputStream(super.getInputStream(socket)) {

				@Override
				public int read() throws IOException {
					byte[] one = new byte[1];
					return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
				}

				@Override
				public int read(byte[] bytes, int offset, int length) throws IOException {
					int timeout = socket.getSoTimeout();
					long left = SilentConnection.this.timeLeft.get().toMillis();
					boolean shorter = timeout == 0 || left < timeout;
					if (shorter) {
						socket.setSoTimeout((int) Math.max(1, Math.min(left, Integer.MAX_VALUE)));
					}
					try {
						return check(super.read(bytes, offset, length));
					}
					finally {
						if (shorter) {
							socket.setSoTimeout(timeout);
						}
					}
				}

			};
		}

		/**
		 * A socket has no time-out for writing: the connection is closed instead when the
		 * server takes nothing more of a request.
		 */
		@Override
		protected OutputStream getOutputStream(Socket socket) throws IOException {
			return new FilterOutputStream(super.getOutputStream(socket)) {

				@Override
				public void write(byte[] bytes, int offset, int length) throws IOException {
					CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
					// not before the time is over to the last nanosecond
					written.orTimeout(SilentConnection.this.timeLeft.get().toMillis() + 1, TimeUnit.MILLISECONDS)
						.exceptionally((timeout) -> {
							BoundedSocket.this.abort();
							return null;
						});
					try {
						this.out.write(bytes, offset, length);
					}
					finally {
						written.complete(null);
					}
				}

			};
		}

		/**
		 * Close the connection below TLS, which would try to say good-bye.
		 */
		private void abort() {
			try {
				this.connection.close();
			}
			catch (IOException ex) {
				// it is closed already
			}
		}

		private int check(int result) throws IOException {
			if (result < 0 && SilentConnection.this.waiting) {
				// HttpClient would take headers that break off for headers that end
				throw new ConnectionClosedException("The connection was closed before an answer came");
			}
			SilentConnection.this.received += Math.max(0, result);
			if (SilentConnection.this.received > SilentConnection.this.limit) {
				throw new IOException("The answer is longer than allowed");
			}
			if (SilentConnection.this.timeLeft.get().isZero()) {
				throw new SocketTimeoutException("The call has taken too long");
			}
			return result;
		}

	}

}

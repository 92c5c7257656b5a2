package io.contacthub.autoconfigure.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.util.Timeout;
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

	private static final int PIECE = 64 * 1024;

	private static final SocketTimeoutException NOTHING = new SocketTimeoutException("Nothing is there");

	private final long limit;

	private final Supplier<Duration> timeLeft;

	private final KeptConnections kept;

	private long received;

	private boolean waiting;

	private int answers;

	private long answered;

	private boolean looking;

	private boolean waits;

	private boolean ended;

	private @Nullable ClassicHttpResponse early;

	private @Nullable IOException brokenOff;

	private SilentConnection(long maxResponseSize, Supplier<Duration> timeLeft, KeptConnections kept) {
		super("contacthub-" + COUNT.getAndIncrement(), null, null, LIMITS, null, null, null, null);
		this.limit = maxResponseSize + HEADERS;
		this.timeLeft = timeLeft;
		this.kept = kept;
	}

	static HttpConnectionFactory<ManagedHttpClientConnection> factory(long maxResponseSize,
			Supplier<Duration> timeLeft) {
		KeptConnections kept = new KeptConnections();
		return (socket) -> create(socket, new SilentConnection(maxResponseSize, timeLeft, kept));
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
		this.answers = 0;
		bind(new BoundedSocket(socket));
	}

	@Override
	public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
		this.answers = 0;
		bind(new BoundedSocket(sslSocket, socket));
	}

	/**
	 * Begin a request, unless the connection was closed or something came on it since the
	 * last answer: that would be taken for the answer to this request.
	 */
	@Override
	public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
		if (this.answers > 0) {
			if (!this.kept.last(this.answers)) {
				throw new StaleConnectionException();
			}
			if (hasInput(this.kept.grace(this.answers, this.answered))) {
				this.kept.gaveOut(this.answers, this.answered);
				throw new StaleConnectionException();
			}
		}
		this.early = null;
		this.brokenOff = null;
		super.sendRequestHeader(request);
	}

	@Override
	public boolean isStale() {
		return !isOpen() || hasInput(Duration.ZERO);
	}

	/**
	 * Whether something has come that was not read yet, be it the end.
	 * @param wait how long it is waited for
	 */
	private boolean hasInput(Duration wait) {
		this.looking = true;
		this.waits = !wait.isZero();
		this.ended = false;
		try {
			return isDataAvailable(this.waits ? Timeout.ofMilliseconds(wait.toMillis() + 1) : Timeout.ONE_MILLISECOND)
					|| this.ended;
		}
		catch (IOException ex) {
			return true;
		}
		finally {
			this.looking = false;
		}
	}

	/**
	 * Send the body of a request. A server that refuses a long one may answer and close
	 * the connection before it has all of it.
	 */
	@Override
	public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
		try {
			super.sendRequestEntity(request);
		}
		catch (IOException ex) {
			breakOff(ex);
		}
	}

	@Override
	public void flush() throws IOException {
		if (this.brokenOff != null) {
			return;
		}
		try {
			super.flush();
		}
		catch (IOException ex) {
			breakOff(ex);
		}
	}

	private void breakOff(IOException failure) throws IOException {
		if (!isOpen() || this.timeLeft.get().isZero()) {
			throw failure;
		}
		this.brokenOff = failure;
	}

	@Override
	public boolean isConsistent() {
		return this.brokenOff == null && super.isConsistent();
	}

	@Override
	public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
		ClassicHttpResponse response = this.early;
		if (response != null) {
			this.early = null;
			return response;
		}
		try {
			return super.receiveResponseHeader();
		}
		catch (IOException ex) {
			if (this.answers > 0 && this.received == 0 && !(ex instanceof SocketTimeoutException)) {
				this.kept.gaveOut(this.answers, this.answered);
			}
			if (this.brokenOff != null) {
				this.brokenOff.addSuppressed(ex);
				throw this.brokenOff;
			}
			throw ex;
		}
	}

	/**
	 * Stop sending a body when the answer is there.
	 */
	private void lookForAnswer() throws IOException {
		if (!hasInput(Duration.ZERO)) {
			return;
		}
		try {
			ClassicHttpResponse response = super.receiveResponseHeader();
			if (response.getCode() >= HttpStatus.SC_SUCCESS) {
				this.early = response;
				throw new IOException("The answer came before the request was sent to its end");
			}
		}
		catch (HttpException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	protected void onRequestSubmitted(ClassicHttpRequest request) {
		this.received = 0;
		this.waiting = true;
	}

	@Override
	protected void onResponseReceived(ClassicHttpResponse response) {
		this.waiting = false;
		if (response.getCode() >= HttpStatus.SC_SUCCESS) {
			if (this.answers > 0) {
				this.kept.lasted(this.answers);
			}
			this.answers++;
			this.answered = System.nanoTime();
		}
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
					if (SilentConnection.this.looking) {
						return look(this.in, bytes, offset, length);
					}
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
		 * Read what is there. What comes within TLS may be for TLS only, and must not be
		 * taken from below it.
		 * @throws SocketTimeoutException when there is nothing
		 */
		private int look(InputStream in, byte[] bytes, int offset, int length) throws IOException {
			boolean tls = getSSLSocket() != null;
			SocketChannel channel = this.connection.getChannel();
			int result;
			if (SilentConnection.this.waits || tls && in.available() > 0
					|| (tls || channel == null) && this.connection.getInputStream().available() > 0) {
				result = in.read(bytes, offset, length);
			}
			else if (channel == null) {
				throw NOTHING;
			}
			else {
				result = read(channel, tls ? ByteBuffer.allocate(1) : ByteBuffer.wrap(bytes, offset, length));
				result = (tls && result > 0) ? -1 : result;
			}
			SilentConnection.this.ended = result < 0;
			return result;
		}

		private static int read(SocketChannel channel, ByteBuffer buffer) throws IOException {
			channel.configureBlocking(false);
			try {
				int result = channel.read(buffer);
				if (result == 0) {
					throw NOTHING;
				}
				return result;
			}
			finally {
				channel.configureBlocking(true);
			}
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
						for (int done = 0; done < length; done += PIECE) {
							if (done > 0) {
								lookForAnswer();
							}
							this.out.write(bytes, offset + done, Math.min(PIECE, length - done));
						}
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

package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connection of Apache HttpClient whose answers are read within bounds, their headers
 * too, and which is used again only when nothing came on it meanwhile. It logs neither
 * headers nor content: HttpClient writes all headers to its log when that is detailed
 * enough, the token among them.
 */
final class BoundedConnection extends DefaultManagedHttpClientConnection {

	private static final AtomicLong COUNT = new AtomicLong();

	private static final Http1Config LIMITS = Http1Config.custom()
		.setMaxLineLength(64 * 1024)
		.setMaxHeaderCount(1000)
		.build();

	private final AnswerBounds bounds;

	private final InputProbe probe = new InputProbe();

	private final KeptConnections kept;

	private int answers;

	private long answered;

	private @Nullable ClassicHttpResponse early;

	private @Nullable IOException brokenOff;

	private BoundedConnection(AnswerBounds bounds, KeptConnections kept) {
		super("contacthub-" + COUNT.getAndIncrement(), null, null, LIMITS, null, null, null, null);
		this.bounds = bounds;
		this.kept = kept;
	}

	static HttpConnectionFactory<ManagedHttpClientConnection> factory(long maxResponseSize,
			Supplier<Duration> timeLeft) {
		KeptConnections kept = new KeptConnections();
		return (socket) -> create(socket, new BoundedConnection(new AnswerBounds(maxResponseSize, timeLeft), kept));
	}

	private static ManagedHttpClientConnection create(@Nullable Socket socket, BoundedConnection connection)
			throws IOException {
		if (socket != null) {
			connection.bind(socket);
		}
		return connection;
	}

	@Override
	public void bind(Socket socket) throws IOException {
		this.answers = 0;
		bind(new BoundedSocket(socket, this.bounds, this.probe, this::lookForAnswer));
	}

	@Override
	public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
		this.answers = 0;
		bind(new BoundedSocket(sslSocket, socket, this.bounds, this.probe, this::lookForAnswer));
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
	 * Return whether something has come that was not read yet, be it the end.
	 * @param wait how long it is waited for
	 */
	private boolean hasInput(Duration wait) {
		return this.probe.findsInput(wait, this::isDataAvailable);
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
		if (!isOpen() || this.bounds.timeLeft().isZero()) {
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
			if (this.answers > 0 && this.bounds.isUntouched() && !(ex instanceof SocketTimeoutException)) {
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
		this.bounds.begin();
	}

	@Override
	protected void onResponseReceived(ClassicHttpResponse response) {
		this.bounds.beginBody();
		if (response.getCode() >= HttpStatus.SC_SUCCESS) {
			if (this.answers > 0) {
				this.kept.lasted(this.answers);
			}
			this.answers++;
			this.answered = this.kept.now();
		}
	}

}

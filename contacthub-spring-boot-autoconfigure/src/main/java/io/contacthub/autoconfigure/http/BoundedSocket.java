package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import javax.net.ssl.SSLSocket;

import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * Socket of a {@link BoundedConnection}, which gives answers no more time and room than
 * they may have.
 */
final class BoundedSocket extends SocketHolder {

	private final Socket raw;

	private final AnswerBounds bounds;

	private final InputProbe probe;

	private final BoundedOutputStream.Pause pause;

	/**
	 * Create the socket.
	 * @param socket the socket
	 * @param bounds the bounds of answers
	 * @param probe looks whether anything is there
	 * @param pause what is done between two pieces of a request
	 */
	BoundedSocket(Socket socket, AnswerBounds bounds, InputProbe probe, BoundedOutputStream.Pause pause) {
		super(socket);
		this.raw = socket;
		this.bounds = bounds;
		this.probe = probe;
		this.pause = pause;
	}

	/**
	 * Create the socket of a connection with TLS.
	 * @param sslSocket the socket of TLS
	 * @param socket the socket below it
	 * @param bounds the bounds of answers
	 * @param probe looks whether anything is there
	 * @param pause what is done between two pieces of a request
	 */
	BoundedSocket(SSLSocket sslSocket, Socket socket, AnswerBounds bounds, InputProbe probe,
			BoundedOutputStream.Pause pause) {
		super(sslSocket, socket);
		this.raw = socket;
		this.bounds = bounds;
		this.probe = probe;
		this.pause = pause;
	}

	/**
	 * Return the socket below TLS.
	 */
	Socket raw() {
		return this.raw;
	}

	@Override
	protected InputStream getInputStream(Socket socket) throws IOException {
		return new BoundedInputStream(super.getInputStream(socket), socket, this.bounds, this.probe, this);
	}

	@Override
	protected OutputStream getOutputStream(Socket socket) throws IOException {
		return new BoundedOutputStream(super.getOutputStream(socket), this.bounds, this::abort, this.pause);
	}

	/**
	 * Close the connection below TLS, which would try to say good-bye.
	 */
	void abort() {
		try {
			this.raw.close();
		}
		catch (IOException ex) {
			// it is closed already
		}
	}

}

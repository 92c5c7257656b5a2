package io.contacthub.benchmarks.emulator;

import java.io.IOException;

import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP engine of the emulator with nothing behind it: each answer is the same.
 */
final class BareServer implements AutoCloseable {

	private static final int THREADS = 64;

	private final Server server;

	private final ServerConnector connector;

	private BareServer(byte[] body) {
		this.server = new Server(new QueuedThreadPool(THREADS));
		this.connector = new ServerConnector(this.server);
		this.connector.setHost("localhost");
		this.server.addConnector(this.connector);
		this.server.setHandler(new FixedAnswer(body));
	}

	/**
	 * Start a server on a free port.
	 * @param body the body of all answers
	 */
	static BareServer start(byte[] body) {
		BareServer bare = new BareServer(body);
		try {
			bare.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The server does not start", ex);
		}
		return bare;
	}

	int port() {
		return this.connector.getLocalPort();
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The server does not stop", ex);
		}
	}

	/**
	 * Handler that always says the same.
	 */
	private static final class FixedAnswer extends AbstractHandler {

		private final byte[] body;

		FixedAnswer(byte[] body) {
			this.body = body;
		}

		@Override
		public void handle(String target, Request baseRequest, HttpServletRequest request, HttpServletResponse response)
				throws IOException {
			baseRequest.setHandled(true);
			response.setContentType("application/json;charset=UTF-8");
			response.setContentLength(this.body.length);
			response.getOutputStream().write(this.body);
		}

	}

}

package io.contacthub.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import wiremock.jakarta.servlet.AsyncContext;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * An answer on its way to the client.
 */
final class OutgoingAnswer {

	private static final Logger logger = Logger.getLogger(ContactHubEmulator.class.getName());

	private OutgoingAnswer() {
	}

	/**
	 * Send an answer of the API, at once or later, or close the connection instead.
	 */
	static void send(ReceivedRequest request, ApiAnswer answer, Request baseRequest) throws IOException {
		Duration delay = answer.delay();
		if (answer.disconnect()) {
			baseRequest.setHandled(true);
			baseRequest.getHttpChannel().abort(new IOException("The connection is to be closed"));
		}
		else if (delay.isZero()) {
			send(request, answer.response(), baseRequest);
		}
		else {
			baseRequest.setHandled(true);
			AsyncContext later = baseRequest.startAsync();
			later.setTimeout(0);
			baseRequest.getHttpChannel()
				.getScheduler()
				.schedule(() -> later.start(() -> complete(request, answer.response(), baseRequest, later)),
						delay.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private static void complete(ReceivedRequest request, EmulatedResponse answer, Request baseRequest,
			AsyncContext later) {
		try {
			send(request, answer, baseRequest);
		}
		catch (IOException ex) {
			logger.log(Level.FINE, "A client did not wait for its answer", ex);
		}
		later.complete();
	}

	/**
	 * Send an answer. To HEAD, it tells the length of the body and leaves it out.
	 */
	static void send(ReceivedRequest request, EmulatedResponse answer, Request baseRequest) throws IOException {
		baseRequest.setHandled(true);
		Response response = baseRequest.getResponse();
		response.setStatus(answer.status());
		// goes without a look at the type, which is right already
		answer.headers().forEach(response.getHttpFields()::put);
		boolean head = request.method().equals("HEAD");
		BodyWriter writer = answer.writer();
		if (writer == null) {
			response.setContentLength(answer.body().length);
			if (!head && answer.body().length > 0) {
				response.getHttpOutput().sendContent(ByteBuffer.wrap(answer.body()));
			}
		}
		else if (!head) {
			try (OutputStream output = response.getOutputStream()) {
				writer.writeTo(output);
			}
		}
	}

}

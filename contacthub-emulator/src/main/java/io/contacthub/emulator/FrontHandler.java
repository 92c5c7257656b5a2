package io.contacthub.emulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.core.WireMockApp;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Handler in front of WireMock's, for the requests that WireMock is not to see, and those
 * that it need not see: while there are no stubs, all that it does to a request of the
 * API is to remember it, which costs it more than the answer.
 */
final class FrontHandler extends HandlerWrapper {

	private static final byte[] NOTHING = {};

	private static final EmulatedResponse NOTHING_HERE = EmulatedResponse.of(404,
			Json.object()
				.put("message", "There is nothing here: the API is below " + EmulatedRequest.ROOT + "/, the console at "
						+ ControlDoor.ROOT + "/"));

	private final ControlDoor controlDoor;

	private final ApiDoor apiDoor;

	private final EmulatorStores stores;

	FrontHandler(ControlDoor controlDoor, ApiDoor apiDoor, EmulatorStores stores, Handler next) {
		this.controlDoor = controlDoor;
		this.apiDoor = apiDoor;
		this.stores = stores;
		setHandler(next);
	}

	@Override
	public void handle(String target, Request baseRequest, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		Instant start = Instant.now();
		long nanos = System.nanoTime();
		ReceivedRequest received = ReceivedRequest.of(baseRequest);
		String problem = RequestTarget.of(received.url()).undecodable();
		if (problem != null) {
			refuse(received, ErrorPage.of(400, problem), start, false, baseRequest);
			return;
		}
		EmulatedResponse answer = answerInFront(received);
		if (answer != null) {
			OutgoingAnswer.send(received, answer, baseRequest);
		}
		else if (received.path().startsWith(WireMockApp.ADMIN_CONTEXT_ROOT)) {
			EmulatedResponse refusal = this.controlDoor.refusal(received);
			if (refusal != null) {
				OutgoingAnswer.send(received, refusal, baseRequest);
				return;
			}
			super.handle(target, baseRequest, request, response);
		}
		else {
			byte[] body;
			try {
				body = BufferedRequest.bodyOf(baseRequest);
			}
			catch (RequestRejectedException ex) {
				refuse(received, ex.response(), start, true, baseRequest);
				return;
			}
			if (this.stores.isUntouched() && RememberedHttpRequest.canHold(received)) {
				serve(received.withBody(body), start, nanos, baseRequest);
			}
			else {
				super.handle(target, baseRequest, new BufferedRequest(request, body), response);
			}
		}
	}

	private @Nullable EmulatedResponse answerInFront(ReceivedRequest request) {
		if (request.isOfApi()) {
			// pages can be tried with stubs, too: a preflight does not match those
			return CrossOrigin.isPreflight(request) ? CrossOrigin.preflight(request) : null;
		}
		return this.controlDoor.handle(request);
	}

	private void serve(ReceivedRequest request, Instant start, long nanos, Request baseRequest) throws IOException {
		ApiAnswer answer = request.isOfApi() ? this.apiDoor.handle(request)
				: new ApiAnswer(NOTHING_HERE, Duration.ZERO, false);
		long taken = System.nanoTime() - nanos + answer.delay().toNanos();
		this.stores.remember(new RememberedRequest(request, answer.response(), start, taken, true));
		OutgoingAnswer.send(request, answer, baseRequest);
	}

	private void refuse(ReceivedRequest request, EmulatedResponse answer, Instant start, boolean readable,
			Request baseRequest) throws IOException {
		EmulatedResponse permitted = answer;
		if (request.isOfApi()) {
			permitted = CrossOrigin.permit(request.header(CrossOrigin.ORIGIN), answer);
			this.stores.remember(new RememberedRequest(request.withBody(NOTHING), permitted, start, 0, readable));
		}
		OutgoingAnswer.send(request, permitted, baseRequest);
	}

}

package io.contacthub.emulator;

import java.io.IOException;
import java.io.OutputStream;

import com.github.tomakehurst.wiremock.core.WireMockApp;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Handler in front of WireMock's, for the requests that WireMock is not to see.
 */
final class FrontHandler extends HandlerWrapper {

	private final ControlDoor controlDoor;

	FrontHandler(ControlDoor controlDoor, Handler next) {
		this.controlDoor = controlDoor;
		setHandler(next);
	}

	@Override
	public void handle(String target, Request baseRequest, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		try {
			ReceivedRequest received = ReceivedRequest.of(baseRequest);
			EmulatedResponse answer = answer(received);
			if (answer != null) {
				baseRequest.setHandled(true);
				send(baseRequest.getMethod(), answer, response);
			}
			else if (received.path().startsWith(WireMockApp.ADMIN_CONTEXT_ROOT)) {
				super.handle(target, baseRequest, request, response);
			}
			else {
				byte[] body = BufferedRequest.bodyOf(baseRequest);
				super.handle(target, baseRequest, new BufferedRequest(request, body), response);
			}
		}
		catch (RequestRejectedException ex) {
			baseRequest.setHandled(true);
			send(baseRequest.getMethod(), ex.response(), response);
		}
	}

	private @Nullable EmulatedResponse answer(ReceivedRequest request) {
		String problem = RequestTarget.of(request.url()).undecodable();
		return (problem != null) ? ErrorPage.of(400, problem) : this.controlDoor.handle(request);
	}

	private static void send(String method, EmulatedResponse answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status());
		answer.headers().forEach(response::setHeader);
		BodyWriter writer = answer.writer();
		// the answer to HEAD tells the length and leaves the body out
		boolean head = "HEAD".equals(method);
		if (writer == null) {
			response.setContentLength(answer.body().length);
		}
		try (OutputStream output = response.getOutputStream()) {
			if (head) {
				return;
			}
			if (writer != null) {
				writer.writeTo(output);
			}
			else {
				output.write(answer.body());
			}
		}
	}

}

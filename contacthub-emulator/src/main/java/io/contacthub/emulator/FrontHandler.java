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
		ReceivedRequest received = ReceivedRequest.of(baseRequest);
		try {
			EmulatedResponse answer = answer(received);
			if (answer != null) {
				send(received, answer, baseRequest);
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
			send(received, refusal(received, ex.response()), baseRequest);
		}
	}

	private @Nullable EmulatedResponse answer(ReceivedRequest request) {
		String problem = RequestTarget.of(request.url()).undecodable();
		if (problem != null) {
			return refusal(request, ErrorPage.of(400, problem));
		}
		// pages can be tried with stubs, too: a preflight does not match those
		return (request.isOfApi() && CrossOrigin.isPreflight(request)) ? CrossOrigin.preflight(request)
				: this.controlDoor.handle(request);
	}

	private static EmulatedResponse refusal(ReceivedRequest request, EmulatedResponse answer) {
		return request.isOfApi() ? CrossOrigin.permit(request.header(CrossOrigin.ORIGIN), answer) : answer;
	}

	private static void send(ReceivedRequest request, EmulatedResponse answer, Request baseRequest) throws IOException {
		baseRequest.setHandled(true);
		HttpServletResponse response = baseRequest.getResponse();
		response.setStatus(answer.status());
		answer.headers().forEach(response::setHeader);
		BodyWriter writer = answer.writer();
		// the answer to HEAD tells the length and leaves the body out
		boolean head = request.method().equals("HEAD");
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

package io.contacthub.emulator;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.server.Handler;

/**
 * HTTP server of WireMock with a handler in front.
 */
final class FrontedHttpServer {

	private FrontedHttpServer() {
	}

	/**
	 * Return a factory of such servers. The handler is set where WireMock makes its own,
	 * since it has to see requests that WireMock cannot read, and to keep others from it:
	 * filters of WireMock come later, and handlers that WireMock calls beside its own
	 * cannot take a request away from them.
	 */
	static HttpServerFactory factory(ControlDoor controlDoor) {
		return (options, admin, stubs) -> new Jetty11HttpServer(options, admin, stubs) {

			@Override
			protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
				return new FrontHandler(controlDoor, super.createHandler(options, admin, stubs));
			}

		};
	}

}

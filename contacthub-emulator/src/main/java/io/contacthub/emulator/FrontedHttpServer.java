package io.contacthub.emulator;

import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.jetty11.Jetty11Utils;
import com.github.tomakehurst.wiremock.jetty11.NotFoundHandler;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;
import wiremock.org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * HTTP server of WireMock with a handler in front.
 */
final class FrontedHttpServer {

	private static final int ACCEPTORS = 1;

	private static final int SELECTORS = 2;

	private FrontedHttpServer() {
	}

	/**
	 * Return a factory of such servers. The handler is set where WireMock makes its own,
	 * since it has to see requests that WireMock cannot read, and to keep others from it:
	 * filters of WireMock come later, and handlers that WireMock calls beside its own
	 * cannot take a request away from them.
	 */
	static HttpServerFactory factory(ControlDoor controlDoor, ApiDoor apiDoor, EmulatorStores stores,
			boolean background) {
		return (options, admin, stubs) -> new Jetty11HttpServer(options, admin, stubs) {

			@Override
			protected Server createServer(Options options) {
				Server server = super.createServer(options);
				if (server.getThreadPool() instanceof QueuedThreadPool threads) {
					threads.setDaemon(background);
				}
				server.addBean(new ScheduledExecutorScheduler("contacthub-emulator-scheduler", background));
				return server;
			}

			@Override
			public void start() {
				if (this.scheduledExecutorService instanceof ScheduledThreadPoolExecutor delayed) {
					ThreadFactory factory = delayed.getThreadFactory();
					delayed.setThreadFactory((task) -> {
						Thread thread = factory.newThread(task);
						thread.setDaemon(background);
						return thread;
					});
				}
				super.start();
			}

			/**
			 * Create a connector that does not show the traffic to a listener.
			 */
			@Override
			protected ServerConnector createHttpConnector(String bindAddress, int port, JettySettings settings,
					NetworkTrafficListener listener) {
				ServerConnector connector = new ServerConnector(this.jettyServer, ACCEPTORS, SELECTORS,
						new HttpConnectionFactory(Jetty11Utils.createHttpConfig(settings)));
				Jetty11Utils.setJettySettings(settings, connector);
				connector.setHost(bindAddress);
				connector.setPort(port);
				return connector;
			}

			@Override
			protected void applyAdditionalServerConfiguration(Server server, Options options) {
				server.setErrorHandler(new ErrorPage());
			}

			@Override
			protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
				context.setErrorHandler(new NotFoundHandler(context) {

					private final ErrorPage page = new ErrorPage();

					@Override
					public void handle(String target, Request baseRequest, HttpServletRequest request,
							HttpServletResponse response) throws IOException {
						if (response.getStatus() == 404) {
							super.handle(target, baseRequest, request, response);
						}
						else {
							this.page.handle(target, baseRequest, request, response);
						}
					}

				});
			}

			@Override
			public void stop() {
				// answers that still wait are for nobody
				this.scheduledExecutorService.shutdownNow();
				super.stop();
			}

			@Override
			protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
				return new FrontHandler(controlDoor, apiDoor, stores, super.createHandler(options, admin, stubs));
			}

		};
	}

}

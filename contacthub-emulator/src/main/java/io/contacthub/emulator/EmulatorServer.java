package io.contacthub.emulator;

import java.nio.file.Path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.standalone.JsonFileMappingsSource;

/**
 * The HTTP server of an emulator.
 */
final class EmulatorServer {

	private static final int THREADS = 64;

	private static final int ASYNCHRONOUS_THREADS = 4;

	private final WireMockServer server;

	private final WireMock client;

	/**
	 * Create a server.
	 * @param bindAddress the address to listen on
	 * @param port the port to listen on, 0 for a free one
	 * @param api the API
	 * @param requests where requests are remembered
	 * @param controlDoor the operations that control the emulator
	 */
	EmulatorServer(String bindAddress, int port, ApiDoor api, RecentRequests requests, ControlDoor controlDoor) {
		WireMockConfiguration options = WireMockConfiguration.options();
		EmulatorStores stores = new EmulatorStores(options.filesRoot(), requests);
		this.server = new WireMockServer(options.withStores(stores)
			.httpServerFactory(FrontedHttpServer.factory(controlDoor, api, stores))
			.bindAddress(bindAddress)
			.port(port)
			.mappingSource(new NoMappings())
			.extensions(new EmulatorTransformer(api, stores), new CrossOriginTransformer())
			.notifier(new LoggingNotifier())
			.containerThreads(THREADS)
			// an answer that waits needs no thread
			.asynchronousResponseEnabled(true)
			.asynchronousResponseThreads(ASYNCHRONOUS_THREADS)
			// which would format each request and answer
			.stubRequestLoggingDisabled(true)
			.maxLoggedResponseSize(RememberedRequest.KEPT_BODY)
			// clients that offer an upgrade to HTTP/2 break on a POST
			.http2PlainDisabled(true)
			// an answer of known length goes out in one piece and without delay
			.useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
			.gzipDisabled(true));
		this.client = new WireMock(this.server);
	}

	void start() {
		this.server.start();
	}

	/**
	 * Add the stubs in a folder of WireMock's mapping files.
	 */
	void loadStubs(Path folder) {
		this.server.loadMappingsUsing(new JsonFileMappingsSource(new SingleRootFileSource(folder.toFile()), null));
	}

	int port() {
		return this.server.port();
	}

	/**
	 * Return the client of the WireMock server, to register stubs and to verify requests.
	 */
	WireMock client() {
		return this.client;
	}

	/**
	 * Forget stubs, settings and requests.
	 */
	void reset() {
		this.server.resetAll();
		this.server.updateGlobalSettings(GlobalSettings.defaults());
	}

	void stop() {
		this.server.stop();
	}

}

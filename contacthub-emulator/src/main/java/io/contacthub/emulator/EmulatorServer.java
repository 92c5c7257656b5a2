package io.contacthub.emulator;

import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.standalone.JsonFileMappingsSource;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server of an emulator.
 */
final class EmulatorServer {

	private static final int THREADS = 64;

	private static final int ASYNCHRONOUS_THREADS = 4;

	private final String bindAddress;

	private final int port;

	private final WireMockServer server;

	private final WireMock client;

	/**
	 * Create a server.
	 * @param bindAddress the address to listen on
	 * @param port the port to listen on, 0 for a free one
	 * @param api the API
	 * @param requests where requests are remembered
	 * @param controlDoor the operations that control the emulator
	 * @param background whether its threads keep no program running that is done
	 */
	EmulatorServer(String bindAddress, int port, ApiDoor api, RecentRequests requests, ControlDoor controlDoor,
			boolean background) {
		this.bindAddress = bindAddress;
		this.port = port;
		WireMockConfiguration options = WireMockConfiguration.options();
		EmulatorStores stores = new EmulatorStores(options.filesRoot(), requests);
		this.server = new WireMockServer(options.withStores(stores)
			.httpServerFactory(FrontedHttpServer.factory(controlDoor, api, stores, background))
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

	/**
	 * Start to listen.
	 * @throws IllegalStateException if that is not possible, with a remedy
	 */
	void start() {
		try {
			this.server.start();
		}
		catch (FatalStartupException ex) {
			throw new IllegalStateException(reason(ex), ex);
		}
	}

	private String reason(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
				return "Port " + this.port + " of " + this.bindAddress
						+ " is taken: stop what listens there, or choose another port, 0 for a free one";
			}
			if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("ermission")) {
				return "Port " + this.port + " of " + this.bindAddress
						+ " may not be used by this user: choose one above 1023, 0 for a free one";
			}
			if (cause instanceof BindException || cause instanceof SocketException
					|| cause instanceof UnresolvedAddressException) {
				return this.bindAddress + " is not an address of this machine: choose localhost, or 0.0.0.0 for all";
			}
		}
		return "The emulator could not listen on port " + this.port + " of " + this.bindAddress + ": "
				+ failure.getMessage();
	}

	/**
	 * Add the stubs in a folder of WireMock's mapping files.
	 * @param folder the folder, or null for none
	 */
	void loadStubs(@Nullable Path folder) {
		if (folder == null) {
			return;
		}
		try {
			this.server.loadMappingsUsing(new JsonFileMappingsSource(new SingleRootFileSource(folder.toFile()), null));
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	boolean isRunning() {
		return this.server.isRunning();
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

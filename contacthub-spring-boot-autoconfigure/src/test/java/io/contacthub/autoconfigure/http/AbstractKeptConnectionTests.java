package io.contacthub.autoconfigure.http;

import java.io.File;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base of the tests for connections that are kept open between two requests.
 */
abstract class AbstractKeptConnectionTests {

	static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

	/** It warns of each connection that breaks. */
	private static final Logger REACTOR_NETTY = (Logger) LoggerFactory.getLogger("reactor.netty");

	@TempDir
	static Path folder;

	private static Path keyStore;

	@BeforeAll
	static void prepare() throws Exception {
		REACTOR_NETTY.setLevel(Level.OFF);
		keyStore = folder.resolve("server.p12");
		Process keytool = new ProcessBuilder(
				System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool", "-genkeypair",
				"-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", "password", "-keypass",
				"password", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
				// it is read hundreds of times, and nobody has to guess the password
				"-J-Dkeystore.pkcs12.macIterationCount=1", "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
				"-J-Dkeystore.pkcs12.certPbeIterationCount=1")
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
	}

	@AfterAll
	static void restore() {
		REACTOR_NETTY.setLevel(null);
	}

	/**
	 * Make a call, whose answer must be the one to it.
	 */
	static void call(CustomerRepository customers, String method, String id) {
		switch (method) {
			case "GET" -> assertThat(customers.getById(id).id()).isEqualTo(id);
			case "POST" ->
				assertThat(customers.insert(Customer.builder().externalId(id).build()).externalId()).isEqualTo(id);
			case "PUT" ->
				assertThat(customers.replace(Customer.builder().id(id).externalId(id).build()).id()).isEqualTo(id);
			case "PATCH" -> assertThat(customers.patch(id, (patch) -> patch.set("externalId", id)).id()).isEqualTo(id);
			default -> customers.deleteById(id);
		}
	}

	static KeepingServer server(boolean secure) throws Exception {
		if (!secure) {
			return new KeepingServer(ServerSocketFactory.getDefault());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(KeyStore.getInstance(keyStore.toFile(), "password".toCharArray()), "password".toCharArray());
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), null, null);
		return new KeepingServer(tls.getServerSocketFactory());
	}

	static void run(Engine engine, KeepingServer server, boolean secure, Calls calls) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=" + (secure ? "https" : "http") + "://localhost:" + server.port(),
					"contacthub.retry.enabled=false", "contacthub.http.connect-timeout=30s",
					"contacthub.http.ssl.bundle=" + (secure ? "hub" : ""),
					"spring.ssl.bundle.jks.hub.truststore.location=file:" + keyStore,
					"spring.ssl.bundle.jks.hub.truststore.password=password")
			.run((context) -> calls.make(context.getBean(CustomerRepository.class)));
	}

	/** Calls of a repository. */
	@FunctionalInterface
	interface Calls {

		void make(CustomerRepository customers) throws Exception;

	}

}

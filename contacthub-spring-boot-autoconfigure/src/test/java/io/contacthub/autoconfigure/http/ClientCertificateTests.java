package io.contacthub.autoconfigure.http;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for clients that show a certificate.
 */
@DisplayName("A client that shows a certificate")
class ClientCertificateTests {

	@TempDir
	private static Path folder;

	@ParameterizedTest
	@EnumSource
	@DisplayName("makes its calls on connections that it has, with every engine")
	void keepsItsConnection(Engine engine) throws Exception {
		try (KeepingServer server = new KeepingServer(new AskingServerSocketFactory(tls(keyStore(engine))))) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
						ContactHubAutoConfiguration.class))
				.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
				.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
						"contacthub.base-url=https://localhost:" + server.port(), "contacthub.http.ssl.bundle=hub",
						"spring.ssl.bundle.jks.hub.keystore.location=file:" + file(engine),
						"spring.ssl.bundle.jks.hub.keystore.password=password",
						"spring.ssl.bundle.jks.hub.keystore.type=PKCS12",
						"spring.ssl.bundle.jks.hub.truststore.location=file:" + file(engine),
						"spring.ssl.bundle.jks.hub.truststore.password=password",
						"spring.ssl.bundle.jks.hub.truststore.type=PKCS12")
				.run((context) -> {
					CustomerRepository customers = context.getBean(CustomerRepository.class);
					for (int i = 0; i < 20; i++) {
						assertThat(customers.findById("c1")).isPresent();
					}
					// others may open one before they have given the last one back
					boolean one = engine == Engine.APACHE || engine == Engine.JDK;
					assertThat(server.connections()).isLessThanOrEqualTo(one ? 1 : 10);
				});
		}
	}

	private static Path file(Engine engine) {
		return folder.resolve(engine + ".p12");
	}

	private static KeyStore keyStore(Engine engine) throws Exception {
		Process keytool = new ProcessBuilder(
				System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool", "-genkeypair",
				"-keystore", file(engine).toString(), "-storetype", "PKCS12", "-storepass", "password", "-keypass",
				"password", "-alias", "both", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost")
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
		return KeyStore.getInstance(file(engine).toFile(), "password".toCharArray());
	}

	private static SSLContext tls(KeyStore store) throws Exception {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, "password".toCharArray());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		return tls;
	}

	/**
	 * Factory of sockets that ask for the certificate of the client.
	 */
	private static final class AskingServerSocketFactory extends ServerSocketFactory {

		private final ServerSocketFactory sockets;

		AskingServerSocketFactory(SSLContext tls) {
			this.sockets = tls.getServerSocketFactory();
		}

		@Override
		public ServerSocket createServerSocket() throws IOException {
			ServerSocket socket = this.sockets.createServerSocket();
			((SSLServerSocket) socket).setNeedClientAuth(true);
			return socket;
		}

		@Override
		public ServerSocket createServerSocket(int port) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ServerSocket createServerSocket(int port, int backlog) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
			throw new UnsupportedOperationException();
		}

	}

}

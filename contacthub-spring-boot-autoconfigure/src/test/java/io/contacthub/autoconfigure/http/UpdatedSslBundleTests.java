package io.contacthub.autoconfigure.http;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for SSL bundles that change while the application runs.
 */
@DisplayName("An SSL bundle that is updated")
class UpdatedSslBundleTests {

	@TempDir
	private static Path folder;

	@BeforeAll
	static void prepare() throws Exception {
		for (String alias : new String[] { "first", "second" }) {
			Process keytool = new ProcessBuilder(
					System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool",
					"-genkeypair", "-keystore", folder.resolve(alias + ".p12").toString(), "-storetype", "PKCS12",
					"-storepass", "password", "-keypass", "password", "-alias", alias, "-keyalg", "EC", "-dname",
					"CN=localhost", "-ext", "SAN=dns:localhost")
				.inheritIO()
				.start();
			assertThat(keytool.waitFor()).isZero();
			String certificate = Base64.getMimeEncoder()
				.encodeToString(keyStore(alias).getCertificate(alias).getEncoded());
			Files.writeString(folder.resolve(alias + ".crt"),
					"-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
		}
	}

	private static KeyStore keyStore(String alias) throws Exception {
		return KeyStore.getInstance(folder.resolve(alias + ".p12").toFile(), "password".toCharArray());
	}

	private static KeepingServer server(String alias) throws Exception {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(keyStore(alias), "password".toCharArray());
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), null, null);
		return new KeepingServer(tls.getServerSocketFactory());
	}

	private static SslBundle trusting(String alias) {
		return SslBundle.of(new PemSslStoreBundle(null,
				PemSslStoreDetails.forCertificate("file:" + folder.resolve(alias + ".crt"))));
	}

	private static ApplicationContextRunner runner(Engine engine, KeepingServer server) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=https://localhost:" + server.port(), "contacthub.retry.enabled=false",
					"spring.ssl.bundle.pem.hub.truststore.certificate=file:" + folder.resolve("first.crt"));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("holds for later requests, and those under way finish with the former one, with every engine")
	void holdsForLaterRequests(Engine engine) throws Exception {
		try (KeepingServer server = server("first")) {
			runner(engine, server).withPropertyValues("contacthub.http.ssl.bundle=hub").run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				SslBundleRegistry bundles = context.getBean(SslBundleRegistry.class);
				assertThat(customers.findById("c1")).isPresent();
				CountDownLatch arrived = new CountDownLatch(1);
				CountDownLatch go = new CountDownLatch(1);
				server.behave((turn) -> {
					if (turn.request().contains("slow")) {
						arrived.countDown();
						assertThat(go.await(1, TimeUnit.MINUTES)).isTrue();
					}
					turn.answer();
				});
				CompletableFuture<Optional<Customer>> slow = CompletableFuture
					.supplyAsync(() -> customers.findById("slow"));
				assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
				bundles.updateBundle("hub", trusting("second"));
				assertThat(catchThrowable(() -> customers.findById("c2"))).hasMessageContaining("certificate");
				go.countDown();
				assertThat(slow.get(1, TimeUnit.MINUTES)).isPresent();
				bundles.updateBundle("hub", trusting("first"));
				assertThat(customers.findById("c3")).isPresent();
				assertThat(customers.insert(Customer.builder().externalId("e4").build()).externalId()).isEqualTo("e4");
			});
		}
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("is followed, too, when it is that of all clients of the application")
	void followsThatOfAllClients(Engine engine) throws Exception {
		try (KeepingServer server = server("first")) {
			runner(engine, server).withPropertyValues("spring.http.clients.ssl.bundle=hub").run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThat(customers.findById("c1")).isPresent();
				context.getBean(SslBundleRegistry.class).updateBundle("hub", trusting("second"));
				assertThat(catchThrowable(() -> customers.findById("c2"))).hasMessageContaining("certificate");
			});
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "APACHE", "JETTY" })
	@DisplayName("has the connections of the former one closed")
	void closesFormerEngine(Engine engine) throws Exception {
		try (KeepingServer server = server("first")) {
			runner(engine, server).withPropertyValues("contacthub.http.ssl.bundle=hub").run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThat(customers.findById("c1")).isPresent();
				assertThat(server.open()).isEqualTo(1);
				context.getBean(SslBundleRegistry.class).updateBundle("hub", trusting("first"));
				Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> server.open() == 0);
				assertThat(customers.findById("c1")).isPresent();
			});
		}
	}

}

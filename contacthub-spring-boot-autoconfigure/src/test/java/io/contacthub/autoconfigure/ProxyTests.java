package io.contacthub.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.autoconfigure.http.Engine;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for a proxy that asks for a user, and for hosts that are reached without it.
 */
@DisplayName("A proxy")
class ProxyTests {

	/** The user is "me", and the password "p4ss:w\u00f6rd". */
	private static final String AUTHORIZATION = "Basic bWU6cDRzczp3w7ZyZA==";

	@TempDir
	private static Path folder;

	private static Path certificate;

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private static WireMockServer secure;

	private AuthenticatingProxy proxy;

	private ApplicationContextRunner runner;

	@BeforeAll
	static void startSecure() throws Exception {
		Path keyStore = folder.resolve("server.p12");
		Process keytool = new ProcessBuilder(
				System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool", "-genkeypair",
				"-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", "password", "-keypass",
				"password", "-alias", "server", "-keyalg", "RSA", "-dname", "CN=hub.invalid", "-ext",
				"SAN=dns:hub.invalid")
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
		certificate = Files.writeString(folder.resolve("server.crt"),
				"-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder()
					.encodeToString(KeyStore.getInstance(keyStore.toFile(), "password".toCharArray())
						.getCertificate("server")
						.getEncoded()) + "\n-----END CERTIFICATE-----\n");
		secure = new WireMockServer(WireMockConfiguration.options()
			.dynamicHttpsPort()
			.httpDisabled(true)
			.http2TlsDisabled(true)
			.keystorePath(keyStore.toString())
			.keystorePassword("password")
			.keyManagerPassword("password"));
		secure.start();
	}

	@AfterAll
	static void stopSecure() {
		secure.stop();
	}

	@BeforeEach
	void start() throws IOException {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		secure.resetAll();
		secure.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		this.proxy = new AuthenticatingProxy(AUTHORIZATION);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, ContactHubAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
					"contacthub.allow-insecure-base-url=true", "contacthub.http.proxy.host=localhost",
					"contacthub.http.proxy.port=" + this.proxy.port(), "contacthub.retry.enabled=false");
	}

	@AfterEach
	void stop() throws IOException {
		this.proxy.close();
	}

	private ApplicationContextRunner asUser(Engine engine) {
		return this.runner.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.http.proxy.username=me", "contacthub.http.proxy.password=p4ss:w\u00f6rd\n");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("is told its user for http, with every engine, and ContactHub is not")
	void authenticatesForHttp(Engine engine) {
		asUser(engine).withPropertyValues("contacthub.base-url=http://hub.invalid:" + server.getPort())
			.run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThat(customers.findById("c1")).isPresent();
				assertThat(customers.insert(Customer.builder().externalId("e1").build()).id()).isEqualTo("c1");
				server.stubFor(any(anyUrl()).willReturn(unauthorized()));
				assertThat(catchThrowable(() -> customers.findById("c1"))).hasMessageContaining("401");
			});
		assertThat(this.proxy.heads()).isNotEmpty().allMatch((head) -> head.contains(AUTHORIZATION));
		assertThat(server.getAllServeEvents()).hasSize(3)
			.noneMatch((event) -> event.getRequest().containsHeader("Proxy-Authorization"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JDK")
	@DisplayName("is told its user when it is to connect to https, and never the token")
	void authenticatesForHttps(Engine engine) {
		asUser(engine)
			.withPropertyValues("contacthub.base-url=https://hub.invalid:" + secure.httpsPort(),
					"contacthub.http.ssl.bundle=hub",
					"spring.ssl.bundle.pem.hub.truststore.certificate=file:" + certificate)
			.run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThat(customers.findById("c1")).isPresent();
				assertThat(customers.insert(Customer.builder().externalId("e1").build()).id()).isEqualTo("c1");
			});
		assertThat(this.proxy.heads()).isNotEmpty()
			.allMatch((head) -> head.startsWith("CONNECT ") && head.contains(AUTHORIZATION))
			.noneMatch((head) -> head.contains("t0ken"));
		assertThat(secure.getAllServeEvents()).hasSize(2)
			.noneMatch((event) -> event.getRequest().containsHeader("Proxy-Authorization"))
			.allMatch((event) -> event.getRequest().getHeader("Authorization").equals("Bearer t0ken"));
	}

	@Test
	@DisplayName("of https cannot be told its user by the JDK's client as it is, which is refused at start")
	void refusesUserWithJdk() {
		asUser(Engine.JDK).withPropertyValues("contacthub.base-url=https://hub.example.com")
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.contains("'contacthub.http.proxy.username'", "JDK", "jdk.http.auth.tunneling.disabledSchemes"));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("is passed by for some hosts, with every engine")
	void excludesHosts(Engine engine) {
		asUser(engine)
			.withPropertyValues("contacthub.base-url=http://localhost:" + server.getPort(),
					"contacthub.http.proxy.non-proxy-hosts=*.example.com,LOCALHOST")
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
		assertThat(this.proxy.heads()).isEmpty();
		assertThat(server.getAllServeEvents()).hasSize(1)
			.noneMatch((event) -> event.getRequest().containsHeader("Proxy-Authorization"));
	}

	@Test
	@DisplayName("is passed by for hosts that are separated as in Java's own setting, too")
	void separatesHosts() {
		ConnectionProperties.Proxy properties = new ConnectionProperties.Proxy("proxy", 1, null, null,
				List.of("*.example.com|10.*", " exact.host ", "[::1]", ""));
		assertThat(properties.settings().nonProxyHosts()).containsExactly("*.example.com", "10.*", "exact.host",
				"[::1]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					username=me           | 'contacthub.http.proxy.username' is set without the other one of username and password.
					password=s3cret       | 'contacthub.http.proxy.password' is set without the other one of username and password.
					username=a:s3cret,password=s3cret | 'contacthub.http.proxy.username' holds a colon, a control character or a placeholder without a value.
					username=me,password=${S3}     | 'contacthub.http.proxy.password' holds a control character or a placeholder without a value.
					""",
			quoteCharacter = '~')
	@DisplayName("has both a user and a password, or none")
	void refusesHalfUser(String settings, String fault) {
		ApplicationContextRunner half = this.runner;
		for (String setting : settings.split(",")) {
			half = half.withPropertyValues("contacthub.http.proxy." + setting);
		}
		half.run((context) -> {
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo(fault).doesNotContain("s3cret");
		});
	}

	@Test
	@DisplayName("has its password in no text of its settings")
	void hidesPassword() {
		ConnectionProperties.Proxy properties = new ConnectionProperties.Proxy("proxy", 1, "me", "s3cret", List.of());
		assertThat(properties.toString()).doesNotContain("s3cret");
	}

	private static FailureAnalysis analyze(Throwable failure) {
		return new ContactHubConfigurationFailureAnalyzer(new MockEnvironment()).analyze(failure);
	}

}

package io.contacthub.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.domain.PageRequest;
import org.springframework.mock.env.MockEnvironment;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for configuration that cannot be meant as it is written.
 */
@DisplayName("Configuration")
class RefusedConfigurationTests {

	private static final String PAGE = """
			{"elements":[],"page":{"size":1,"totalElements":0,"totalPages":0,"number":0}}""";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.bare.withPropertyValues("contacthub.workspace-id=w1",
			"contacthub.token=t0ken", "contacthub.node-id=n1");

	private static FailureAnalysis analyze(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		FailureAnalysis analysis = new ContactHubConfigurationFailureAnalyzer(new MockEnvironment())
			.analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		assertThat(analysis.getAction()).matches("(?s).*\n( *[#a-z\"][^:]*:.*\n)+");
		return analysis;
	}

	@Test
	@DisplayName("may have blanks around ids, token and address, as the line feed of a secret")
	void stripsBlanks() {
		server.stubFor(any(anyUrl()).willReturn(okJson(PAGE)));
		this.bare
			.withPropertyValues("contacthub.workspace-id= w1\n", "contacthub.token=\tt0ken\r\n",
					"contacthub.node-id=\u00a0n1 \n", "contacthub.base-url= " + server.baseUrl() + "/hub/v1\n",
					"contacthub.nodes.shop=n2\n", "contacthub.workspaces.partner.workspace-id=w2 ",
					"contacthub.workspaces.partner.token=t2\n", "contacthub.workspaces.partner.node-id= n3")
			.run((context) -> {
				for (String bean : new String[] { "contactHubCustomerRepository", "shopContactHubCustomerRepository",
						"partnerContactHubCustomerRepository" }) {
					context.getBean(bean, CustomerRepository.class).findAll(PageRequest.of(0, 1));
				}
			});
		verify("w1", "n1", "t0ken");
		verify("w1", "n2", "t0ken");
		verify("w2", "n3", "t2");
	}

	private static void verify(String workspace, String node, String token) {
		server.verify(1,
				getRequestedFor(urlPathEqualTo("/hub/v1/workspaces/" + workspace + "/customers"))
					.withQueryParam("nodeId", equalTo(node))
					.withHeader("Authorization", equalTo("Bearer " + token)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					workspace-id           | w 1             | is 'w 1': it holds a blank or a line break.
					workspace-id           | "w1"            | is '"w1"': it is in quotes, which are taken for a part of it.
					workspace-id           | w${X}           | is 'w${X}': it holds a placeholder without a value.
					node-id                | n 1             | is 'n 1': it holds a blank or a line break.
					node-id                | 'n1'            | is ''n1'': it is in quotes, which are taken for a part of it.
					nodes.shop             | n 2             | is 'n 2': it holds a blank or a line break.
					token                  | Bearer s3cret   | begins with 'Bearer', which the client says by itself.
					token                  | bEARER s3cret   | begins with 'Bearer', which the client says by itself.
					token                  | s3cret s3cret   | holds a blank or a line break.
					token                  | "s3cret"        | is in quotes, which are taken for a part of it.
					token                  | s3cret-\u00fc   | holds a letter that is not ASCII.
					token                  | s3cret${X}      | holds a placeholder without a value.
					base-url               | https://${X}/   | holds a placeholder without a value.
					http.proxy.host        | http://p:3128   | is 'http://p:3128': it must be the name of the host alone, without scheme, user, port and path.
					http.proxy.host        | ${X}            | is '${X}': it must be the name of the host alone, without scheme, user, port and path.
					http.proxy.host        | p:3128          | is 'p:3128': it must be the name of the host alone, without scheme, user, port and path.
					http.proxy.host        | me:s3cret@p     | is '***@p': it must be the name of the host alone, without scheme, user, port and path.
					http.proxy.host        | http://me:s3cret@p:1 | is '***@p:1': it must be the name of the host alone, without scheme, user, port and path.
					http.proxy.port        | 0               | is 0: it must be from 1 to 65535.
					http.proxy.port        | 99999           | is 99999: it must be from 1 to 65535.
					http.connect-timeout   | 300000d         | is PT7200000H: it must be at most 24d.
					http.read-timeout      | 300000d         | is PT7200000H: it must be at most 24d.
					http.read-timeout      | -1s             | is PT-1S: it must be at least 1ms.
					http.call-timeout      | 106751991167d    | is PT2562047788008H: it must be at most 24d.
					http.call-timeout      | 25d             | is PT600H: it must be at most 24d.
					http.max-connections   | 1000000         | is 1000000: it must be at most 65535.
					http.max-response-size | 2TB             | is 2199023255552B: it must be at most 1TB.
					retry.max-interval     | -1s             | is PT-1S: it must be at least 1ms.
					retry.initial-interval | 300000d         | is PT7200000H: it must be at most 24d.
					retry.max-elapsed      | 300000d         | is PT7200000H: it must be at most 24d.
					retry.multiplier       | NaN             | is NaN: it must be at least 1.
					retry.multiplier       | Infinity        | is Infinity: it must be at most 1000.
					retry.jitter           | NaN             | is NaN: it must be from 0 to 1.
					health.timeout         | 0s              | is PT0S: it must be at least 1ms.
					health.time-to-live    | -1s             | is PT-1S: it must not be negative.
					stream.prefetch        | 1000000         | is 1000000: it must be at most 1000.
					events.publisher.concurrency      | 1000000 | is 1000000: it must be at most 1000.
					events.publisher.offer-timeout    | -1s     | is PT-1S: it must be from 0ms to 24 days.
					events.publisher.offer-timeout    | 300000d | is PT7200000H: it must be from 0ms to 24 days.
					events.publisher.shutdown-timeout | -1s     | is PT-1S: it must be from 0ms to 24 days.
					events.publisher.shutdown-timeout | 300000d | is PT7200000H: it must be from 0ms to 24 days.
					events.publisher.retry.initial-interval | 0s | is PT0S: it must be from 1ms to 24 days.
					events.publisher.retry.max-interval | 300000d | is PT7200000H: it must be from 1ms to 24 days.
					events.publisher.retry.multiplier | 0.5     | is 0.5: it must be at least 1.
					events.publisher.retry.jitter     | 2       | is 2.0: it must be from 0 to 1.
					events.publisher.jdbc.lease       | 10ms        | is PT0.01S: it must be from 1s to 1 day.
					events.publisher.jdbc.lease       | 2d          | is PT48H: it must be from 1s to 1 day.
					events.publisher.jdbc.poll-interval | 0s        | is PT0S: it must be from 1ms to 1 day.
					events.publisher.jdbc.max-age     | 0s          | is PT0S: it must be from 1ms to 36500 days.
					validation.time-to-live | 0s             | is PT0S: it must be at least 1ms.
					validation.time-to-live | 25d            | is PT600H: it must be at most 24d.
					validation.timeout     | -1s             | is PT-1S: it must be at least 1ms.
					validation.timeout     | 300000d         | is PT7200000H: it must be at most 24d.
					validation.token       | Bearer s3cret   | begins with 'Bearer', which the client says by itself.
					validation.token       | s3cret s3cret   | holds a blank or a line break.
					validation.token       | "s3cret"        | is in quotes, which are taken for a part of it.
					workspace-id           | https://x.example.com/w1 | is 'https://x.example.com/w1': it holds a slash, as addresses do.
					node-id                | w1/n1           | is 'w1/n1': it holds a slash, as addresses do.
					nodes.shop             | w1/n1           | is 'w1/n1': it holds a slash, as addresses do.
					http.tracing-header    | Authorization   | is 'Authorization': that header has a meaning of its own.
					http.tracing-header    | X Y             | is 'X Y': it must be the name of a header, or empty for none.
					http.max-requests-per-second | 0         | is 0: it must be at least 1.
					http.max-requests-per-second | -1        | is -1: it must be at least 1.
					http.proxy.non-proxy-hosts | https://a.example.com | holds 'https://a.example.com': it must be the name of a host alone, which may begin or end with an asterisk.
					http.proxy.non-proxy-hosts | a,${X}      | holds '${X}': it must be the name of a host alone, which may begin or end with an asterisk.
					""")
	@DisplayName("that cannot be meant is refused at start, by property, value and remedy, and no secret is shown")
	void refusesWhatCannotBeMeant(String property, String value, String fault) {
		this.runner.withPropertyValues("contacthub." + property + "=" + value).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).isEqualTo("'contacthub." + property + "' " + fault);
			assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("s3cret", "t0ken");
		});
	}

	@Test
	@DisplayName("that cannot be told by its letters is refused, too")
	void refusesWhatCannotBeSeen() {
		for (String value : new String[] { "w\u00001", "w\u200b1", "w\u001b1" }) {
			this.runner.withPropertyValues("contacthub.workspace-id=" + value)
				.run((context) -> assertThat(analyze(context).getDescription())
					.isEqualTo("'contacthub.workspace-id' is 'w?1': it holds a control character."));
		}
		this.runner.withPropertyValues("contacthub.node-id=" + "n".repeat(1025))
			.run((context) -> assertThat(analyze(context).getDescription())
				.endsWith("...': it has 1025 characters: there must be at most 1,024.")
				.hasSizeLessThan(300));
		this.runner.withPropertyValues("contacthub.token=" + "t".repeat(8193))
			.run((context) -> assertThat(analyze(context).getDescription())
				.isEqualTo("'contacthub.token' has 8193 characters: there must be at most 8,192."));
		this.runner
			.withPropertyValues("contacthub.token=" + "t".repeat(8192), "contacthub.node-id=" + "n".repeat(1024),
					"contacthub.http.proxy.host=::1", "contacthub.http.read-timeout=24d")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("is refused at start, also where beans are made when they are needed only")
	void isRefusedWhereBeansAreLazy() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withPropertyValues("contacthub.retry.max-attempts=0")
			.run((context) -> assertThat(analyze(context).getDescription())
				.startsWith("'contacthub.retry.max-attempts' is 0"));
	}

	@Test
	@DisplayName("is told about once, with all that is wrong and all that is missing")
	void tellsAllAtOnce() {
		this.bare.withPropertyValues("contacthub.workspace-id=w 1", "contacthub.token=Bearer t0ken",
				"contacthub.base-url=ftp://hub.example.com", "contacthub.http.proxy.host=http://proxy:3128",
				"contacthub.http.proxy.port=99999", "contacthub.retry.max-attempts=0", "contacthub.retry.jitter=2",
				"contacthub.events.publisher.offer-timeout=-1s", "contacthub.events.publisher.capacity=0",
				"contacthub.events.publisher.retry.jitter=2", "contacthub.http.call-timeout=0s",
				"contacthub.stream.prefetch=-1", "contacthub.validation.timeout=0s",
				"contacthub.workspaces.partner.validation.token=v 2", "contacthub.workspaces.partner.token=t 2",
				"contacthub.workspaces.partner.http.read-timeout=0s", "contacthub.workspaces.partner.nodes[a.b]=n 4")
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).contains("    - 'contacthub.workspace-id' is 'w 1'",
						"    - 'contacthub.token' begins with 'Bearer'", "    - 'contacthub.http.proxy.host' is",
						"    - 'contacthub.http.proxy.port' is 99999", "    - 'contacthub.retry.max-attempts' is 0",
						"    - 'contacthub.retry.jitter' is 2.0",
						"    - 'contacthub.events.publisher.offer-timeout' is",
						"    - 'contacthub.events.publisher.capacity' is 0",
						"    - 'contacthub.events.publisher.retry.jitter' is 2.0",
						"    - 'contacthub.http.call-timeout' is PT0S", "    - 'contacthub.stream.prefetch' is -1",
						"    - 'contacthub.validation.timeout' is PT0S",
						"    - 'contacthub.workspaces.partner.validation.token' holds a blank",
						"    - 'contacthub.workspaces.partner.token' holds a blank",
						"    - 'contacthub.workspaces.partner.http.read-timeout' is PT0S",
						"    - 'contacthub.workspaces.partner.nodes[a.b]' is 'n 4'");
				assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("t0ken", "t 2", "v 2");
				assertThat(analysis.getDescription().split("retry.max-attempts")).hasSize(2);
			});
		this.bare.withPropertyValues("contacthub.workspace-id=w1", "contacthub.stream.prefetch=-1")
			.run((context) -> assertThat(analyze(context).getDescription()).contains(
					"    - 'contacthub.stream.prefetch' is -1", "    - 'contacthub.token' is missing or blank.",
					"    - 'contacthub.node-id' is missing or blank."));
	}

	@Test
	@DisplayName("that is missing is told all at once")
	void tellsAllThatIsMissing() {
		this.bare.run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription().lines().filter((line) -> line.startsWith("    - "))).containsExactly(
					"    - 'contacthub.workspace-id' is missing or blank.",
					"    - 'contacthub.token' is missing or blank.", "    - 'contacthub.node-id' is missing or blank.");
			assertThat(analysis.getAction()).containsOnlyOnce("workspace-id: ");
		});
		this.bare
			.withPropertyValues("contacthub.workspaces.partner.workspace-id= ",
					"contacthub.workspaces.partner.node-id=n2")
			.run((context) -> assertThat(analyze(context).getDescription()).contains(
					"'contacthub.workspaces.partner.workspace-id' is missing or blank.",
					"'contacthub.workspaces.partner.token' is missing or blank."));
	}

	@Test
	@DisplayName("that is wrong is refused also where the application needs none of it")
	void refusesWhatIsNotNeeded() {
		Workspace own = Workspace.builder().id("own").token("own").build();
		this.bare.withBean(Workspace.class, () -> own)
			.withBean(Node.class, () -> own.node("own"))
			.withPropertyValues("contacthub.token=Bearer t0ken")
			.run((context) -> assertThat(analyze(context).getDescription())
				.startsWith("'contacthub.token' begins with 'Bearer'"));
		this.bare.withBean(Workspace.class, () -> own)
			.withBean(Node.class, () -> own.node("own"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("that a workspace inherits is told where it comes from, and only there")
	void tellsWhatIsInheritedOnce() {
		this.runner
			.withPropertyValues("contacthub.retry.jitter=2", "contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.token=t2")
			.run((context) -> assertThat(analyze(context).getDescription())
				.isEqualTo("'contacthub.retry.jitter' is 2.0: it must be from 0 to 1."));
	}

	@Test
	@DisplayName("by connection details has blanks stripped and is refused in the same way")
	void checksConnectionDetails() {
		server.stubFor(any(anyUrl()).willReturn(okJson(PAGE)));
		this.bare
			.withBean(ContactHubConnectionDetails.class,
					() -> TestConnectionDetails.of(" w1\n", "t0ken\n", "n1 ")
						.withBaseUrl(" " + server.baseUrl() + "\n"))
			.run((context) -> context.getBean(CustomerRepository.class).findAll(PageRequest.of(0, 1)));
		verify("w1", "n1", "t0ken");
		this.bare
			.withBean(ContactHubConnectionDetails.class,
					() -> TestConnectionDetails.of("w 1", "Bearer t0ken", "n1").withBaseUrl(server.baseUrl()))
			.run((context) -> {
				assertThat(analyze(context).getDescription()).contains(
						"    - 'contacthub.workspace-id' is 'w 1': it holds a blank or a line break, "
								+ "as a ContactHubConnectionDetails says it.",
						"    - 'contacthub.token' begins with 'Bearer'");
				assertThat(analyze(context).getDescription()).doesNotContain("t0ken");
			});
		this.bare
			.withBean(ContactHubConnectionDetails.class,
					() -> TestConnectionDetails.of("w1", "t0ken", "n 1").withBaseUrl(server.baseUrl()))
			.run((context) -> assertThat(analyze(context).getDescription())
				.isEqualTo("'contacthub.node-id' is 'n 1': it holds a blank or a line break."));
		this.bare
			.withBean(ContactHubConnectionDetails.class,
					() -> TestConnectionDetails.of(null, " ", "n1").withBaseUrl(server.baseUrl()))
			.run((context) -> assertThat(analyze(context).getDescription())
				.contains("'contacthub.workspace-id' is missing or blank.", "'contacthub.token' is missing or blank."));
	}

	@Test
	@DisplayName("that needs a library which is missing is refused with the lines to add, of the version that is built with")
	void namesMissingLibrary() throws IOException {
		assertThat(Files.readString(Path.of("..", "pom.xml"))).contains(
				"<json-schema-validator.version>" + PropertyChecks.SCHEMA_LIBRARY + "</json-schema-validator.version>");
		this.runner.withPropertyValues("contacthub.validation.customers=log").run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription())
				.isEqualTo("'contacthub.validation.customers' is log: needs the library "
						+ "com.networknt:json-schema-validator, which is missing.");
			assertThat(analysis.getAction()).isEqualTo("""
					Add the library:

					<dependency>
					  <groupId>com.networknt</groupId>
					  <artifactId>json-schema-validator</artifactId>
					  <version>%s</version>
					</dependency>

					Or leave the documents unchecked:

					contacthub:
					  validation:
					    customers: off
					""".formatted(PropertyChecks.SCHEMA_LIBRARY));
		});
	}

	@Test
	@DisplayName("by a customizer is refused as what it is, and blamed on no property")
	void blamesNoPropertyForCustomizer() {
		this.runner.withBean(ContactHubClientCustomizer.class, () -> (client) -> client.prefetch(-1))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(IllegalSettingException.class)
				.hasMessageStartingWith("prefetch is -1"));
	}

}

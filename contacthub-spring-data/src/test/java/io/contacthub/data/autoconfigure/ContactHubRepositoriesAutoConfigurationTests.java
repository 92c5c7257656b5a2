package io.contacthub.data.autoconfigure;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.data.EnableContactHubRepositories;
import io.contacthub.data.autoconfigure.beside.BesideApplication;
import io.contacthub.data.autoconfigure.beside.Buyers;
import io.contacthub.data.autoconfigure.beside.Counted;
import io.contacthub.data.autoconfigure.beside.Order;
import io.contacthub.data.autoconfigure.beside.Orders;
import io.contacthub.data.autoconfigure.refused.RefusedApplication;
import io.contacthub.data.autoconfigure.shop.Readers;
import io.contacthub.data.autoconfigure.shop.ShopApplication;
import io.contacthub.emulator.ContactHubEmulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.map.repository.config.EnableMapRepositories;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactHubRepositoriesAutoConfiguration}.
 */
@DisplayName("Repositories that are declared as interfaces")
class ContactHubRepositoriesAutoConfigurationTests {

	private static ContactHubEmulator emulator;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubRepositoriesAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=" + emulator.workspaceId(), "contacthub.token=" + emulator.token(),
				"contacthub.node-id=" + emulator.nodeId(), "contacthub.base-url=" + emulator.baseUrl());

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder().nodes("other").customers(3).start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@Test
	@DisplayName("are found in the packages of the application, and make no request before they are used")
	void areFound() {
		emulator.wireMock().resetRequests();
		this.runner.withUserConfiguration(ShopApplication.class).run((context) -> {
			assertThat(context).hasSingleBean(Readers.class);
			assertThat(emulator.wireMock().find(anyRequestedFor(anyUrl()))).isEmpty();
			assertThat(context.getBean(Readers.class).count()).isEqualTo(3);
		});
	}

	@Test
	@DisplayName("are not there when they are switched off, nor without a client")
	void switchedOff() {
		this.runner.withUserConfiguration(ShopApplication.class)
			.withPropertyValues("contacthub.repositories.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Readers.class));
		this.runner.withUserConfiguration(ShopApplication.class)
			.withPropertyValues("contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Readers.class));
	}

	@Test
	@DisplayName("do no harm where none is declared, nor where it is not known in which packages")
	void none() {
		this.runner.withUserConfiguration(NoApplication.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Readers.class));
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Readers.class));
	}

	@Test
	@DisplayName("are those of the node that the application names")
	void ofNamedNode() {
		this.runner.withUserConfiguration(OtherNode.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(Readers.class);
			emulator.wireMock().resetRequests();
			assertThat(context.getBean(Readers.class).count()).isZero();
			assertThat(emulator.wireMock().find(anyRequestedFor(anyUrl()))).singleElement()
				.satisfies((request) -> assertThat(request.queryParameter("nodeId").firstValue()).isEqualTo("other"));
		});
	}

	@Test
	@DisplayName("stand beside those of another store in the same package")
	void besideOthers() {
		this.runner.withUserConfiguration(BesideApplication.class, OtherStore.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(Orders.class).hasSingleBean(Buyers.class);
			context.getBean(Orders.class).save(new Order("o1"));
			assertThat(context.getBean(Orders.class).count()).isOne();
			assertThat(context.getBean(Buyers.class).count()).isEqualTo(3);
			assertThat(context.getBean(Counted.class).count()).isEqualTo(3);
		});
	}

	@Test
	@DisplayName("keep the application from starting when there are several nodes, and say how to name one")
	void severalNodes() {
		this.runner.withUserConfiguration(SeveralNodes.class, ShopApplication.class).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new UnsupportedQueryMethodFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains("Readers: there are several nodes", "italy", "austria");
			assertThat(analysis.getAction()).contains("nodeRef", "@Primary");
		});
	}

	@Test
	@DisplayName("are measured as those of Spring Data")
	void areMeasured() {
		this.runner.withUserConfiguration(ShopApplication.class)
			.withBean(SimpleMeterRegistry.class)
			.withConfiguration(AutoConfigurations.of(DataRepositoryMetricsAutoConfiguration.class))
			.run((context) -> {
				context.getBean(Readers.class).countByBaseAddressCity("Rome");
				assertThat(context.getBean(MeterRegistry.class)
					.get("spring.data.repository.invocations")
					.tag("repository", "Readers")
					.tag("method", "countByBaseAddressCity")
					.tag("state", "SUCCESS")
					.timer()
					.count()).isOne();
			});
	}

	@Test
	@DisplayName("keep the application from starting when ContactHub cannot do what they ask for, and say what to do")
	void refused() {
		this.runner.withUserConfiguration(RefusedApplication.class).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new UnsupportedQueryMethodFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).isEqualTo("A method of a repository cannot be implemented. "
					+ "RefusedApplication.Readers.findByBaseLastNameEndingWith: 'base.lastName' is compared by"
					+ " ENDING_WITH: ContactHub has no such operator.");
			assertThat(analysis.getAction())
				.isEqualTo("Declare the query by @ContactHubQuery if ContactHub can answer it.");
		});
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackages = "io.contacthub.data.autoconfigure.none")
	static class NoApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMapRepositories(basePackageClasses = Orders.class, keyValueTemplateRef = "keyValueTemplate")
	static class OtherStore {

	}

	@Configuration(proxyBeanMethods = false)
	static class SeveralNodes {

		@Bean
		Node italy(Workspace workspace) {
			return workspace.node("italy");
		}

		@Bean
		Node austria(Workspace workspace) {
			return workspace.node("austria");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableContactHubRepositories(basePackageClasses = Readers.class, nodeRef = "otherNode")
	static class OtherNode {

		@Bean(defaultCandidate = false)
		Node otherNode(Workspace workspace) {
			return workspace.node("other");
		}

	}

}

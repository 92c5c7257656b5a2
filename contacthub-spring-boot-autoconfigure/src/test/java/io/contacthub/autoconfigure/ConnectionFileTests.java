package io.contacthub.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.actuator.ContactHubActuatorAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for connections that are in a file.
 */
@DisplayName("An INI file")
class ConnectionFileTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubActuatorAutoConfiguration.class))
		.withPropertyValues("contacthub.node-id=n1");

	private Path write(String name, String... lines) throws IOException {
		return Files.write(this.folder.resolve(name), List.of(lines));
	}

	private static FailureAnalysis analyze(Throwable failure) {
		return new ContactHubConfigurationFailureAnalyzer(new MockEnvironment()).analyze(failure);
	}

	@Test
	@DisplayName("says where ContactHub is, by a path, a URL or on the class path")
	void saysTheConnection() throws IOException {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		Path file = write("hub.ini", "[contacthub]", "# a comment", "workspace_id = w7", "token=t0k=%n\\",
				"base_url = " + server.baseUrl());
		for (String location : new String[] { file.toString(), "file:" + file, " " + file.toUri() + "\n" }) {
			this.runner.withPropertyValues("contacthub.ini-file=" + location)
				.run((context) -> assertThat(context.getBean(CustomerRepository.class).findById("c1")).isPresent());
		}
		server.verify(3, getRequestedFor(urlPathEqualTo("/hub/v1/workspaces/w7/customers/c1"))
			.withHeader("Authorization", equalTo("Bearer t0k=%n\\")));
		this.runner.withPropertyValues("contacthub.ini-file=classpath:contacthub-test.ini").run((context) -> {
			assertThat(context.getBean(Workspace.class).id()).isEqualTo("of-class-path");
			assertThat(context.getBean(Workspace.class).baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
		});
	}

	@Test
	@DisplayName("counts where the properties are not set, also for workspaces with names")
	void yieldsToProperties() throws IOException {
		Path main = write("main.ini", "workspace_id = w1", "token = t1", "base_url = https://one.example.com");
		Path other = write("other.ini", "workspace_id = w2", "token = t2");
		this.runner
			.withPropertyValues("contacthub.ini-file=" + main, "contacthub.workspace-id=own",
					"contacthub.base-url=https://own.example.com", "contacthub.workspaces.partner.ini-file=" + other,
					"contacthub.workspaces.partner.node-id=n2", "contacthub.workspaces.same.http.read-timeout=3s",
					"contacthub.workspaces.third.workspace-id=w3", "contacthub.workspaces.third.token=t3")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Workspace.class).id()).isEqualTo("own");
				assertThat(context.getBean(Workspace.class).baseUrl()).hasToString("https://own.example.com/hub/v1");
				Workspace partner = context.getBean("partnerContactHubWorkspace", Workspace.class);
				assertThat(partner.id()).isEqualTo("w2");
				assertThat(partner.baseUrl()).hasToString("https://own.example.com/hub/v1");
				assertThat(context.getBean("sameContactHubWorkspace", Workspace.class).id()).isEqualTo("own");
				assertThat(context.getBean("thirdContactHubWorkspace", Workspace.class).id()).isEqualTo("w3");
				assertThat(context.getBean("partnerContactHubNode", Node.class).id()).isEqualTo("n2");
			});
		this.runner
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.token=t2", "contacthub.ini-file=" + main)
			.run((context) -> assertThat(context.getBean("contactHubWorkspace", Workspace.class).id()).isEqualTo("w1"));
	}

	@Test
	@DisplayName("has its token hidden from the Actuator")
	void hidesToken() throws IOException {
		Path file = write("hub.ini", "workspace_id = w1", "token = s3cret-t0ken");
		this.runner.withPropertyValues("contacthub.ini-file=" + file).run((context) -> {
			SanitizingFunction function = context.getBean(SanitizingFunction.class);
			SanitizableData data = new SanitizableData(null, "some.name", "a s3cret-t0ken");
			assertThat(function.apply(data).getValue()).isEqualTo(SanitizableData.SANITIZED_VALUE);
		});
	}

	@Test
	@DisplayName("that is missing, or has not the lines that are needed, is named with its path")
	void explainsWhatIsMissing() throws IOException {
		Path none = this.folder.resolve("none.ini");
		this.runner.withPropertyValues("contacthub.ini-file=" + none).run((context) -> {
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription())
				.isEqualTo("'contacthub.ini-file' is '" + none + "': there is no such file.");
			assertThat(analysis.getAction()).contains("'workspace_id = ...'", "'token = ...'")
				.endsWith("contacthub:\n  ini-file: file:/etc/contacthub.ini\n");
		});
		Path half = write("half.ini", "workspace_id = w1", "token =");
		this.runner.withPropertyValues("contacthub.ini-file=file:" + half)
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.isEqualTo("'contacthub.ini-file' is 'file:" + half + "': the file has no line 'token = ...'."));
		this.runner.withPropertyValues("contacthub.ini-file=file:" + half, "contacthub.token=t1")
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t1",
				"contacthub.workspaces.partner.ini-file=classpath:none.ini", "contacthub.workspaces.partner.node-id=n2")
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.isEqualTo("'contacthub.workspaces.partner.ini-file' is 'classpath:none.ini': there is no such file."));
		Path quoted = write("quoted.ini", "workspace_id = w2/x", "token = \"s3cret\"");
		this.runner
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t1",
					"contacthub.workspaces.partner.ini-file=" + quoted)
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.contains("'contacthub.workspaces.partner.workspace-id' is 'w2/x': it holds a slash",
						"'contacthub.workspaces.partner.token' is in quotes")
				.doesNotContain("s3cret"));
		Path full = write("full.ini", "\ufeffworkspace_id = w3", "token = ${t}", "base_url = https://hub.example.com");
		this.runner
			.withPropertyValues("contacthub.ini-file=" + full, "contacthub.base-url=", "contacthub.token=t3", "t=x")
			.run((context) -> assertThat(context.getBean(Workspace.class)).hasToString("Workspace[w3]")
				.extracting((workspace) -> workspace.baseUrl().getHost())
				.isEqualTo("hub.example.com"));
		Path bearer = write("bearer.ini", "workspace_id = w1", "token = Bearer s3cret");
		this.runner.withPropertyValues("contacthub.ini-file=" + bearer)
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.startsWith("'contacthub.token' begins with 'Bearer'")
				.doesNotContain("s3cret"));
	}

	@Test
	@DisplayName("that is missing harms nobody who needs nothing of it")
	void needsNoFileWithoutNeed() {
		Workspace own = Workspace.builder().id("own").token("own").build();
		this.runner.withPropertyValues("contacthub.ini-file=none.ini")
			.withBean(Workspace.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed());
	}

}

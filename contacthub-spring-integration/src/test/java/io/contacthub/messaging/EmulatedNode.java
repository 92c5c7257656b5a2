package io.contacthub.messaging;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.client.RetrySettings;
import io.contacthub.emulator.ContactHubEmulator;

/**
 * A node of an emulator, whose client repeats nothing by itself.
 */
public final class EmulatedNode implements AutoCloseable {

	private final ContactHubEmulator emulator = ContactHubEmulator.start();

	private final Workspace workspace = Workspace.builder()
		.id(this.emulator.workspaceId())
		.token(this.emulator.token())
		.baseUrl(this.emulator.baseUrl())
		.client((client) -> client.retry(RetrySettings.none()))
		.build();

	private final Node node = this.workspace.node(this.emulator.nodeId());

	public ContactHubEmulator emulator() {
		return this.emulator;
	}

	public Workspace workspace() {
		return this.workspace;
	}

	public Node node() {
		return this.node;
	}

	/**
	 * Forget everything.
	 */
	public void reset() {
		this.emulator.wireMock().resetToDefaultMappings();
		this.emulator.reset();
	}

	/**
	 * Answer the events whose document contains a text.
	 */
	public void answerEvents(String containing, ResponseDefinitionBuilder answer) {
		this.emulator.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/events"))
				.withRequestBody(WireMock.containing(containing))
				.willReturn(answer));
	}

	/**
	 * Check how many requests there were at all.
	 */
	public void verifyRequests(int count) {
		verify(count, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	public void verify(int count, RequestPatternBuilder pattern) {
		this.emulator.wireMock().verifyThat(count, pattern);
	}

	@Override
	public void close() {
		this.emulator.close();
	}

}

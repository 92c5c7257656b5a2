package io.contacthub.data;

import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.emulator.ContactHubEmulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

/**
 * Repositories on an emulator of their own, with the requests that they make.
 */
final class EmulatedRepositories implements AutoCloseable {

	private final ContactHubEmulator emulator;

	private final Node node;

	EmulatedRepositories(int customers) {
		this.emulator = ContactHubEmulator.builder().eventDelay(Duration.ZERO).start();
		this.emulator.populate(customers);
		this.node = Workspace.builder()
			.id(this.emulator.workspaceId())
			.token(this.emulator.token())
			.baseUrl(this.emulator.baseUrl())
			.build()
			.node(this.emulator.nodeId());
		forgetRequests();
	}

	Node node() {
		return this.node;
	}

	<R> R repository(Class<R> type) {
		return new ContactHubRepositoryFactory(this.node).getRepository(type);
	}

	void forgetRequests() {
		this.emulator.wireMock().resetRequests();
	}

	List<LoggedRequest> requests() {
		return this.emulator.wireMock().find(anyRequestedFor(anyUrl()));
	}

	/**
	 * Returns a parameter of the last request, null if it had none.
	 */
	String parameter(String name) {
		List<LoggedRequest> requests = requests();
		LoggedRequest last = requests.get(0);
		for (LoggedRequest request : requests) {
			last = request.getLoggedDate().before(last.getLoggedDate()) ? last : request;
		}
		return last.queryParameter(name).isPresent() ? last.queryParameter(name).firstValue() : null;
	}

	/**
	 * Returns the condition of the query of the last request.
	 */
	JsonNode condition() {
		return JsonMapper.shared().readTree(parameter("query")).at("/query/are/condition");
	}

	static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text.replace('\'', '"'));
	}

	@Override
	public void close() {
		this.emulator.close();
	}

}

package io.contacthub;

import java.net.URI;

import io.contacthub.client.ContactHubClient;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;

import org.springframework.util.Assert;

/**
 * A workspace that is reached by one client.
 */
class DefaultWorkspace implements Workspace {

	private final ContactHubClient client;

	DefaultWorkspace(ContactHubClient client) {
		this.client = client;
	}

	@Override
	public String id() {
		return this.client.workspaceId();
	}

	@Override
	public URI baseUrl() {
		return this.client.baseUrl();
	}

	@Override
	public ContactHubClient client() {
		return this.client;
	}

	@Override
	public Node node(String id) {
		Assert.hasText(id, "id of the node is blank: give the id that ContactHub's settings show");
		return new DefaultNode(this, id, CustomerRepository.create(this.client, id),
				EventRepository.create(this.client, id));
	}

	@Override
	public String toString() {
		return "Workspace[" + id() + "]";
	}

}

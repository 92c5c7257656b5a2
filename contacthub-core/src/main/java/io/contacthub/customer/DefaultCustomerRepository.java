package io.contacthub.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.util.MultiValueMap;

/**
 * The customers of a node, by way of the API.
 */
class DefaultCustomerRepository implements CustomerRepository {

	private static final List<String> READ_ONLY = List.of("id", "nodeId", "registeredAt", "updatedAt", "sourceInfo");

	private final CustomerApi api;

	private final String nodeId;

	DefaultCustomerRepository(ContactHubClient client, String nodeId) {
		this.api = client.createApi(CustomerApi.class);
		this.nodeId = nodeId;
	}

	@Override
	public Optional<Customer> findById(String id) {
		try {
			return Optional.of(getById(id));
		}
		catch (EmptyResultDataAccessException ex) {
			return Optional.empty();
		}
	}

	@Override
	public Customer getById(String id) {
		return this.api.get(id);
	}

	@Override
	public Page<Customer> findAll(Pageable pageable) {
		MultiValueMap<String, String> parameters = ApiPage.parameters(pageable);
		parameters.add("nodeId", this.nodeId);
		return this.api.list(parameters).toPage(pageable);
	}

	@Override
	public Customer insert(Customer customer) {
		Map<String, @Nullable Object> document = withoutReadOnly(customer.toMap());
		document.put("nodeId", this.nodeId);
		return this.api.insert(document);
	}

	@Override
	public Customer patch(String id, CustomerPatch patch) {
		Map<String, @Nullable Object> document = withoutReadOnly(patch.toMap());
		Customer patched = document.isEmpty() ? null : this.api.patch(id, document).getBody();
		return (patched != null) ? patched : getById(id);
	}

	@Override
	public void deleteById(String id) {
		this.api.delete(id);
	}

	private static Map<String, @Nullable Object> withoutReadOnly(Map<String, @Nullable Object> document) {
		READ_ONLY.forEach(document::remove);
		return document;
	}

}

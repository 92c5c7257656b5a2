package io.contacthub.consent;

import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RequestParameters;
import io.contacthub.error.ContactHubFailure;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;
import org.springframework.util.MultiValueMap;

/**
 * The register of consents, by way of the API.
 */
class DefaultConsentLogRepository implements ConsentLogRepository {

	private static final String NO_FILTER = "filter is null: use ConsentLogFilter.all() for all entries";

	private final ContactHubClient client;

	DefaultConsentLogRepository(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		this.client = client;
	}

	private ConsentLogApi api() {
		return this.client.createApi(ConsentLogApi.class);
	}

	@Override
	public Optional<ConsentLog> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> getById(id));
	}

	@Override
	public ConsentLog getById(String id) {
		return api().get(id);
	}

	@Override
	public Page<ConsentLog> find(ConsentLogFilter filter, Pageable pageable) {
		return list(filter, pageable).toPage(pageable);
	}

	@Override
	public Stream<ConsentLog> stream(ConsentLogFilter filter, Sort sort) {
		Assert.notNull(filter, NO_FILTER);
		Assert.notNull(sort, "sort is null: use Sort.unsorted() for the order of ContactHub");
		return this.client.stream((pageable) -> list(filter, ((PageRequest) pageable).withSort(sort)));
	}

	private ApiPage<ConsentLog> list(ConsentLogFilter filter, Pageable pageable) {
		Assert.notNull(filter, NO_FILTER);
		MultiValueMap<String, String> parameters = RequestParameters.of(filter);
		parameters.putAll(ApiPage.parameters(pageable));
		return api().list(parameters);
	}

}

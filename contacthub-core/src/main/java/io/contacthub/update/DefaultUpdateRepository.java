package io.contacthub.update;

import java.util.OptionalLong;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RequestParameters;

import org.springframework.util.Assert;
import org.springframework.util.MultiValueMap;

/**
 * The updates of a workspace, by way of the API.
 */
class DefaultUpdateRepository implements UpdateRepository {

	private static final String NO_FILTER = "filter is null: use UpdateFilter.fromBeginning() for all updates";

	private final ContactHubClient client;

	DefaultUpdateRepository(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		this.client = client;
	}

	private UpdateApi api() {
		return this.client.createApi(UpdateApi.class);
	}

	@Override
	public OptionalLong lastOffset(UpdateFilter filter) {
		Assert.notNull(filter, NO_FILTER);
		UpdateFilter kind = filter.with((changed) -> changed.offset(null).timestamp(null));
		Long last = api().lastOffset(RequestParameters.of(kind)).lastOffset();
		return (last != null && last >= 0) ? OptionalLong.of(last) : OptionalLong.empty();
	}

	@Override
	public UpdatePage find(UpdateFilter filter, int size) {
		Assert.notNull(filter, NO_FILTER);
		Assert.isTrue(size >= 1 && size <= MAX_SIZE,
				() -> "size is " + size + ": ContactHub gives pages of 1 to " + MAX_SIZE + " updates");
		MultiValueMap<String, String> parameters = RequestParameters
			.of((filter.offset() != null) ? filter.withTimestamp(null) : filter);
		parameters.set("size", String.valueOf(size));
		return api().list(parameters);
	}

}

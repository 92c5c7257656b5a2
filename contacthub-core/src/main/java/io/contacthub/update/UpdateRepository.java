package io.contacthub.update;

import java.util.OptionalLong;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * What has changed in a workspace. <pre class="code">{@code
 * long offset = workspace.updates().lastOffset().orElse(0);
 * // later
 * try (UpdateStream updates = workspace.updates().stream(UpdateFilter.after(offset))) {
 *     updates.forEach(this::handle);
 * }
 * }</pre> It needs a token with one of the scopes ADMIN, USER and PLATFORM_UPDATES, which
 * that of a source has not.
 * <p>
 * Every failure is a {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 */
public interface UpdateRepository {

	/**
	 * The greatest size of a page.
	 */
	int MAX_SIZE = 4000;

	/**
	 * Find the offset of the last update of the workspace; {@code GET
	 * /updates/last-offset}. It is where to begin for one who needs nothing that was
	 * before.
	 * @return the offset, or empty when ContactHub tells none
	 */
	default OptionalLong lastOffset() {
		return lastOffset(UpdateFilter.fromBeginning());
	}

	/**
	 * Find the offset of the last update of a node or a kind; {@code GET
	 * /updates/last-offset}.
	 * @param filter which updates; where they begin makes no difference
	 * @return the offset, or empty when ContactHub tells none
	 */
	OptionalLong lastOffset(UpdateFilter filter);

	/**
	 * Get one page of updates; {@code GET /updates}.
	 * @param filter which updates
	 * @param size how many at most, from 1 to {@value #MAX_SIZE}; a page of many
	 * customers can be greater than
	 * {@link ContactHubClient.Builder#maxResponseSize(org.springframework.util.unit.DataSize)}
	 * @return the page, which may have fewer updates, or none, and not be the last one
	 */
	UpdatePage find(UpdateFilter filter, int size);

	/**
	 * Read all updates up to the present: {@code GET /updates/last-offset}, then
	 * {@code GET /updates} once for every 500 of them, each when it is needed.
	 * @param filter which updates
	 * @return the updates; no request is made before the first one is asked for. It is an
	 * {@link OffsetNotReachedException} then that the offset is beyond the last one of
	 * the workspace by more than one, since it is that of another one; where the filter
	 * names a node or a kind, this takes a second {@code GET /updates/last-offset}
	 */
	default UpdateStream stream(UpdateFilter filter) {
		return stream(filter, 500);
	}

	/**
	 * Read all updates up to the present, as {@link #stream(UpdateFilter)}, in pages of
	 * another size: after a failure, no more than those of one come once more.
	 * @param filter which updates
	 * @param size how many {@link #find(UpdateFilter, int)} gets at most, from 1 to
	 * {@value #MAX_SIZE}
	 * @return the updates; no request is made before the first one is asked for
	 */
	default UpdateStream stream(UpdateFilter filter, int size) {
		Assert.notNull(filter, "filter is null: use UpdateFilter.fromBeginning() for all updates");
		Assert.isTrue(size >= 1 && size <= MAX_SIZE,
				() -> "size is " + size + ": ContactHub gives pages of 1 to " + MAX_SIZE + " updates");
		return new PagedUpdateStream(this, filter, size);
	}

	/**
	 * Return the updates of a workspace; no request. An application has it from
	 * {@code Workspace.updates()}.
	 * @param client the transport
	 * @return a repository
	 */
	static UpdateRepository create(ContactHubClient client) {
		return new DefaultUpdateRepository(client);
	}

}

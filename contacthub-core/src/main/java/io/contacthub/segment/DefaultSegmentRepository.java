package io.contacthub.segment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.json.JsonObject;
import io.contacthub.json.RequestDocument;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.util.Assert;
import org.springframework.util.MultiValueMap;

/**
 * The segments of a workspace, by way of the API.
 */
class DefaultSegmentRepository implements SegmentRepository {

	private static final String QUERY = "query";

	private static final List<String> READ_ONLY = List.of("createdAt", "updatedAt");

	private final ContactHubClient client;

	DefaultSegmentRepository(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		this.client = client;
	}

	private SegmentApi api() {
		return this.client.createApi(SegmentApi.class);
	}

	@Override
	public Segment insert(Segment segment) {
		Assert.notNull(segment, "segment is null: give the segment to be stored");
		Assert.hasText(segment.name(), "name of the segment is blank: give a text");
		return api().insert(document(segment.withId(null))).segment();
	}

	/**
	 * Return what is sent of a segment.
	 */
	private static JsonObject document(Segment segment) {
		Map<String, @Nullable Object> members = RequestDocument.members(segment);
		READ_ONLY.forEach(members::remove);
		Assert.notNull(members.get(QUERY),
				"query of the segment is missing: give one, such as Query.all() for any customer");
		return RequestDocument.of(members);
	}

	@Override
	public Optional<Segment> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> getById(id));
	}

	@Override
	public Segment getById(String id) {
		return api().get(id);
	}

	@Override
	public Page<Segment> findAll(Pageable pageable) {
		return list(pageable).toPage(pageable);
	}

	@Override
	public Page<Segment> findAllByName(String name, Pageable pageable) {
		return list(name, pageable).toPage(pageable);
	}

	@Override
	public Optional<Segment> findByName(String name) {
		checkName(name);
		try (Stream<Segment> segments = this.client.stream((pageable) -> list(name, pageable))) {
			List<Segment> found = segments.filter((segment) -> name.equals(segment.name())).limit(2).toList();
			if (found.size() > 1) {
				throw new IncorrectResultSizeDataAccessException(
						"name is '" + name + "': several segments have it, use findAllByName", 1);
			}
			return found.stream().findFirst();
		}
	}

	@Override
	public Stream<Segment> stream() {
		return this.client.stream(this::list);
	}

	private ApiPage<Segment> list(Pageable pageable) {
		return api().list(ApiPage.parameters(pageable));
	}

	private ApiPage<Segment> list(String name, Pageable pageable) {
		checkName(name);
		MultiValueMap<String, String> parameters = ApiPage.parameters(pageable);
		parameters.add("name", name);
		return api().list(parameters);
	}

	private static void checkName(String name) {
		Assert.hasText(name, "name is blank: give the name of the segment");
	}

	@Override
	public Segment replace(Segment segment) {
		Assert.notNull(segment, "segment is null: give the segment to be stored");
		String id = segment.id();
		Assert.hasText(id, "id of the segment is missing: only a stored segment can be replaced, insert a new one");
		return api().replace(id, document(segment));
	}

	@Override
	public Segment enable(String id) {
		return setEnabled(id, true);
	}

	@Override
	public Segment disable(String id) {
		return setEnabled(id, false);
	}

	private Segment setEnabled(String id, boolean enabled) {
		Segment segment = getById(id);
		return Objects.equals(segment.enabled(), enabled) ? segment : replace(segment.withId(id).withEnabled(enabled));
	}

	@Override
	public void deleteById(String id) {
		api().delete(id);
	}

	@Override
	public Page<Customer> findCustomers(String id, String nodeId, Pageable pageable, Projection projection) {
		return customers(id, nodeId, pageable, projection).toPage(pageable)
			.map((member) -> member.customer().withProjection(projection));
	}

	@Override
	public Stream<Customer> streamCustomers(String id, String nodeId, Projection projection) {
		Assert.hasText(id, "id is blank: give the id that ContactHub gave the segment");
		check(nodeId, projection);
		return this.client.stream((pageable) -> customers(id, nodeId, pageable, projection))
			.map((member) -> member.customer().withProjection(projection));
	}

	@Override
	public long countCustomers(String id, String nodeId) {
		return customers(id, nodeId, PageRequest.of(0, 1), Projection.of(CustomerFields.ID)).page().totalElements();
	}

	private ApiPage<SegmentApi.Member> customers(String id, String nodeId, Pageable pageable, Projection projection) {
		check(nodeId, projection);
		MultiValueMap<String, String> parameters = ApiPage.parameters(pageable);
		parameters.add("nodeId", nodeId);
		parameters.add("fields", projection.paths());
		return api().customers(id, parameters);
	}

	private static void check(String nodeId, Projection projection) {
		Assert.hasText(nodeId, "nodeId is blank: give the id of the node");
		Assert.notNull(projection, "projection is null: name the fields, or leave it out for the id alone");
	}

}

package io.contacthub.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.bulk.BulkRead;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.ApiPage;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.json.RequestDocument;
import io.contacthub.json.UnicodeChecks;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The customers of a node, by way of the API.
 */
class DefaultCustomerRepository implements CustomerRepository {

	private final ContactHubClient client;

	private final String nodeId;

	private final @Nullable String session;

	private final CustomerTurns turns;

	DefaultCustomerRepository(ContactHubClient client, String nodeId) {
		this(client, nodeId, null);
	}

	private DefaultCustomerRepository(ContactHubClient client, String nodeId, @Nullable String session) {
		Assert.hasText(nodeId, "nodeId is blank: give the id of the node");
		this.client = client;
		this.nodeId = nodeId;
		this.session = session;
		this.turns = new CustomerTurns(client);
	}

	private CustomerApi api() {
		return this.client.createApi(CustomerApi.class);
	}

	@Override
	public Optional<Customer> findById(String id) {
		return ContactHubFailure.emptyIfNotFound(() -> getById(id));
	}

	@Override
	public Customer getById(String id) {
		return api().get(id);
	}

	@Override
	public Optional<Customer> findById(String id, Projection projection) {
		Assert.hasText(id, "id is blank: give the id that ContactHub gave the customer");
		Assert.notNull(projection, "projection is null: name the fields, or leave it out for all");
		return only(findAll(Query.where(CustomerFields.ID.eq(id)), PageRequest.of(0, 1), projection))
			.filter((customer) -> customer.id() == null || customer.id().equals(id));
	}

	/**
	 * Return the customer of a page of one, which is not absent just because the page
	 * lacks it.
	 */
	private static Optional<Customer> only(Page<Customer> page) {
		if (page.isEmpty() && page.getTotalElements() > 0) {
			throw UnusableAnswerException.failure("GET /customers",
					"the answer cannot be used, it has no elements, and its 'page.totalElements' is "
							+ page.getTotalElements());
		}
		return page.stream().findFirst();
	}

	@Override
	public Optional<Customer> findByExternalId(String externalId, @Nullable Projection projection) {
		Page<Customer> page = findAllByExternalId(externalId, Query.all(), PageRequest.of(0, 2), projection);
		if (page.getTotalElements() > 1) {
			throw new IncorrectResultSizeDataAccessException(
					"externalId is '" + externalId + "': " + page.getTotalElements()
							+ " customers have it, use findAllByExternalId",
					1, (int) Math.min(page.getTotalElements(), Integer.MAX_VALUE));
		}
		return only(page);
	}

	@Override
	public List<Customer> findAllByExternalId(String externalId) {
		MultiValueMap<String, String> parameters = withExternalId(externalId, Query.all(), null);
		try (Stream<Customer> customers = this.client.stream((pageable) -> list(parameters, pageable))) {
			return customers.toList();
		}
	}

	@Override
	public Page<Customer> findAllByExternalId(String externalId, Query query, Pageable pageable,
			@Nullable Projection projection) {
		return page(withExternalId(externalId, query, projection), pageable, projection);
	}

	private static MultiValueMap<String, String> withExternalId(String externalId, Query query,
			@Nullable Projection projection) {
		Assert.hasText(externalId, "externalId is blank: give the id of the customer in the application");
		MultiValueMap<String, String> parameters = parameters(query, projection);
		parameters.add("externalId", externalId);
		return parameters;
	}

	@Override
	public Page<Customer> findAll(Query query, Pageable pageable, @Nullable Projection projection) {
		return page(parameters(query, projection), pageable, projection);
	}

	private Page<Customer> page(MultiValueMap<String, String> parameters, Pageable pageable,
			@Nullable Projection projection) {
		Page<Customer> page = list(parameters, pageable).toPage(pageable);
		return (projection != null) ? page.map((customer) -> customer.withProjection(projection)) : page;
	}

	@Override
	public Stream<Customer> walk(Query query, @Nullable Projection projection) {
		Assert.notNull(query, "query is null: use Query.all() for any customer");
		Projection walked = (projection != null) ? CustomerWalk.walkable(projection) : null;
		CustomerWalk walk = new CustomerWalk(query, (remaining, page) -> findAll(remaining, page, walked));
		return StreamSupport.stream(walk, false).onClose(walk::close);
	}

	@Override
	public BulkRead<Customer> read(Query query, @Nullable Projection projection, @Nullable String position) {
		return BulkRead.create(CustomerReading.of(this.client, this, query, projection, position));
	}

	@Override
	public List<Query> partition(Query query, int parts) {
		Assert.notNull(query, "query is null: use Query.all() for any customer");
		Projection registered = Projection.of(CustomerFields.REGISTERED_AT);
		return new RegistrationRanges((page) -> findAll(query, page, registered), parts).within(query);
	}

	@Override
	public Stream<Customer> stream(Query query, Sort sort, @Nullable Projection projection) {
		Assert.notNull(sort, "sort is null: use Sort.unsorted() for any order");
		MultiValueMap<String, String> parameters = parameters(query, projection);
		Stream<Customer> customers = this.client
			.stream((pageable) -> list(parameters, ((PageRequest) pageable).withSort(sort)));
		return (projection != null) ? customers.map((customer) -> customer.withProjection(projection)) : customers;
	}

	@Override
	public long count(Query query) {
		PageRequest pageable = PageRequest.of(0, 1);
		return list(parameters(query, Projection.of(CustomerFields.ID)), pageable).toPage(pageable).getTotalElements();
	}

	private static MultiValueMap<String, String> parameters(Query query, @Nullable Projection projection) {
		Assert.notNull(query, "query is null: use Query.all() for any customer");
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		if (!query.isAll()) {
			parameters.add("query", query.toJson());
		}
		if (projection != null) {
			parameters.add("fields", projection.paths());
		}
		return parameters;
	}

	private ApiPage<Customer> list(MultiValueMap<String, String> parameters, Pageable pageable) {
		MultiValueMap<String, String> all = ApiPage.parameters(pageable);
		all.add("nodeId", this.nodeId);
		all.addAll(parameters);
		return api().list(all);
	}

	@Override
	public Customer insert(Customer customer) {
		Assert.notNull(customer, "customer is null: give the customer to be stored");
		Map<String, @Nullable Object> document = RequestDocument.members(customer);
		ReadOnlyMembers.removeFrom(document);
		document.put("nodeId", this.nodeId);
		return api().insert(this.session, DocumentChecks.check(document));
	}

	@Override
	public Customer upsert(Customer customer) {
		return new CustomerWriting(this, this.nodeId).store(customer, Function.identity(), this::patch);
	}

	@Override
	public <T> BulkWriter<T> bulk(CustomerWrite<T> write, BulkSettings settings) {
		Assert.notNull(write, "write is null: say what is done, such as CustomerWrite.upsert()");
		Assert.notNull(settings, "settings is null: give settings, such as BulkSettings.defaults()");
		return BulkWriter
			.create(this.client,
					(unrepeated) -> write.with(new CustomerWriting(
							new DefaultCustomerRepository(unrepeated, this.nodeId, this.session), this.nodeId)),
					settings);
	}

	@Override
	public Customer replace(Customer customer) {
		Assert.notNull(customer, "customer is null: give the customer to be stored");
		String id = customer.id();
		Assert.hasText(id, "id of the customer is missing: only a stored customer can be replaced, insert a new one");
		Projection projection = customer.projection();
		Assert.isTrue(projection == null,
				() -> "Only the fields " + ((projection != null) ? projection.paths() : "") + " of customer " + id
						+ " were fetched: replacing it would delete all others, read it with getById or patch it");
		Map<String, @Nullable Object> document = RequestDocument.members(customer);
		ReadOnlyMembers.removeFrom(document);
		document.put("id", id);
		document.put("nodeId", this.nodeId);
		return api().replace(id, this.session, DocumentChecks.check(document));
	}

	@Override
	public Customer patch(String id, CustomerPatch patch) {
		Assert.notNull(patch, "patch is null: give the changes");
		Customer patched = patch.isEmpty() ? null : send(id, patch);
		return (patched != null) ? patched : getById(id);
	}

	/**
	 * Change a customer.
	 * @return the customer, or {@code null} when the answer does not have it
	 */
	@Nullable Customer send(String id, CustomerPatch patch) {
		return api().patch(id, this.session, DocumentChecks.check(patch.members())).getBody();
	}

	@Override
	public void deleteById(String id) {
		api().delete(id);
	}

	@Override
	public Customer addTag(String id, String tag) {
		Assert.hasText(tag, "tag is blank: give a text");
		UnicodeChecks.check("tag", tag);
		return this.turns.take(id, () -> changeTags(id, (tags) -> {
			if (!tags.contains(tag)) {
				tags.add(tag);
			}
			return tags;
		}));
	}

	@Override
	public Customer removeTag(String id, String tag) {
		Assert.notNull(tag, "tag is null: give the tag to be removed");
		UnicodeChecks.check("tag", tag);
		return this.turns.take(id, () -> changeTags(id, (tags) -> {
			if (!tags.removeIf(tag::equals)) {
				throw new TagNotFoundException(id, tag);
			}
			return tags;
		}));
	}

	private Customer changeTags(String id, UnaryOperator<List<@Nullable Object>> change) {
		Customer customer = getById(id);
		// as it was sent: a list that holds more than texts reads as empty
		Object present = customer.tags().toMap().get("manual");
		List<@Nullable Object> before = (present instanceof List<?> list) ? new ArrayList<>(list) : List.of();
		List<@Nullable Object> after = change.apply(new ArrayList<>(before));
		return after.equals(before) ? customer : patch(id, Map.of("tags", Map.of("manual", after)));
	}

	@Override
	public CustomerItemRepository<Education> educations(String customerId) {
		return new DefaultCustomerItemRepository<>(() -> this.client.createApi(CustomerItemApi.Educations.class),
				Education::id, customerId);
	}

	@Override
	public CustomerItemRepository<Job> jobs(String customerId) {
		return new DefaultCustomerItemRepository<>(() -> this.client.createApi(CustomerItemApi.Jobs.class), Job::id,
				customerId);
	}

	@Override
	public CustomerItemRepository<Like> likes(String customerId) {
		return new DefaultCustomerItemRepository<>(() -> this.client.createApi(CustomerItemApi.Likes.class), Like::id,
				customerId);
	}

	@Override
	public CustomerItemRepository<Subscription> subscriptions(String customerId) {
		return new DefaultCustomerItemRepository<>(() -> this.client.createApi(CustomerItemApi.Subscriptions.class),
				Subscription::id, customerId);
	}

	@Override
	public SessionRepository sessions(String customerId) {
		return new DefaultSessionRepository(this.client, customerId);
	}

	@Override
	public List<CustomerSource> findSources(String customerId) {
		return api().sources(customerId).elements();
	}

	@Override
	public Optional<CustomerSource> findSource(String customerId, String sourceId) {
		return ContactHubFailure.emptyIfNotFound(() -> api().source(customerId, sourceId));
	}

	@Override
	public CustomerRepository inSession(SessionId session) {
		Assert.notNull(session, "session is null: give the session of the visitor");
		return new DefaultCustomerRepository(this.client, this.nodeId, session.value());
	}

}

package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for segments. Which customers a segment has is found out anew
 * by each request, from what lists of customers show at that moment.
 */
final class SegmentOperations implements EmulatedResource {

	private static final String REASON = "segment is not valid";

	private static final ObjectSchema POST = ObjectSchema.strict()
		.with("name", ValueSchema.NOT_EMPTY)
		.with("query", ValueSchema.FREE_OBJECT)
		.with(ValueSchema.FLAG, "enabled", "enable")
		.require("name", "query");

	private static final ObjectSchema PUT = POST.with("id", ValueSchema.NOT_EMPTY)
		.with(ValueSchema.DATE_TIME, "createdAt", "updatedAt")
		.require("id");

	private final SegmentStore store = new SegmentStore();

	private final ConfigurationStore configuration;

	private final CustomerFinder finder;

	private final QueryReader queries;

	private final InstantSource clock;

	private final ChangeLock lock;

	SegmentOperations(ConfigurationStore configuration, CustomerFinder finder, QueryReader queries, InstantSource clock,
			ChangeLock lock) {
		this.configuration = configuration;
		this.finder = finder;
		this.queries = queries;
		this.clock = clock;
		this.lock = lock;
	}

	@Override
	public List<Route> routes() {
		String segments = "segments";
		String segment = segments + "/{segment}";
		TokenKind[] readers = { TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED };
		TokenKind[] writers = { TokenKind.USER, TokenKind.TRUSTED };
		return List.of(Route.inWorkspace("GET", segments, this::list).permitting(readers),
				Route.inWorkspace("POST", segments, this::create).permitting(writers),
				Route.inWorkspace("GET", segment, this::read).permitting(readers),
				Route.inWorkspace("PUT", segment, this::replace).permitting(writers),
				Route.inWorkspace("DELETE", segment, this::delete).permitting(writers),
				Route.inWorkspace("GET", segment + "/customers", this::listCustomers).permitting(readers));
	}

	@Override
	public void clear() {
		this.store.clear();
	}

	private EmulatedResponse list(EmulatedRequest request) {
		Guesses guesses = this.configuration.settings().guesses();
		Paging paging = Paging.of(request, guesses);
		List<StoredSegment> segments = this.store.all();
		String name = request.parameter("name");
		if (name != null) {
			guesses.made(Guess.SEGMENT_NAME);
			segments = segments.stream()
				.filter((segment) -> name.equals(segment.document().path("name").stringValue()))
				.toList();
		}
		return EmulatedResponse.ok(paging.envelope(segments, (segment) -> segment));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		ObjectNode body = request.body();
		check(POST, body);
		String now = DateFormats.write(this.clock.instant());
		ObjectNode segment = segment(UUID.randomUUID().toString(), body, now, now);
		return EmulatedResponse.of(201, this.lock.call(() -> this.store.save(segment)));
	}

	private void check(ObjectSchema schema, ObjectNode body) {
		Validation.check(REASON, (violations) -> schema.check(body, "", violations));
		this.queries.query(body.path("query"));
	}

	private static ObjectNode segment(String id, ObjectNode body, String createdAt, String updatedAt) {
		boolean enabled = body.path("enabled").asBoolean(body.path("enable").asBoolean(true));
		return Json.object()
			.put("id", id)
			.put("name", body.path("name").stringValue())
			.set("query", body.path("query"))
			.put("enabled", enabled)
			.put("createdAt", createdAt)
			.put("updatedAt", updatedAt);
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(this.store.get(request.pathVariable("segment")));
	}

	private EmulatedResponse replace(EmulatedRequest request) {
		String id = request.pathVariable("segment");
		this.store.get(id);
		ObjectNode body = request.body();
		check(PUT, body);
		if (!id.equals(body.path("id").stringValue())) {
			throw RequestRejectedException.invalid(REASON,
					List.of(new Violation("/id", "differs from the id of the path")));
		}
		String now = DateFormats.write(this.clock.instant());
		return EmulatedResponse.ok(this.lock
			.call(() -> this.store.save(segment(id, body, this.store.get(id).path("createdAt").stringValue(), now))));
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		return EmulatedResponse.ok(this.lock.call(() -> this.store.remove(request.pathVariable("segment"))));
	}

	private EmulatedResponse listCustomers(EmulatedRequest request) {
		CustomerList list = CustomerList.of(request, this.configuration.rules(),
				this.configuration.settings().guesses());
		CustomerList.required(request, "fields");
		ObjectNode segment = this.store.get(request.pathVariable("segment"));
		return list.response(customers(segment, list));
	}

	private List<StoredCustomer> customers(ObjectNode segment, CustomerList list) {
		if (!segment.path("enabled").booleanValue()) {
			this.configuration.settings().guesses().made(Guess.DISABLED_SEGMENT);
			return List.of();
		}
		return this.finder.find(list.nodeId(), this.queries.query(segment.path("query")), list.paging().order());
	}

}

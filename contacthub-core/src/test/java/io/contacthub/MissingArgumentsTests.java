package io.contacthub;

import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.EventProperties;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Null instead of a value, where a request is only prepared.
 */
@DisplayName("A missing argument is refused by name")
class MissingArgumentsTests extends WireMockTests {

	private static final Criterion ANN = BASE.FIRST_NAME.eq("Ann");

	@Test
	@DisplayName("of criteria, queries, fields and projections")
	void ofQueries() {
		refuses(() -> Query.where(null), "criterion is null");
		refuses(() -> Query.raw(null), "query is null");
		refuses(() -> Query.all().and(null), "criterion is null");
		refuses(() -> Query.where(ANN).and(null), "criterion is null");
		refuses(() -> Query.all().or(null), "criterion is null");
		refuses(() -> Query.where(ANN).union(null), "query is null");
		refuses(() -> ANN.and(null), "criterion is null");
		refuses(() -> ANN.or(null), "criterion is null");
		refuses(() -> Field.field(null), "path is null");
		refuses(() -> Field.extended("a", null), "names hold null");
		refuses(() -> new Field<>(BASE, " "), "name of the field is blank");
		refuses(() -> EXTRA.like(null), "pattern for 'extra' is null");
		refuses(() -> EXTRA.in(null), "values for 'extra' are null");
		refuses(() -> Projection.of(EXTRA, null), "fields hold null");
	}

	@Test
	@DisplayName("of customers and patches")
	void ofCustomers() {
		Customer customer = Customer.builder().id("c1").build();
		refuses(() -> customer.isFetched(null), "field is null");
		refuses(() -> customer.get((Field<?>) null), "field is null");
		refuses(() -> customer.get((String) null), "path is null");
		refuses(() -> Customer.of(null), "map is null");
		refuses(() -> CustomerPatch.between(null, customer), "before is null");
		refuses(() -> CustomerPatch.between(customer, null), "after is null");
		refuses(() -> CustomerPatch.builder().clear((Field<?>) null), "field is null");
		refuses(() -> CustomerPatch.builder().set((Field<String>) null, "x"), "field is null");
		refuses(() -> this.node.customers().walk(null), "query is null");
		refuses(() -> this.node.customers().findById("c1", null), "projection is null");
		refuses(() -> this.node.customer((Customer) null), "customer is null");
		refuses(() -> this.node.customer(customer).edit(null), "change is null");
		refuses(() -> CustomerRepository.create(this.node.workspace().client(), " "), "nodeId is blank");
	}

	@Test
	@DisplayName("of events and their filters")
	void ofEvents() {
		Event event = Event.of(EventType.LOGGED_IN);
		refuses(() -> Event.of((EventType) null), "type is null");
		refuses(() -> Event.of((EventProperties) null), "properties are null");
		refuses(() -> Event.of((Map<String, ?>) null), "map is null");
		refuses(() -> event.in(null), "context is null");
		refuses(() -> event.at((Temporal) null), "date is null");
		refuses(() -> event.by((Customer) null), "customer is null");
		refuses(() -> event.by((SessionId) null), "session is null");
		refuses(() -> EventFilter.ofNode().types(EventType.LOGGED_IN, null), "types hold null");
		refuses(() -> EventFilter.ofNode().contexts(EventContext.WEB, null), "contexts hold null");
		refuses(() -> EventRepository.create(this.node.workspace().client(), " "), "nodeId is blank");
	}

	@Test
	@DisplayName("of a workspace and its client")
	void ofWorkspaces() {
		refuses(() -> Workspace.builder().iniFile(null), "file is null");
		refuses(() -> Workspace.builder().client(null), "customizer is null");
		refuses(() -> Workspace.builder().baseUrl(null), "baseUrl is null");
		refuses(() -> workspace().client((client) -> client.callTimeout(null)), "callTimeout is null");
	}

	@Test
	@DisplayName("S61 S78 and queries that ask for events only are not widened, differ from others, and tell what they are")
	void ofQueriesForEvents() {
		Instant now = Instant.parse("2020-01-01T00:00:00Z");
		Query did = Query.did(EventType.LOGGED_IN, ANN, now, now);
		assertThatIllegalStateException().isThrownBy(() -> did.or(ANN)).withMessageContaining("unite it");
		assertThat(did.and(ANN)).isNotEqualTo(did);
		assertThat(did).hasToString("Query[did]");
		Query raw = Query.raw(Map.of("type", "simple"));
		assertThat(raw).hasToString("Query[raw]").isNotEqualTo(did);
		assertThat(raw.hashCode()).isNotEqualTo(did.hashCode());
		assertThat(ANN.hashCode()).isNotEqualTo(BASE.LAST_NAME.eq("Ann").hashCode());
		assertThat(EXTRA.hashCode()).isNotEqualTo(BASE.LAST_NAME.hashCode());
		assertThatIllegalArgumentException().isThrownBy(() -> Field.extended(".a").path());
		assertThatIllegalArgumentException().isThrownBy(() -> Field.extended(",a").path());
	}

	private static void refuses(ThrowingCallable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
	}

}

package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the stores tell of their changes.
 */
@DisplayName("A listener is told")
class ChangeListenerTests {

	private final SettableClock clock = new SettableClock();

	private final List<String> told = new ArrayList<>();

	private final ChangeListener recorder = new Recorder();

	private final CustomerStore customers = new CustomerStore(new DelayedIndex(Duration.ofSeconds(30), this.clock),
			new Uniqueness(rules()), this.recorder);

	private final EventStore events = new EventStore(this.clock, this.recorder);

	@Test
	@DisplayName("each customer that is stored, replaced or removed, at once and in its order")
	void customers() {
		this.customers.save(customer("c1", "a"));
		this.customers.save(customer("c1", "b"));
		this.customers.addAll(List.of(customer("c1", "c"), customer("c2", "a"), customer("c3", "a")));
		this.customers.remove("c2");
		this.customers.remove("c2");
		assertThat(this.told).containsExactly("c1: null > a", "c1: a > b", "c1: b > c", "c2: null > a", "c3: null > a",
				"c2: a > null");
	}

	@Test
	@DisplayName("each event that is stored, replaced, given to a customer or removed")
	void events() {
		StoredEvent waiting = event("e1", null);
		this.events.save(waiting);
		this.events.adopt(new SessionKey("n1", "s1"), customer("c1", "a"));
		this.events.addAll(List.of(event("e2", "c1"), event("e3", "c2")));
		this.events.remove("e3");
		this.events.remove("e3");
		this.events.removeOf("c1");
		assertThat(this.told).containsExactly("e1: null > nobody", "e1: nobody > c1", "e2: null > c1", "e3: null > c2",
				"e3: c2 > null", "e1: c1 > null", "e2: c1 > null");
	}

	@Test
	@DisplayName("whose delay has been cut short")
	void delay() {
		List<Instant> from = new ArrayList<>();
		EventStore store = new EventStore(this.clock, new ChangeListener() {

			@Override
			public void eventChanged(@Nullable StoredEvent before, @Nullable StoredEvent after) {
				from.add(after.visibleFrom());
			}

		});
		store.save(event("e1", null));
		store.catchUp();
		store.adopt(new SessionKey("n1", "s1"), customer("c1", "a"));
		store.save(event("e2", "c1"));
		Instant due = this.clock.instant().plusSeconds(30);
		assertThat(from).containsExactly(due, Instant.MIN, due);
	}

	@Test
	@DisplayName("nothing when all is cleared")
	void clear() {
		this.customers.save(customer("c1", "a"));
		this.events.save(event("e1", "c1"));
		this.told.clear();
		this.customers.clear();
		this.events.clear();
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("together with others")
	void several() {
		List<String> order = new ArrayList<>();
		ChangeListener all = ChangeListener.of(named("first", order), named("second", order));
		StoredCustomer customer = new StoredCustomer(1, customer("c1", "a"));
		all.customerChanged(null, customer);
		all.eventChanged(event("e1", "c1"), null);
		assertThat(order).containsExactly("first customer", "second customer", "first event", "second event");
	}

	private static ChangeListener named(String name, List<String> order) {
		return new ChangeListener() {

			@Override
			public void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
				order.add(name + " customer");
			}

			@Override
			public void eventChanged(@Nullable StoredEvent before, @Nullable StoredEvent after) {
				order.add(name + " event");
			}

		};
	}

	private static WorkspaceRules rules() {
		return new WorkspaceRules(List.of("n1"), UniquenessPolicy.NO_CHECK, List.of("externalId"), false, true,
				Map.of(), ValueSchema.FREE_OBJECT);
	}

	private static ObjectNode customer(String id, String externalId) {
		return Json.object().put("id", id).put("nodeId", "n1").put("externalId", externalId);
	}

	private StoredEvent event(String id, @Nullable String customerId) {
		ObjectNode document = Json.object().put("id", id).put("customerId", customerId).put("type", "loggedIn");
		document.putObject("bringBackProperties").put("type", "SESSION_ID").put("value", "s1").put("nodeId", "n1");
		return new StoredEvent(document, (customerId != null) ? "n1" : null, this.clock.instant().plusSeconds(30));
	}

	/**
	 * Remembers what it is told.
	 */
	private final class Recorder implements ChangeListener {

		@Override
		public void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
			String id = (after != null) ? after.id() : before.id();
			ChangeListenerTests.this.told.add(id + ": " + externalId(before) + " > " + externalId(after));
		}

		private static @Nullable String externalId(@Nullable StoredCustomer customer) {
			return (customer != null) ? customer.externalId() : null;
		}

		@Override
		public void eventChanged(@Nullable StoredEvent before, @Nullable StoredEvent after) {
			String id = (after != null) ? after.id() : before.id();
			ChangeListenerTests.this.told.add(id + ": " + owner(before) + " > " + owner(after));
		}

		private static @Nullable String owner(@Nullable StoredEvent event) {
			if (event == null) {
				return null;
			}
			return (event.customerId() != null) ? event.customerId() : "nobody";
		}

	}

}

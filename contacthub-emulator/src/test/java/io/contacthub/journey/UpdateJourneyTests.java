package io.contacthub.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import io.contacthub.update.EntityType;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdateOperation;
import io.contacthub.update.UpdateRepository;
import io.contacthub.update.UpdateStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What has changed, on the emulator.
 */
@DisplayName("With updates one can")
class UpdateJourneyTests extends JourneyTests {

	private final UpdateRepository updates = node.workspace().updates();

	@Test
	@DisplayName("keep a copy of all customers, through failures and restarts")
	void keepCopy() {
		Map<String, Customer> copy = new TreeMap<>();
		String stored = write(UpdateFilter.fromBeginning().withEntity(EntityType.CUSTOMER));
		emulator.populate(700);
		stored = follow(stored, copy);
		assertThat(copy).hasSize(700).isEqualTo(customers());
		Customer ann = node.customers().insert(Customer.builder().externalId("ann").build());
		node.customers().deleteById(copy.keySet().iterator().next());
		node.customers().addTag(ann.id(), "vip");
		emulator.populate(600);
		String before = stored;
		assertThatIllegalStateException().isThrownBy(() -> follow(before, new TreeMap<>(), 501));
		stored = follow(stored, copy);
		assertThat(copy).hasSize(1300).isEqualTo(customers());
		assertThat(copy.get(ann.id()).tags().manual()).containsExactly("vip");
		assertThat(follow(stored, copy)).isEqualTo(stored);
	}

	private String follow(String stored, Map<String, Customer> copy) {
		return follow(stored, copy, Integer.MAX_VALUE);
	}

	private String follow(String stored, Map<String, Customer> copy, int crash) {
		int count = 0;
		try (UpdateStream stream = this.updates.stream(read(stored))) {
			for (Update update : stream) {
				count++;
				if (count == crash) {
					throw new IllegalStateException("crash");
				}
				if (update.is(UpdateOperation.DELETE)) {
					copy.remove(update.entity().id());
				}
				else {
					copy.put(update.entity().id(), update.customer().orElseThrow());
				}
			}
			return write(stream.next());
		}
	}

	private static String write(UpdateFilter filter) {
		return ContactHubJson.mapper().writeValueAsString(filter);
	}

	private static UpdateFilter read(String stored) {
		return ContactHubJson.mapper().readValue(stored, UpdateFilter.class);
	}

	private static Map<String, Customer> customers() {
		Map<String, Customer> all = new TreeMap<>();
		node.customers().stream().forEach((customer) -> all.put(customer.id(), customer));
		return all;
	}

	@Test
	@DisplayName("hear of events from now on")
	void followEvents() {
		Customer ann = node.customers().insert(Customer.builder().externalId("ann").build());
		node.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(ann));
		UpdateFilter now = UpdateFilter.after(this.updates.lastOffset().orElseThrow()).withNodeId(emulator.nodeId());
		Event logout = node.events().add(Event.of(EventType.LOGGED_OUT).in(EventContext.WEB).by(ann));
		List<Event> heard = new ArrayList<>();
		try (UpdateStream stream = this.updates.stream(now)) {
			stream.forEach((update) -> update.event().ifPresent(heard::add));
		}
		assertThat(heard).containsExactly(node.events().getById(logout.id()));
	}

}

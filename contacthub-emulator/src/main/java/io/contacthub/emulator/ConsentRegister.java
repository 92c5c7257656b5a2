package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Register of the changes of consents, one entry for each value that has changed. What a
 * customer had agreed to stays in it when the customer is removed, which is no change of
 * a consent. Who reads the register needs no lock.
 */
final class ConsentRegister implements ChangeListener {

	/**
	 * The types of entries, of which the last two are never made: nothing that can be
	 * asked of the API says so.
	 */
	static final Set<String> TYPES = Set.of("DISCLAIMER_READ", "CONSENT_CHANGED", "CONSENT_RESTRICTED",
			"CONSENT_OBJECTED", "DATA_PORTABILITY_REQUESTED", "FORCED_DELETE");

	/**
	 * How many entries are kept at most.
	 */
	private static final int CAPACITY = 200_000;

	private static final Map<String, String> BY_MEMBER = Map.of("status", "CONSENT_CHANGED", "limitation",
			"CONSENT_RESTRICTED", "objection", "CONSENT_OBJECTED");

	private final InstantSource clock;

	private final ConcurrentNavigableMap<Long, StoredConsentLog> entries = new ConcurrentSkipListMap<>();

	private long last;

	ConsentRegister(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
		if (after == null) {
			return;
		}
		Map<String, JsonNode> old = consents(before);
		Map<String, JsonNode> present = consents(after);
		if (old.equals(present)) {
			return;
		}
		Set<String> paths = new LinkedHashSet<>(old.keySet());
		paths.addAll(present.keySet());
		for (String path : paths) {
			JsonNode value = present.get(path);
			if (value == null || !value.equals(old.get(path))) {
				add(after, path, value);
			}
		}
	}

	private static Map<String, JsonNode> consents(@Nullable StoredCustomer customer) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		if (customer != null) {
			collect("consents", customer.document().path("consents"), values);
		}
		return values;
	}

	private static void collect(String path, JsonNode value, Map<String, JsonNode> values) {
		if (value instanceof ObjectNode object) {
			object.forEachEntry((name, child) -> collect(path + "." + name, child, values));
		}
		else if (!Json.isUnset(value)) {
			values.put(path, value);
		}
	}

	private void add(StoredCustomer customer, String path, @Nullable JsonNode value) {
		String updatedAt = Json.text(customer.document(), "updatedAt");
		Instant written = (updatedAt != null) ? DateFormats.dateTime(updatedAt) : null;
		Instant date = (written != null) ? written : this.clock.instant();
		long number = this.last + 1;
		ObjectNode document = Json.object()
			.put("id", number)
			.put("customerId", customer.id())
			.put("date", DateFormats.write(date))
			.put("type", BY_MEMBER.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "DISCLAIMER_READ"))
			.put("property", path)
			.put("value", (value != null) ? value.asString() : null)
			.put("sourceId", Json.text(customer.document().path("sourceInfo"), "updatedBy"))
			.putNull("userId");
		this.entries.put(number,
				new StoredConsentLog(number, date.atZone(ZoneOffset.UTC).toLocalDate(), StoredObject.of(document)));
		this.entries.remove(number - CAPACITY);
		this.last = number;
	}

	/**
	 * Return all entries in their order.
	 */
	List<StoredConsentLog> all() {
		return new ArrayList<>(this.entries.values());
	}

	@Nullable StoredConsentLog find(long number) {
		return this.entries.get(number);
	}

	void clear() {
		this.entries.clear();
		this.last = 0;
	}

}

package io.contacthub.samples.desk.find;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.contacthub.query.Query;
import io.contacthub.samples.desk.layout.ConsentKind;

/**
 * Reading of the query of a saved filter: the filter that it was made of, if the form has
 * fields for all of it. A filter is taken only if its query is the same.
 */
final class FilterReading {

	private final ZoneId zone;

	private final Map<String, String> values = new LinkedHashMap<>();

	private FilterReading(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * Read a query.
	 * @param zone the zone in which the day of a registration begins
	 * @return the filter, empty when the query has conditions that no filter has
	 */
	static Optional<CustomerFilter> of(Query query, ZoneId zone) {
		FilterReading reading = new FilterReading(zone);
		reading.read(query.toJsonObject());
		CustomerFilter filter = CustomerFilter.of(reading.values);
		return (!filter.isEmpty() && filter.isReadable() && CustomerList.criteria(filter, zone).equals(query))
				? Optional.of(filter) : Optional.empty();
	}

	private void read(Object part) {
		if (part instanceof Map<?, ?> condition) {
			if (condition.get("attribute") instanceof String attribute) {
				read(attribute, String.valueOf(condition.get("operator")), String.valueOf(condition.get("value")));
			}
			else {
				condition.values().forEach(this::read);
			}
		}
		else if (part instanceof Collection<?> parts) {
			parts.forEach(this::read);
		}
	}

	/**
	 * Read a condition; of several spellings of a text the first one is that which was
	 * typed.
	 */
	private void read(String attribute, String operator, String value) {
		switch (attribute) {
			case "externalId", "base.contacts.email" -> this.values.putIfAbsent("q", value);
			case "base.address.city" -> this.values.putIfAbsent("city", value);
			case "tags.manual" -> this.values.putIfAbsent("tag", value);
			case "base.dob" -> this.values.putIfAbsent(operator.equals("GTE") ? "bornFrom" : "bornTo", value);
			case "registeredAt" -> this.values.putIfAbsent("registeredSince", day(value));
			case "enabled" -> this.values.putIfAbsent("enabled", value);
			default -> ConsentKind.of(attribute.replaceAll("^consents\\.|\\.status$", ""))
				.ifPresent((consent) -> this.values.putIfAbsent("consent", consent.path()));
		}
	}

	private String day(String value) {
		try {
			return OffsetDateTime.parse(value).atZoneSameInstant(this.zone).toLocalDate().toString();
		}
		catch (DateTimeException ex) {
			return value;
		}
	}

}

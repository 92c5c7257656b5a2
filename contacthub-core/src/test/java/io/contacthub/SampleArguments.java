package io.contacthub;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.customer.Education;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.OpenValue;
import io.contacthub.json.Values;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;

import org.springframework.beans.BeanUtils;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * An argument for each type of parameter that the methods of repositories have.
 */
final class SampleArguments {

	private static final Customer CUSTOMER = Customer.builder().id("c1").build();

	private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(Map.entry(String.class, "c1"),
			Map.entry(int.class, 1), Map.entry(long.class, 1L), Map.entry(boolean.class, true),
			Map.entry(Integer.class, 1), Map.entry(Long.class, 1L), Map.entry(Boolean.class, true),
			Map.entry(Instant.class, Instant.EPOCH), Map.entry(Temporal.class, Instant.EPOCH),
			Map.entry(LocalDate.class, LocalDate.EPOCH), Map.entry(Duration.class, Duration.ZERO),
			Map.entry(Object.class, Education.builder().id("e1").build()),
			Map.entry(Map.class, Map.of("id", "c1", "type", "loggedIn", "context", "WEB", "customerId", "c1")),
			Map.entry(List.class, List.of("c1")), Map.entry(JsonObject.class, JsonObject.of("id", "c1")),
			Map.entry(Customer.class, CUSTOMER), Map.entry(CustomerPatch.class, CustomerPatch.of(Map.of("extra", "x"))),
			Map.entry(Consumer.class, (Consumer<?>) SampleArguments::change), Map.entry(Query.class, Query.all()),
			Map.entry(Pageable.class, PageRequest.of(0, 1)), Map.entry(Sort.class, Sort.unsorted()),
			Map.entry(Projection.class, Projection.of(CustomerFields.EXTRA)),
			Map.entry(SessionId.class, SessionId.of("s1")), Map.entry(EventFilter.class, EventFilter.ofNode()),
			Map.entry(BulkSettings.class, BulkSettings.defaults()), Map.entry(Iterator.class, List.of().iterator()),
			Map.entry(Collection.class, List.of()), Map.entry(Stream.class, Stream.of()),
			Map.entry(Function.class, Function.identity()), Map.entry(CustomerWrite.class, CustomerWrite.upsert()),
			Map.entry(AnalyticsFilter.class,
					AnalyticsFilter.ofAllNodes().withStartDate(LocalDate.EPOCH).withEndDate(LocalDate.EPOCH)),
			Map.entry(Event.class,
					Event.of(EventType.LOGGED_IN)
						.in(EventContext.WEB)
						.by(CUSTOMER)
						.withId("v1")
						.withRegisteredAt(Instant.EPOCH)
						.withUpdatedAt(Instant.EPOCH)));

	private SampleArguments() {
	}

	private static void change(Object builder) {
		if (builder instanceof CustomerPatch.Builder patch) {
			patch.set("extra", "x");
		}
	}

	/**
	 * Return an argument.
	 */
	static Object of(Class<?> type) {
		Object argument = ARGUMENTS.get(type);
		if (argument != null) {
			return argument;
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (OpenValue.class.isAssignableFrom(type)) {
			return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), "c1");
		}
		if (ApiObject.class.isAssignableFrom(type)) {
			return Values.sample(type.asSubclass(ApiObject.class));
		}
		throw new IllegalArgumentException("Name an argument of the type " + type);
	}

}

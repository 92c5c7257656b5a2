package io.contacthub.data;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.json.OpenValue;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.ParametersParameterAccessor;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.Assert;

/**
 * Filter of events that the name of a method asks for. ContactHub has few: the customer,
 * the types, the contexts, and the time within which events happened, all of which hold.
 */
final class DerivedEventQuery implements BoundQuery<EventFilter> {

	private static final Map<String, Set<Keyword>> KEYWORDS = Map.of("customerId", Set.of(Keyword.IS), "type",
			Set.of(Keyword.IS, Keyword.IN), "context", Set.of(Keyword.IS, Keyword.IN), "date", Set.of(Keyword.BETWEEN,
					Keyword.GREATER_THAN_EQUAL, Keyword.LESS_THAN_EQUAL, Keyword.GREATER_THAN, Keyword.LESS_THAN));

	private final List<EventCondition> conditions = new ArrayList<>();

	DerivedEventQuery(ContactHubQueryMethod method, PartTree tree) {
		PartChecks checks = new PartChecks(method);
		checks.checkTree(tree);
		if (tree.isDelete()) {
			throw method.refused(
					"ContactHub gives events by the number of their page, which changes while they are deleted",
					"Find them, and delete each by deleteById");
		}
		if (!method.extended().isEmpty()) {
			throw method.refused("events have no extended properties", "Leave @ExtendedProperty out");
		}
		if (tree.stream().count() > 1) {
			throw method.refused("ContactHub has no Or for events", "Declare a method for each, or take In");
		}
		int index = 0;
		for (Part part : tree.getParts()) {
			String path = part.getProperty().toDotPath();
			Keyword keyword = checks.keyword(part, index);
			if (!KEYWORDS.getOrDefault(path, Set.of()).contains(keyword)) {
				throw method.refused("ContactHub cannot find events by " + keyword + " of '" + path + "'",
						"It has Is of customerId, Is and In of type and context, and Between, GreaterThanEqual and"
								+ " LessThanEqual of date");
			}
			this.conditions.add(new EventCondition(path, keyword));
			index += keyword.arguments();
		}
		checks.checkValues(index);
		checkOnce(method);
	}

	private void checkOnce(ContactHubQueryMethod method) {
		Map<String, Set<Boolean>> ends = new HashMap<>();
		for (EventCondition condition : this.conditions) {
			for (boolean upper : condition.ends()) {
				if (!ends.computeIfAbsent(condition.property(), (property) -> new HashSet<>()).add(upper)) {
					throw method.refused(
							"'" + condition.property() + "' has two conditions, of which ContactHub takes one",
							"Leave one out");
				}
			}
		}
	}

	@Override
	public @Nullable EventFilter bind(ParametersParameterAccessor values) {
		EventFilter filter = EventFilter.ofNode();
		for (Object value : values) {
			if (value != null && Keyword.all(value).isEmpty()) {
				return null;
			}
		}
		Iterator<Object> given = values.iterator();
		for (EventCondition condition : this.conditions) {
			filter = condition.narrow(filter, given);
		}
		return filter;
	}

	/**
	 * Condition on events.
	 *
	 * @param property the property
	 * @param keyword how it is compared
	 */
	private record EventCondition(String property, Keyword keyword) {

		/**
		 * Return which ends of the range it sets, true for the upper one; anything that
		 * is no range has one.
		 */
		List<Boolean> ends() {
			return switch (this.keyword) {
				case BETWEEN -> List.of(false, true);
				case LESS_THAN, LESS_THAN_EQUAL -> List.of(true);
				default -> List.of(false);
			};
		}

		EventFilter narrow(EventFilter filter, Iterator<Object> values) {
			return switch (this.property) {
				case "customerId" -> new EventFilter(String.valueOf(next(values)), filter.types(), filter.contexts(),
						filter.mode(), filter.from(), filter.to());
				case "type" -> filter.types(texts(values).map(EventType::of).toArray(EventType[]::new));
				case "context" -> filter.contexts(texts(values).map(EventContext::of).toArray(EventContext[]::new));
				default -> within(filter, values);
			};
		}

		private Stream<String> texts(Iterator<Object> values) {
			return Keyword.all(next(values)).stream().map((value) -> {
				Assert.notNull(value, () -> "values for '" + this.property + "' hold null: name each");
				return (value instanceof OpenValue open) ? open.value() : value.toString();
			});
		}

		private EventFilter within(EventFilter filter, Iterator<Object> values) {
			EventFilter narrowed = filter;
			for (boolean upper : ends()) {
				Object value = next(values);
				if (value instanceof Temporal time) {
					narrowed = upper ? narrowed.to(time) : narrowed.from(time);
				}
				else {
					narrowed = upper ? narrowed.to(value.toString()) : narrowed.from(value.toString());
				}
			}
			return narrowed;
		}

		private Object next(Iterator<Object> values) {
			return Keyword.given(this.property, values.next());
		}

	}

}

package io.contacthub.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.ExampleMatcher.StringMatcher;

/**
 * Query of the customers that are like an example: what it has, they have too, and a list
 * of theirs has the elements of its list.
 */
final class ExampleQuery {

	private final ExampleMatcher matcher;

	private final List<Criterion> criteria = new ArrayList<>();

	private ExampleQuery(ExampleMatcher matcher) {
		this.matcher = matcher;
	}

	static Query of(Example<? extends Customer> example) {
		ExampleQuery query = new ExampleQuery(example.getMatcher());
		query.check();
		query.add(List.of(), example.getProbe().toMap());
		BinaryOperator<Criterion> combination = query.matcher.isAllMatching() ? Criterion::and : Criterion::or;
		return query.criteria.stream().reduce(combination).map(Query::where).orElseGet(Query::all);
	}

	private void check() {
		if (this.matcher.getNullHandler() == ExampleMatcher.NullHandler.INCLUDE) {
			throw refused("includes what is absent", "name it by IsNull in a method");
		}
		if (this.matcher.isIgnoreCaseEnabled() || !isExact(this.matcher.getDefaultStringMatcher())) {
			throw refused("compares parts of texts, or ignores their case", "leave the matcher as it is");
		}
		this.matcher.getPropertySpecifiers().getSpecifiers().forEach((specifier) -> {
			StringMatcher compared = specifier.getStringMatcher();
			if (Boolean.TRUE.equals(specifier.getIgnoreCase()) || (compared != null && !isExact(compared))
					|| !specifier.getPropertyValueTransformer()
						.equals(ExampleMatcher.NoOpPropertyValueTransformer.INSTANCE)) {
				throw refused("compares '" + specifier.getPath() + "' otherwise than as it is",
						"leave its matcher out");
			}
		});
	}

	private static boolean isExact(StringMatcher matcher) {
		return matcher == StringMatcher.DEFAULT || matcher == StringMatcher.EXACT;
	}

	private void add(List<String> names, @Nullable Object value) {
		String path = String.join(".", names);
		if (this.matcher.isIgnoredPath(path)) {
			return;
		}
		if (value instanceof Map<?, ?> object) {
			object.forEach(
					(name, member) -> add(Stream.concat(names.stream(), Stream.of(name.toString())).toList(), member));
		}
		else if (value instanceof List<?> list) {
			for (Object element : list) {
				if (element == null || element instanceof Map<?, ?> || element instanceof List<?>) {
					throw refused("has objects in the list '" + path + "'", "ask for their members by a method");
				}
				this.criteria.add(field(names).asList().contains(element));
			}
		}
		else if (value != null) {
			this.criteria.add(field(names).eq(value));
		}
	}

	/**
	 * Return the field of the names, each as it is, so that one with a dot is refused.
	 */
	private static Field<Object> field(List<String> names) {
		return names.get(0).equals("extended") ? Field.extended(names.subList(1, names.size()).toArray(String[]::new))
				: Field.field(String.join(".", names));
	}

	private static InvalidDataAccessApiUsageException refused(String reason, String remedy) {
		return new InvalidDataAccessApiUsageException(
				"The example " + reason + ", which ContactHub cannot find: " + remedy);
	}

}

package io.contacthub.samples.desk.customer;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.contacthub.customer.Preference;
import io.contacthub.event.properties.Classification;
import io.contacthub.json.ApiObject;

import org.springframework.util.ReflectionUtils;

/**
 * Everything that an object of ContactHub holds, in words: what the library knows in its
 * order, and then what it does not know, so that nothing is left out.
 *
 * @param words the words for values
 * @param label gives the label of a member by its path
 */
record Details(ValueWords words, UnaryOperator<String> label) {

	// what one member may hold is 64 KB, which are many values and deep ones
	private static final int MOST = 50;

	private static final int DEEPEST = 6;

	/**
	 * Return what an object holds.
	 * @param path the path of the object, empty for the outermost one
	 * @param object the object
	 * @param without names of members that are left out
	 */
	List<Detail> of(String path, ApiObject object, Set<String> without) {
		return record(path, object, without, 0);
	}

	List<Detail> of(String path, ApiObject object) {
		return of(path, object, Set.of());
	}

	/**
	 * Return what a map holds of which only the JSON is known.
	 */
	List<Detail> of(String path, Map<String, ?> members) {
		return map(path, members, 0);
	}

	private List<Detail> record(String path, ApiObject object, Set<String> without, int depth) {
		List<Detail> details = new ArrayList<>();
		for (RecordComponent component : object.getClass().getRecordComponents()) {
			String name = component.getName();
			if (!name.equals("unknown") && !without.contains(name)) {
				Object value = ReflectionUtils.invokeMethod(component.getAccessor(), object);
				add(details, path, name, true, value, depth);
			}
		}
		details.addAll(map(path, object.unknown(), depth));
		return details;
	}

	private List<Detail> map(String path, Map<String, ?> members, int depth) {
		List<Detail> details = new ArrayList<>();
		members.forEach((name, value) -> add(details, path, name, false, value, depth));
		return limited(details);
	}

	/**
	 * Add a value.
	 * @param known whether it is a member that the library knows
	 */
	private void add(List<Detail> details, String parent, String name, boolean known, Object value, int depth) {
		String path = parent.isEmpty() ? name : parent + "." + name;
		if (value == null || value.toString().isBlank()) {
			return;
		}
		String label = this.label.apply(path);
		if (isSecret(name)) {
			details.add(Detail.of(label, secret()));
		}
		else if (isCompound(value)) {
			Detail detail = compound(label, path, known ? name : null, value, depth + 1);
			if (detail != null) {
				details.add(detail);
			}
		}
		else {
			details.add(
					Detail.link(label, text(known ? name : null, value), ValueWords.address(known ? name : "", value)));
		}
	}

	/**
	 * Return the words for a compound value.
	 * @param name its name where it is a known member, else {@code null}
	 * @return the words, or {@code null} when there is nothing in it
	 */
	private Detail compound(String label, String path, String name, Object value, int depth) {
		if (depth > DEEPEST) {
			return Detail.of(label, flat(value));
		}
		List<Detail> parts;
		if (value instanceof ApiObject object) {
			parts = record(path, object, Set.of(), depth);
		}
		else if (value instanceof Map<?, ?> members) {
			parts = map(path, cast(members), depth);
		}
		else {
			Collection<?> elements = (Collection<?>) value;
			if (elements.stream().noneMatch(Details::isCompound)) {
				String text = elements.stream()
					.filter((element) -> element != null)
					.map((element) -> text(name, element))
					.collect(Collectors.joining(", "));
				return text.isBlank() ? null : Detail.of(label, text);
			}
			parts = list(path, name, elements, depth);
		}
		return parts.isEmpty() ? null : Detail.of(label, parts);
	}

	private List<Detail> list(String path, String name, Collection<?> elements, int depth) {
		List<Detail> parts = new ArrayList<>();
		int number = 0;
		for (Object element : elements) {
			number++;
			if (element instanceof Preference pair && pair.key() != null && pair.unknown().isEmpty()) {
				parts.add(Detail.of(pair.key(), String.valueOf(pair.value())));
			}
			else if (element instanceof Classification pair && pair.key() != null && pair.unknown().isEmpty()) {
				parts.add(Detail.of(pair.key(), String.valueOf(pair.value())));
			}
			else if (element instanceof ApiObject object) {
				parts.add(named(number, path, object, depth + 1));
			}
			else if (isCompound(element)) {
				Detail part = compound(String.valueOf(number), path, name, element, depth + 1);
				if (part != null) {
					parts.add(part);
				}
			}
			else if (element != null) {
				parts.add(Detail.of(String.valueOf(number), text(name, element)));
			}
		}
		return limited(parts);
	}

	/**
	 * Return what one of several holds, under its own name if it has one.
	 */
	private Detail named(int number, String path, ApiObject object, int depth) {
		Object name = object.toMap().get("name");
		boolean named = name instanceof String text && !text.isBlank();
		List<Detail> parts = record(path, object, named ? Set.of("name") : Set.of(), depth);
		if (parts.isEmpty()) {
			return Detail.of(String.valueOf(number), named ? name.toString() : "–");
		}
		return Detail.of(named ? name.toString() : String.valueOf(number), parts);
	}

	private List<Detail> limited(List<Detail> details) {
		if (details.size() <= MOST) {
			return details;
		}
		List<Detail> first = new ArrayList<>(details.subList(0, MOST));
		first.add(Detail.of("…",
				this.words.messages().getMessage("customer.more", new Object[] { details.size() - MOST })));
		return first;
	}

	private String text(String name, Object value) {
		return (name != null) ? this.words.typed(name, value) : this.words.free(value);
	}

	/**
	 * Return what is too deep for a page in one text.
	 */
	private String flat(Object value) {
		if (value instanceof ApiObject object) {
			return flat(object.toMap());
		}
		if (value instanceof Map<?, ?> members) {
			return cast(members).entrySet()
				.stream()
				.map((member) -> this.label.apply(member.getKey()) + ": "
						+ (isSecret(member.getKey()) ? secret() : flat(member.getValue())))
				.collect(Collectors.joining("; "));
		}
		if (value instanceof Collection<?> elements) {
			return elements.stream().map(this::flat).collect(Collectors.joining(", "));
		}
		return (value != null) ? this.words.free(value) : "";
	}

	private String secret() {
		return this.words.messages().getMessage("customer.secret");
	}

	/**
	 * Return whether a value is for nobody to see, a password or what has its place.
	 */
	private static boolean isSecret(String name) {
		return name.toLowerCase(Locale.ROOT).contains("password") || name.equals("credential");
	}

	private static boolean isCompound(Object value) {
		return value instanceof ApiObject || value instanceof Map<?, ?> || value instanceof Collection<?>;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> cast(Map<?, ?> members) {
		return (Map<String, Object>) members;
	}

}

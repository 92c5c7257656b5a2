package io.contacthub.fuzz;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.event.Event;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does with a value what applications do with values.
 */
final class Inspection {

	private final JsonMapper mapper = ContactHubJson.mapper();

	private final Node sink;

	/**
	 * An inspection.
	 * @param sink takes what it is given, so that values can be sent again
	 */
	Inspection(Node sink) {
		this.sink = sink;
	}

	void inspect(Object value) {
		if (value instanceof Optional<?> optional) {
			optional.ifPresent(this::inspect);
		}
		else if (value instanceof Page<?> page) {
			assertThat(page.getTotalElements()).isNotNegative();
			assertThat(page.getTotalPages()).isNotNegative();
			assertThat(page.getNumber()).isNotNegative();
			assertThat(page.toString()).isNotEmpty();
			assertThat(page.nextOrLastPageable()).isNotNull();
			inspectAll(page.getContent());
		}
		else if (value instanceof List<?> list) {
			inspectAll(list);
		}
		else if (value instanceof Long count) {
			assertThat(count).isNotNegative();
		}
		else if (value instanceof ApiObject object) {
			inspectObject(object);
			sendAgain(object);
		}
		else {
			assertThat(value).isInstanceOfAny(String.class, Boolean.class, Map.class);
		}
	}

	private void inspectAll(List<?> elements) {
		for (Object element : elements) {
			assertThat(element).isInstanceOf(ApiObject.class);
		}
		elements.stream().limit(3).forEach(this::inspect);
	}

	private void inspectObject(ApiObject object) {
		assertThat(object.toString()).isNotEmpty();
		assertThat(object.equals(object)).isTrue();
		String once = this.mapper.writeValueAsString(object);
		assertThat(this.mapper.writeValueAsBytes(object)).isNotEmpty();
		assertThat(this.mapper.writeValueAsString(object.toMap())).isEqualTo(once);
		ApiObject again = this.mapper.readValue(once, object.getClass());
		assertThat(this.mapper.writeValueAsString(again)).isEqualTo(once);
		assertThat(again.toMap()).isEqualTo(object.toMap());
		assertThat(again.toMap().hashCode()).isEqualTo(object.toMap().hashCode());
		object.hashCode();
		walk(object, 0);
	}

	/**
	 * Read all members at all levels: lists and objects are there, whatever was sent.
	 */
	private static void walk(Object value, int depth) {
		if (value instanceof List<?> list) {
			list.forEach((element) -> walk(element, depth + 1));
		}
		else if (value instanceof ApiObject object && depth < 12) {
			for (RecordComponent component : object.getClass().getRecordComponents()) {
				Object member = read(component.getAccessor(), object);
				if (List.class.isAssignableFrom(component.getType())
						|| ApiObject.class.isAssignableFrom(component.getType())
						|| Map.class.isAssignableFrom(component.getType())) {
					assertThat(member).as(component.toString()).isNotNull();
				}
				walk(member, depth + 1);
			}
		}
	}

	private static Object read(Method accessor, Object object) {
		try {
			accessor.setAccessible(true);
			return accessor.invoke(object);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void sendAgain(ApiObject object) {
		if (object instanceof Customer customer) {
			assertThat(CustomerPatch.between(customer, customer).isEmpty()).isTrue();
			Customer changed = customer.withExtra("changed")
				.withBase((base) -> base.withContacts((contacts) -> contacts.withFax("changed")));
			assertThat(CustomerPatch.between(customer, changed).applyTo(customer).toMap()).isEqualTo(changed.toMap());
			assertThat(customer.get("extended.points")).isEqualTo(customer.extended().get("points"));
			try {
				this.sink.customers().replace(changed.withId("c1").withProjection(null));
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex.getMessage()).matches("(?s)(base|extended|extra) has .* bytes.*|base\\.locale is .*"
						+ "|.* holds half of a character.*");
			}
		}
		if (object instanceof Event event && event.type() != null && event.context() != null
				&& event.registeredAt() != null && event.updatedAt() != null) {
			try {
				this.sink.events().replace(event.withId("e1"));
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex.getMessage())
					.matches("(?s)(properties|contextInfo) has .* bytes.*" + "|.* holds half of a character.*");
			}
		}
	}

}

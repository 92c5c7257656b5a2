package io.contacthub.samples.desk.change;

import java.util.List;

import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordInputs} and {@link EventInputs}.
 */
@DisplayName("The inputs of a record")
class RecordInputsTests {

	static final List<EventType> TYPES = EventInputs.TYPES;

	@Test
	@DisplayName("are those of its components, with those of nested records in groups of their own")
	void components() {
		assertThat(EventInputs.of(EventType.COMPLETED_ORDER, 1)).extracting(InputGroup::label)
			.containsExactly("event", "properties", "amount", "local", "products", "more");
		assertThat(names(EventType.COMPLETED_ORDER))
			.startsWith("context", "date", "properties.orderId", "properties.type", "properties.storeCode")
			.contains("properties.amount.total", "properties.amount.local.currency", "properties.extraProperties");
	}

	@Test
	@DisplayName("have the type of the component")
	void types() {
		assertThat(type(EventType.OPENED_TICKET, "properties.subject")).isEqualTo(InputType.TEXT);
		assertThat(type(EventType.OPENED_TICKET, "properties.text")).isEqualTo(InputType.LONG_TEXT);
		assertThat(type(EventType.OPENED_TICKET, "properties.category")).isEqualTo(InputType.LINES);
		assertThat(type(EventType.SEARCHED, "properties.resultCount")).isEqualTo(InputType.NUMBER);
		assertThat(type(EventType.ORDER_SHIPPED, "properties.packages")).isEqualTo(InputType.WHOLE_NUMBER);
		assertThat(type(EventType.SERVICE_SUBSCRIBED, "properties.startDate")).isEqualTo(InputType.TIME);
		assertThat(type(EventType.CHANGED_SETTING, "properties.setting")).isEqualTo(InputType.CHOICE);
		assertThat(type(EventType.FORM_COMPILED, "properties.data")).isEqualTo(InputType.PAIRS);
	}

	@Test
	@DisplayName("offer the values that are known")
	void options() {
		assertThat(input(EventType.COMPLETED_ORDER, "properties.type").options()).extracting(Object::toString)
			.containsExactly("sale", "return", "sale-return");
	}

	@Test
	@DisplayName("are names and values for a type that a workspace defines")
	void ownType() {
		assertThat(names(EventType.of("petAdopted"))).containsExactly("context", "date", "properties");
	}

	@ParameterizedTest
	@DisplayName("exist for each type of event")
	@FieldSource("TYPES")
	void allTypes(EventType type) {
		assertThat(TYPES).hasSize(47);
		assertThat(names(type)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("of an element leave out what ContactHub sets")
	void items() {
		assertThat(ItemList.named("jobs").groups().get(0).inputs()).extracting(Input::name)
			.containsExactly("companyIndustry", "companyName", "jobTitle", "startDate", "endDate", "isCurrent");
		List<InputGroup> subscription = ItemList.named("subscriptions").groups();
		assertThat(subscription.get(0).inputs()).extracting(Input::label)
			.containsExactly("base.subscriptions.name", "base.subscriptions.subscribed");
		assertThat(subscription.get(1).folded()).isTrue();
		assertThat(subscription.get(1).inputs()).extracting(Input::label)
			.contains("base.subscriptions.preferences")
			.doesNotContain("base.subscriptions.id", "base.subscriptions.updatedAt");
	}

	private static InputType type(EventType type, String name) {
		return input(type, name).type();
	}

	private static Input input(EventType type, String name) {
		return EventInputs.of(type, 1)
			.stream()
			.flatMap((group) -> group.inputs().stream())
			.filter((input) -> input.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> names(EventType type) {
		return EventInputs.of(type, 1).stream().flatMap((group) -> group.inputs().stream()).map(Input::name).toList();
	}

}

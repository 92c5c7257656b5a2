package io.contacthub.event.properties;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the interfaces of types of events that have properties in common.
 */
@DisplayName("Families of event types")
class EventFamiliesTests {

	@ParameterizedTest
	@ValueSource(strings = { "openedTicket", "repliedTicket", "closedTicket" })
	@DisplayName("an event that was read is one of its family, whatever its type")
	void eventOfFamilyIsReadByWhatFamilyHas(String type) {
		Event event = Event.of(Map.of("type", type, "properties", Map.of("ticketId", "T-1", "subject", "Delivery")));
		assertThat(event.properties()).isInstanceOfSatisfying(TicketProperties.class, (ticket) -> {
			assertThat(ticket.ticketId()).isEqualTo("T-1");
			assertThat(ticket.subject()).isEqualTo("Delivery");
			assertThat(ticket.text()).isNull();
			assertThat(ticket.category()).isEmpty();
		});
	}

	@Test
	@DisplayName("what is told of a message includes what is told of its campaign")
	void messageBelongsToCampaign() {
		EventProperties sent = CampaignSent.builder().campaignId("C-1").subscriberId("S-1").build();
		assertThat(sent).isInstanceOfSatisfying(CampaignMessageProperties.class, (message) -> {
			assertThat(message.campaignId()).isEqualTo("C-1");
			assertThat(message.subscriberId()).isEqualTo("S-1");
		});
		assertThat(CampaignSubscribed.builder().build()).isInstanceOf(CampaignProperties.class)
			.isNotInstanceOf(CampaignMessageProperties.class);
	}

	@Test
	@DisplayName("a type that has the members of a family belongs to it")
	void typeWithMembersOfFamilyBelongsToIt() throws ReflectiveOperationException {
		List<Class<?>> families = List.of(ProductProperties.class, CampaignProperties.class,
				CampaignMessageProperties.class, MeetingProperties.class, TicketProperties.class,
				RewardProperties.class, ServiceProperties.class);
		Set<Class<?>> inNone = new LinkedHashSet<>();
		List<Class<? extends EventProperties>> records = records();
		assertThat(records).hasSize(47);
		for (Class<? extends EventProperties> record : records) {
			List<Class<?>> fitting = families.stream().filter((family) -> fits(record, family)).toList();
			assertThat(fitting).as(record.getSimpleName())
				.containsExactlyElementsOf(
						families.stream().filter((family) -> family.isAssignableFrom(record)).toList());
			if (fitting.isEmpty()) {
				inNone.add(record);
			}
		}
		assertThat(inNone).hasSize(15);
	}

	private static boolean fits(Class<?> record, Class<?> family) {
		Set<String> members = Arrays.stream(record.getRecordComponents())
			.map(RecordComponent::getName)
			.collect(Collectors.toSet());
		return Stream.of(family.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class && isOfFamily(method))
			.allMatch((method) -> members.contains(method.getName()));
	}

	private static boolean isOfFamily(Method method) {
		return method.getDeclaringClass().getPackage() == EventProperties.class.getPackage()
				&& Modifier.isAbstract(method.getModifiers());
	}

	private static List<Class<? extends EventProperties>> records() throws IllegalAccessException {
		List<Class<? extends EventProperties>> records = new ArrayList<>();
		for (Field constant : EventType.class.getFields()) {
			if (constant.getType() == EventType.class) {
				EventType type = (EventType) constant.get(null);
				records.add(Event.of(Map.of("type", type.value(), "properties", Map.of("seen", true)))
					.properties()
					.getClass());
			}
		}
		return records;
	}

}

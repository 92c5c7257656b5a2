package io.contacthub.samples.desk.customer;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.Tracking;
import io.contacthub.json.JsonObject;
import io.contacthub.json.OpenValue;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the words in which the time line tells of each type of events.
 */
@DisplayName("Words of events")
class EventWordsTests extends AbstractDeskTests {

	@Autowired
	private Labels labels;

	@Autowired
	private MessageSource messages;

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "en", "it", "de" })
	@DisplayName("are there for every type, context and property that the library knows, in each language:")
	void everyEvent(String language) {
		Locale locale = Locale.forLanguageTag(language);
		LocaleContextHolder.setLocale(locale);
		ValueWords words = new ValueWords(this.labels, new MessageSourceAccessor(this.messages),
				new ReaderDates(locale, ZoneOffset.UTC));
		Stream<Event> types = KnownEvents.TYPES.stream().map((type) -> event(type, EventContext.WEB));
		Stream<Event> contexts = KnownEvents.CONTEXTS.stream().map((context) -> event(EventType.LOGGED_IN, context));
		List<Event> events = Stream.concat(types, contexts).toList();
		assertThat(events).hasSizeGreaterThan(50).allSatisfy((event) -> {
			EventLine line = EventLine.of(event, words);
			assertThat(this.messages.getMessage("eventType." + event.type(), null, null, locale))
				.isEqualTo(line.type());
			assertThat(this.messages.getMessage("eventContext." + event.context(), null, null, locale))
				.isEqualTo(line.context());
			assertThat(all(line.details())).isNotEmpty().allSatisfy((detail) -> {
				assertThat(detail.label()).doesNotContainPattern("\\p{Ll}\\p{Lu}");
				assertThat(detail.text()).satisfiesAnyOf((text) -> assertThat(text).isNull(),
						(text) -> assertThat(text).doesNotContainPattern("[A-Z]_[A-Z]|\\[|JsonObject"));
			});
			names(event.properties().getClass())
				.forEach((name) -> assertThat(this.messages.getMessage("property." + name, null, null, locale))
					.as("property." + name)
					.isNotNull());
		});
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "viewedProduct", "completedOrder", "viewedPage", "campaignOpened", "openedTicket",
			"eventInvited", "serviceSubscribed", "addedReward", "formCompiled", "searched", "grantedCoupon",
			"orderShipped", "abandonedCart", "clickedLink", "campaignSubscribed", "viewedProductCategory",
			"genericActiveEvent", "genericPassiveEvent", "removedWishlist" })
	@DisplayName("say in short what an event was about:")
	void subjects(String type) {
		ValueWords words = new ValueWords(this.labels, new MessageSourceAccessor(this.messages),
				new ReaderDates(Locale.ENGLISH, ZoneOffset.UTC));
		assertThat(EventSubject.of(event(EventType.of(type), EventContext.WEB), words)).isNotBlank();
		assertThat(EventSubject.of(Event.of(EventType.of(type)), words)).isNull();
	}

	private static Stream<Detail> all(List<Detail> details) {
		return details.stream().flatMap((detail) -> Stream.concat(Stream.of(detail), all(detail.parts())));
	}

	/**
	 * Return an event that has every property of its type.
	 */
	private static Event event(EventType type, EventContext context) {
		Event empty = Event.of(Map.of("type", type.value(), "context", context.value(), "properties", Map.of(),
				"contextInfo", Map.of()));
		return Event.of(Map.of("type", type.value(), "context", context.value(), "date", "2026-03-01T10:00:00Z",
				"properties", sample(empty.properties().getClass()), "contextInfo",
				sample(empty.contextInfo().getClass()), "tracking", sample(Tracking.class)));
	}

	private static List<String> names(Class<?> type) {
		return Stream.of(type.getRecordComponents())
			.map(RecordComponent::getName)
			.filter((name) -> !name.equals("unknown"))
			.toList();
	}

	private static Map<String, Object> sample(Class<?> type) {
		Map<String, Object> sample = new LinkedHashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			if (!component.getName().equals("unknown")) {
				sample.put(component.getName(), value(component));
			}
		}
		return sample;
	}

	private static Object value(RecordComponent component) {
		if (component.getGenericType() instanceof ParameterizedType list) {
			return List.of(value((Class<?>) list.getActualTypeArguments()[0]));
		}
		return value(component.getType());
	}

	private static Object value(Class<?> type) {
		if (OpenValue.class.isAssignableFrom(type)) {
			return constant(type);
		}
		if (type == JsonObject.class) {
			return Map.of("anyName", "any value");
		}
		if (type.isRecord()) {
			return sample(type);
		}
		return (type == BigDecimal.class) ? new BigDecimal("12.5")
				: (type == Integer.class) ? 1 : (type == Instant.class) ? "2026-03-01T10:00:00.000Z" : "some text";
	}

	private static String constant(Class<?> type) {
		return Stream.of(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()))
			.map(EventWordsTests::read)
			.findFirst()
			.orElseThrow();
	}

	private static String read(Field field) {
		try {
			return field.get(null).toString();
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

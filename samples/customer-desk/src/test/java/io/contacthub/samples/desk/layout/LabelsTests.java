package io.contacthub.samples.desk.layout;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.Consents;
import io.contacthub.customer.Customer;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.OpenValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Labels}.
 */
@DisplayName("Labels")
class LabelsTests {

	private final Labels labels;

	LabelsTests() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/labels");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		this.labels = new Labels(messages);
		LocaleContextHolder.setLocale(Locale.ENGLISH);
	}

	@AfterEach
	void end() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	@DisplayName("name every member of a customer, and nothing else")
	void members() {
		Set<String> known = members(Customer.class, "").filter((path) -> !path.startsWith("consents."))
			.collect(Collectors.toCollection(TreeSet::new));
		known.addAll(Set.of("consents.disclaimer", "consents.disclaimer.date", "consents.disclaimer.version"));
		assertThat(keys("label.")).isEqualTo(known);
	}

	@Test
	@DisplayName("name every consent")
	void consents() {
		Set<String> known = members(Consents.class, "").filter((path) -> path.endsWith(".status"))
			.map((path) -> path.replace(".status", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		known.add("disclaimer");
		assertThat(keys("consent.")).isEqualTo(known);
		assertThat(this.labels.consent("consents.marketing.automatic.sms.status")).isEqualTo("Marketing by SMS");
		assertThat(this.labels.consent("marketing.automatic.sms")).isEqualTo("Marketing by SMS");
	}

	@Test
	@DisplayName("name every type and context of events")
	void events() {
		assertThat(keys("eventType.")).isEqualTo(constants(EventType.class));
		assertThat(keys("eventContext.")).isEqualTo(constants(EventContext.class));
	}

	@Test
	@DisplayName("name every member of the properties of events, and the words of their values")
	void properties() {
		Set<String> unknown = Stream
			.concat(MessageFiles.types(EventType.class, "properties"), MessageFiles.types(EventType.class, "context"))
			.filter(Class::isRecord)
			.flatMap((type) -> OpenValue.class.isAssignableFrom(type)
					? constants(type).stream().map((value) -> "value." + type.getSimpleName() + "." + value)
					: members(type, "").map((path) -> "property." + path.substring(path.lastIndexOf('.') + 1)))
			.filter((key) -> !MessageFiles.words("labels", "").containsKey(key))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(unknown).isEmpty();
	}

	@Test
	@DisplayName("find a member by its path, also within lists and from ContactHub's words")
	void paths() {
		assertThat(this.labels.member("base.contacts.email")).isEqualTo("E-mail");
		assertThat(this.labels.member("/base/contacts/email")).isEqualTo("E-mail");
		assertThat(this.labels.member("/base/jobs/0/companyName")).isEqualTo("Company");
		assertThat(this.labels.member("base.jobs[12].companyName")).isEqualTo("Company");
		assertThat(this.labels.member("base.jobs[12]")).isEqualTo("Jobs");
	}

	@Test
	@DisplayName("make what they do not know readable")
	void unknown() {
		assertThat(this.labels.eventType(EventType.of("openedGoldVault"))).isEqualTo("Opened gold vault");
		assertThat(this.labels.eventContext(EventContext.of("SMART_MIRROR"))).isEqualTo("Smart mirror");
		assertThat(this.labels.member("extended.shoeSize")).isEqualTo("Shoe size");
		assertThat(this.labels.property("loyaltyPoints2")).isEqualTo("Loyalty points2");
		assertThat(this.labels.value(SubscriptionKind.of("CARRIER_PIGEON"))).isEqualTo("Carrier pigeon");
		assertThat(this.labels.consent("newKind.email")).isEqualTo("New kind email");
	}

	@Test
	@DisplayName("speak the language of the reader")
	void language() {
		LocaleContextHolder.setLocale(Locale.GERMANY);
		assertThat(this.labels.member("base.dob")).isEqualTo("Geburtsdatum");
		assertThat(this.labels.value(SubscriptionKind.SERVICE)).isEqualTo("Dienst");
	}

	private static Set<String> keys(String prefix) {
		return MessageFiles.words("labels", "")
			.keySet()
			.stream()
			.filter((key) -> key.startsWith(prefix))
			.map((key) -> key.substring(prefix.length()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> members(Class<?> type, String prefix) {
		return Arrays.stream(type.getRecordComponents())
			.filter((member) -> !Set.of("unknown", "projection").contains(member.getName()))
			.flatMap((member) -> {
				String path = prefix + member.getName();
				Class<?> nested = nested(member);
				return (nested != null) ? Stream.concat(Stream.of(path), members(nested, path + ".")) : Stream.of(path);
			});
	}

	private static Class<?> nested(RecordComponent member) {
		Type type = (member.getGenericType() instanceof ParameterizedType list) ? list.getActualTypeArguments()[0]
				: member.getType();
		return (type instanceof Class<?> nested && nested.isRecord() && ApiObject.class.isAssignableFrom(nested))
				? nested : null;
	}

	private static Set<String> constants(Class<?> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
			.map((field) -> {
				try {
					return field.get(null).toString();
				}
				catch (IllegalAccessException ex) {
					throw new AssertionError(ex);
				}
			})
			.collect(Collectors.toCollection(TreeSet::new));
	}

}

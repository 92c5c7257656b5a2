package io.contacthub.samples.desk.layout;

import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.customer.Consent;
import io.contacthub.customer.Consents;
import io.contacthub.customer.Customer;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.JsonLinesFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsentKind}.
 */
@DisplayName("Kinds of consent")
class ConsentKindTests {

	@Test
	@DisplayName("are all those that the library knows, each in a group")
	void complete() {
		List<String> known = paths("", Consents.class).toList();
		assertThat(known).hasSizeGreaterThan(10);
		assertThat(Arrays.stream(ConsentKind.values()).map(ConsentKind::path))
			.containsExactlyInAnyOrderElementsOf(known);
		assertThat(Arrays.stream(ConsentKind.Group.values()).flatMap((group) -> group.kinds().stream()))
			.containsExactly(ConsentKind.values());
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("are read where they are written:")
	void read(ConsentKind kind) {
		String[] names = kind.fields().STATUS.path().split("\\.");
		String json = "{\"" + String.join("\":{\"", names) + "\":true" + "}".repeat(names.length);
		try (DocumentReader<Customer> reader = JsonLinesFormat.of(Customer.class)
			.reader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "one.jsonl")) {
			Consents consents = reader.stream().findFirst().orElseThrow().value().consents();
			assertThat(kind.of(consents).status()).isTrue();
			assertThat(Arrays.stream(ConsentKind.values()).filter((each) -> each.of(consents).status() != null))
				.containsExactly(kind);
			assertThat(ConsentKind.of(kind.path())).contains(kind);
		}
	}

	private static Stream<String> paths(String prefix, Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.flatMap((component) -> paths(prefix + component.getName(), component));
	}

	private static Stream<String> paths(String path, RecordComponent component) {
		if (component.getType() == Consent.class) {
			return Stream.of(path);
		}
		boolean group = component.getType().isRecord() && component.getType().getSimpleName().endsWith("Consents");
		return group ? paths(path + ".", component.getType()) : Stream.empty();
	}

}

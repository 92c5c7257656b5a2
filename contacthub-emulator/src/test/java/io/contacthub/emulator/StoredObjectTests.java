package io.contacthub.emulator;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for objects as they are stored.
 */
@DisplayName("A stored object")
class StoredObjectTests {

	private static final String TEXT = "{\"b\":1.50,\"a\":{\"x\":null,\"list\":[{\"y\":\"z\"},[1,true],\"z\"]},\"c\":\"\"}";

	@Test
	@DisplayName("reads and is written as the object that it was made of")
	void isEqual() {
		ObjectNode object = object(TEXT);
		StoredObject stored = StoredObject.of(object);
		assertThat(stored).isEqualTo(object);
		assertThat(object).isEqualTo(stored);
		assertThat(stored).hasSameHashCodeAs(object);
		assertThat(new String(Json.bytes(stored), StandardCharsets.UTF_8)).isEqualTo(TEXT);
		assertThat(stored.path("a").path("list").path(0).path("y").stringValue()).isEqualTo("z");
		assertThat(stored.has("x")).isFalse();
		assertThat(stored.path("x").isMissingNode()).isTrue();
		assertThat(stored.propertyNames()).containsExactly("b", "a", "c");
	}

	@Test
	@DisplayName("does not change, neither by itself nor with what it was made of")
	void doesNotChange() {
		ObjectNode object = object(TEXT);
		StoredObject stored = StoredObject.of(object);
		((ObjectNode) object.path("a")).put("x", 1);
		assertThat(stored).isEqualTo(object(TEXT));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> stored.put("b", 2));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((ObjectNode) stored.path("a")).remove("x"));
		assertThat(stored.deepCopy().put("b", 2).path("b").intValue()).isEqualTo(2);
	}

	@Test
	@DisplayName("has a copy with one member changed, whatever its size")
	void hasChangedCopy() {
		ObjectNode large = Json.object();
		for (int member = 0; member < 100; member++) {
			large.put("m" + member, member);
		}
		for (ObjectNode object : new ObjectNode[] { object("{\"m7\":1,\"a\":2}"), large }) {
			StoredObject stored = StoredObject.of(object);
			assertThat(stored).isEqualTo(object);
			StoredObject changed = stored.with("m7", object("{\"new\":true}"));
			assertThat(changed).isEqualTo(object.deepCopy().set("m7", object("{\"new\":true}")));
			assertThat(stored).isEqualTo(object);
			assertThat(changed.propertyNames()).containsExactlyElementsOf(object.propertyNames());
		}
	}

	private static ObjectNode object(String text) {
		return (ObjectNode) Json.parse(text);
	}

}

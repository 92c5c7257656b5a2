package io.contacthub.analytics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;

import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AnalyticsResult}.
 */
@DisplayName("A result of analytics")
class AnalyticsResultTests {

	private static final TypeReference<AnalyticsResult<NodeCount>> TYPE = new TypeReference<>() {
	};

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static AnalyticsResult<NodeCount> read(String json) {
		return ContactHubJson.mapper().readValue(json, TYPE);
	}

	private static NodeCount count(String nodeId, long count) {
		return NodeCount.builder().nodeId(nodeId).count(count).build();
	}

	@Test
	@DisplayName("keeps what the library does not know, in the envelope and in the elements")
	void keepsUnknownMembers() {
		AnalyticsResult<NodeCount> result = read("""
				{"name":{"any":1},"future":[1],"data":[{"nodeId":"n1","count":1,"state":"new","rate":0.10}]}""");
		assertThat(result.data()).singleElement().satisfies((element) -> {
			assertThat(element.count()).isEqualTo(1);
			assertThat(ContactHubJson.mapper().writeValueAsString(element.unknown()))
				.isEqualTo("{\"state\":\"new\",\"rate\":0.10}");
		});
		assertThat(result.document().at("name", "any")).isEqualTo(1);
		assertThat(result.document().get("future")).isEqualTo(List.of(1));
	}

	@Test
	@DisplayName("keeps a number that does not fit, as it was sent")
	void keepsWhatDoesNotFit() {
		AnalyticsResult<NodeCount> result = read("{\"data\":[{\"nodeId\":\"n1\",\"count\":1e30}]}");
		assertThat(result.data().get(0).count()).isNull();
		assertThat(ContactHubJson.mapper().writeValueAsString(result.data().get(0)))
			.isEqualTo("{\"nodeId\":\"n1\",\"count\":1E+30}");
	}

	@Test
	@DisplayName("has the elements of lists in lists, in their order, and leaves out what is no object")
	void flattens() {
		AnalyticsResult<NodeCount> result = read("""
				{"data":[[[[[[[[[[{"nodeId":"n1","count":1}]]]]]]]],7],null,"x",{"nodeId":"n2","count":2},[]]}""");
		assertThat(result.data()).containsExactly(count("n1", 1), count("n2", 2));
		assertThat(result.document().get("data")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.hasSize(5)
			.contains((Object) null)
			.contains("x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":null}", "{\"data\":[]}", "{\"data\":[[]]}" })
	@DisplayName("may be empty")
	void mayBeEmpty(String json) {
		AnalyticsResult<NodeCount> result = read(json);
		assertThat(result.data()).isEmpty();
		assertThat(result.ofNode("n1")).isEmpty();
		assertThat(ContactHubJson.mapper().writeValueAsString(result)).isEqualTo(json);
	}

	@Test
	@DisplayName("gives the first element of a node")
	void findsNode() {
		AnalyticsResult<NodeCount> result = read(
				"{\"data\":[{\"count\":0},{\"nodeId\":\"n2\",\"count\":2},{\"nodeId\":\"n2\",\"count\":3}]}");
		assertThat(result.ofNode("n2")).contains(count("n2", 2));
		assertThat(result.ofNode("n1")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> result.ofNode(" ")).withMessageContaining("blank");
	}

	@Test
	@DisplayName("copies the list that it is made with")
	void copies() {
		List<NodeCount> data = Arrays.asList(count("n1", 1), count("n2", 2));
		AnalyticsResult<NodeCount> result = new AnalyticsResult<>(data, JsonObject.of());
		data.set(0, count("n3", 3));
		assertThat(result.data()).containsExactly(count("n1", 1), count("n2", 2));
	}

	@Test
	@DisplayName("is equal when it was kept in JSON and is read with its type")
	void isKeptInJson() {
		AnalyticsResult<NodeCount> result = read("""
				{"name":"n","data":[[{"nodeId":"n1","count":"3","new":0.10}]],"headers":{"a":null}}""");
		for (JsonMapper mapper : List.of(MAPPER, ContactHubJson.mapper())) {
			String json = mapper.writeValueAsString(result);
			assertThat(json).isEqualTo("""
					{"name":"n","data":[[{"nodeId":"n1","count":"3","new":0.10}]],"headers":{"a":null}}""");
			assertThat(mapper.readValue(json, TYPE)).isEqualTo(result).hasSameHashCodeAs(result);
		}
		record Kept(AnalyticsResult<NodeCount> result, String name) {

		}
		Kept kept = new Kept(result, "x");
		assertThat(MAPPER.readValue(MAPPER.writeValueAsString(kept), Kept.class)).isEqualTo(kept);
	}

	@Test
	@DisplayName("tells what is missing when it is read without its type")
	void needsType() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> MAPPER.readValue("{\"data\":[]}", AnalyticsResult.class))
			.withMessageContaining("give the mapper a TypeReference");
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> MAPPER.readValue("7", TYPE))
			.withMessageContaining("A AnalyticsResult is an object");
	}

	@Test
	@DisplayName("is equal when Java has serialized it")
	void isSerializable() throws Exception {
		AnalyticsResult<NodeCount> result = read("{\"data\":[[{\"nodeId\":\"n1\",\"count\":3,\"new\":0.10}]]}");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(result);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertThat(in.readObject()).isEqualTo(result);
		}
	}

	@Test
	@DisplayName("is refused by Jackson 2")
	void isRefusedByJackson2() {
		com.fasterxml.jackson.databind.ObjectMapper mapper = new com.fasterxml.jackson.databind.ObjectMapper();
		AnalyticsResult<NodeCount> result = read("{\"data\":[]}");
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> mapper.writeValueAsString(result))
			.withStackTraceContaining("written and read by Jackson 3");
	}

	@Test
	@DisplayName("tells how many elements it has, and nothing of them")
	void hidesElements() {
		assertThat(read("{\"data\":[{\"nodeId\":\"n1\"}]}")).hasToString("AnalyticsResult[1 element]");
		assertThat(read("{\"data\":[{},{}]}")).hasToString("AnalyticsResult[2 elements]");
	}

	@Test
	@DisplayName("can be made by an application, for its tests")
	void canBeMade() {
		AnalyticsResult<NodeCount> made = new AnalyticsResult<>(List.of(count("n1", 1)),
				JsonObject.of("data", List.of(count("n1", 1))));
		assertThat(made.ofNode("n1")).contains(count("n1", 1));
		assertThat(read(MAPPER.writeValueAsString(made)).data()).isEqualTo(made.data());
	}

}

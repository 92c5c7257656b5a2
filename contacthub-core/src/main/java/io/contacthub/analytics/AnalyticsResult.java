package io.contacthub.analytics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import io.contacthub.client.UnusableAnswerException;
import io.contacthub.json.ApiObject;
import io.contacthub.json.DocumentDeserializer;
import io.contacthub.json.DocumentSerializer;
import io.contacthub.json.Jackson2Refusal;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.json.RequestDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.util.Assert;

/**
 * Result of {@link Analytics}.
 * <p>
 * An application that keeps it in JSON keeps the document, and names the type to read it:
 * {@code mapper.readValue(json, new TypeReference<AnalyticsResult<Trend>>() { })}.
 *
 * @param <T> the type of the elements
 * @param data one element for each node, or the one of a query, however deeply ContactHub
 * has nested them in lists; what is no object is in the document only
 * @param document the whole answer as it was sent, with its {@code name}, the
 * {@code parameters} of the request and, as {@code headers}, a description of the data
 */
@JsonIdentityInfo(generator = Jackson2Refusal.class)
@JsonSerialize(using = AnalyticsResult.Serializer.class)
@JsonDeserialize(using = AnalyticsResult.Deserializer.class)
public record AnalyticsResult<T extends ApiObject>(List<T> data, JsonObject document) implements Serializable {

	private static final String DATA = "data";

	/**
	 * Copy the elements.
	 */
	public AnalyticsResult {
		data = List.copyOf(data);
		document = Members.unknown(document);
	}

	/**
	 * Return the element of a node.
	 * @param nodeId the id of the node
	 * @return the first element of that node, or empty when there is none
	 */
	public Optional<T> ofNode(String nodeId) {
		Assert.hasText(nodeId, "nodeId is blank: give the id of the node");
		return this.data.stream()
			.filter((element) -> nodeId.equals(RequestDocument.members(element).get("nodeId")))
			.findFirst();
	}

	/**
	 * Read an answer.
	 */
	private static <T extends ApiObject> AnalyticsResult<T> read(JsonObject document, Class<T> type) {
		if (!document.containsKey(DATA)) {
			throw new UnusableAnswerException("it has no '" + DATA + "'");
		}
		Object data = document.get(DATA);
		if (!(data == null || data instanceof List<?> || data instanceof JsonObject)) {
			throw new UnusableAnswerException("its '" + DATA + "' is neither a list nor an object");
		}
		List<T> elements = new ArrayList<>();
		collect(data, type, elements);
		return new AnalyticsResult<>(elements, document);
	}

	private static <T extends ApiObject> void collect(@Nullable Object data, Class<T> type, List<T> elements) {
		if (data instanceof JsonObject element) {
			elements.add(Members.read(element, type));
		}
		else if (data instanceof List<?> list) {
			list.forEach((element) -> collect(element, type, elements));
		}
	}

	/**
	 * Return how many elements there are; what they tell may be confidential.
	 */
	@Override
	public String toString() {
		return "AnalyticsResult[" + this.data.size() + ((this.data.size() == 1) ? " element]" : " elements]");
	}

	/**
	 * Serializer that writes a result as the answer that it came from.
	 */
	static final class Serializer extends DocumentSerializer<AnalyticsResult<?>> {

		Serializer() {
			super(AnalyticsResult.class);
		}

		@Override
		protected Object document(AnalyticsResult<?> value) {
			return value.document;
		}

	}

	/**
	 * Deserializer that reads a result of some type from an answer.
	 */
	static final class Deserializer extends DocumentDeserializer<AnalyticsResult<?>> {

		private final @Nullable Class<? extends ApiObject> type;

		Deserializer() {
			this(null);
		}

		private Deserializer(@Nullable Class<? extends ApiObject> type) {
			super(AnalyticsResult.class);
			this.type = type;
		}

		@Override
		public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
			JavaType element = context.getContextualType().containedType(0);
			return (element != null && element.isConcrete() && element.isTypeOrSubTypeOf(ApiObject.class))
					? new Deserializer(element.getRawClass().asSubclass(ApiObject.class)) : this;
		}

		@Override
		protected AnalyticsResult<?> value(Object document) {
			Assert.isTrue(this.type != null, "An AnalyticsResult is read with the type of its elements: give the mapper"
					+ " a TypeReference, such as new TypeReference<AnalyticsResult<Trend>>() { }");
			if (document instanceof JsonObject answer) {
				return read(answer, this.type);
			}
			throw unexpected(document, "an object");
		}

	}

}

package io.contacthub.fuzz;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.DeclaredCalls;
import io.contacthub.Node;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.client.ApiPage;
import io.contacthub.client.DeclaredOperation;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.Values;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;

/**
 * A call of an operation as it is declared, below what repositories make of it.
 */
record DeclaredCall(DeclaredOperation operation) implements Call {

	@Override
	public List<String> documents() {
		return List.of(document(ResolvableType.forMethodReturnType(this.operation.method(), this.operation.api())));
	}

	/**
	 * Return a document that is read as a type.
	 */
	private static String document(ResolvableType type) {
		Class<?> known = type.toClass();
		if (known == ResponseEntity.class) {
			return document(type.getGeneric());
		}
		if (List.class.isAssignableFrom(known)) {
			return "[" + document(type.getGeneric()) + "]";
		}
		if (known == ApiPage.Metadata.class) {
			return "{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}";
		}
		if (ApiObject.class.isAssignableFrom(known)) {
			return ContactHubJson.mapper().writeValueAsString(Values.sample(known.asSubclass(ApiObject.class)));
		}
		if (known == AnalyticsResult.class) {
			String element = document(type.getGeneric());
			return "{\"name\":\"n\",\"headers\":{},\"parameters\":{\"nodes\":null},\"data\":[%s,[%s]]}"
				.formatted(element, element);
		}
		if (known.isRecord() && known.getRecordComponents().length == 1
				&& ApiObject.class.isAssignableFrom(known.getRecordComponents()[0].getType())) {
			// it is there only to read another type in several forms
			return document(ResolvableType.forClass(known.getRecordComponents()[0].getType()));
		}
		if (known.isRecord()) {
			return Arrays.stream(known.getRecordComponents())
				.map((component) -> "\"" + component.getName() + "\":"
						+ document(ResolvableType.forType(component.getGenericType(), type)))
				.collect(Collectors.joining(",", "{", "}"));
		}
		return BeanUtils.isSimpleValueType(known) ? "1" : "{}";
	}

	@Override
	public Object make(Node node) {
		Object value = DeclaredCalls.call(node.workspace().client(), this.operation,
				DeclaredCalls.arguments(this.operation));
		Object body = (value instanceof ResponseEntity<?> entity) ? entity.getBody() : value;
		if (body instanceof ApiObject || body instanceof Map) {
			return body;
		}
		List<ApiObject> objects = new ArrayList<>();
		collect(body, objects);
		return objects.isEmpty() ? String.valueOf(body) : objects;
	}

	private static void collect(Object value, List<ApiObject> objects) {
		if (value instanceof ApiObject object) {
			objects.add(object);
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> collect(element, objects));
		}
		else if (value instanceof Record envelope) {
			Arrays.stream(envelope.getClass().getRecordComponents())
				.map(RecordComponent::getAccessor)
				.forEach((part) -> {
					part.setAccessible(true);
					collect(ReflectionUtils.invokeMethod(part, envelope), objects);
				});
		}
	}

	@Override
	public String toString() {
		return this.operation.name();
	}

}

package io.contacthub.fuzz;

import java.lang.reflect.Method;
import java.util.List;

import io.contacthub.DeclaredCalls;
import io.contacthub.Node;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.client.ApiElements;
import io.contacthub.client.ApiPage;
import io.contacthub.client.DeclaredOperation;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.Values;

import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;

/**
 * A call of an operation as it is declared, below what repositories make of it.
 */
record DeclaredCall(DeclaredOperation operation) implements Call {

	@Override
	public List<String> documents() {
		return List.of(document(ResolvableType.forMethodReturnType(this.operation.method(), this.operation.api())));
	}

	private static String document(ResolvableType type) {
		Class<?> known = type.toClass();
		if (known == ResponseEntity.class) {
			return document(type.getGeneric());
		}
		if (known == ApiPage.class) {
			return "{\"elements\":[%s],\"page\":{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}}"
				.formatted(document(type.getGeneric()));
		}
		if (known == ApiElements.class) {
			return "{\"elements\":[%s]}".formatted(document(type.getGeneric()));
		}
		if (known == AnalyticsResult.class) {
			String element = document(type.getGeneric());
			return "{\"name\":\"n\",\"headers\":{},\"parameters\":{\"nodes\":null},\"data\":[%s,[%s]]}"
				.formatted(element, element);
		}
		if (wraps(known)) {
			return document(ResolvableType.forType(known.getRecordComponents()[0].getGenericType()));
		}
		return ApiObject.class.isAssignableFrom(known)
				? ContactHubJson.mapper().writeValueAsString(Values.sample(known.asSubclass(ApiObject.class)))
				: Seed.LAST_EVENT_PAGE.document();
	}

	/**
	 * Return whether a type is there only to read another one in several forms.
	 */
	private static boolean wraps(Class<?> type) {
		return type.isRecord() && !ApiObject.class.isAssignableFrom(type) && type.getRecordComponents().length == 1;
	}

	@Override
	public Object make(Node node) {
		return usable(
				DeclaredCalls.call(node.workspace().client(), this.operation, DeclaredCalls.arguments(this.operation)));
	}

	private static Object usable(Object value) {
		if (value instanceof ResponseEntity<?> entity) {
			return usable(entity.getBody());
		}
		if (value instanceof ApiPage<?> page) {
			return page.elements().stream().map(DeclaredCall::usable).toList();
		}
		if (value instanceof ApiElements<?> list) {
			return list.elements();
		}
		if (value instanceof AnalyticsResult<?> result) {
			return result.data();
		}
		if (value != null && wraps(value.getClass())) {
			return usable(wrapped(value));
		}
		return (value instanceof List || value instanceof ApiObject) ? value : String.valueOf(value);
	}

	private static Object wrapped(Object value) {
		try {
			Method accessor = value.getClass().getRecordComponents()[0].getAccessor();
			accessor.setAccessible(true);
			return accessor.invoke(value);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.operation.name();
	}

}

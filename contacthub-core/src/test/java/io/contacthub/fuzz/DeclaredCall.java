package io.contacthub.fuzz;

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
		return ApiObject.class.isAssignableFrom(known)
				? ContactHubJson.mapper().writeValueAsString(Values.sample(known.asSubclass(ApiObject.class)))
				: Seed.LAST_EVENT_PAGE.document();
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
			return page.elements();
		}
		if (value instanceof ApiElements<?> list) {
			return list.elements();
		}
		if (value instanceof AnalyticsResult<?> result) {
			return result.data();
		}
		return (value instanceof ApiObject) ? value : String.valueOf(value);
	}

	@Override
	public String toString() {
		return this.operation.name();
	}

}

package io.contacthub.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The grammar of queries, as ContactHub publishes it: closed at every level. Two
 * deviations are accepted in practice and used here: operators for null go without a
 * value, and a value may be a boolean.
 */
final class QueryGrammar {

	private static final Set<String> OPERATORS = Set.of("EQUALS", "NOT_EQUALS", "BETWEEN", "GTE", "GT", "LTE", "LT",
			"IS_NULL", "IS_NOT_NULL", "IN", "NOT_IN", "LIKE");

	private QueryGrammar() {
	}

	static void check(Map<?, ?> container) {
		assertThat(keys(container)).containsExactlyInAnyOrder("name", "query");
		assertThat(container.get("name")).isInstanceOf(String.class);
		checkQuery((Map<?, ?>) container.get("query"));
	}

	private static void checkQuery(Map<?, ?> query) {
		if ("combined".equals(query.get("type"))) {
			assertThat(keys(query)).containsExactlyInAnyOrder("type", "conjunction", "queries");
			assertThat(query.get("conjunction")).isIn("INTERSECT", "UNION", "EXCEPT");
			((List<?>) query.get("queries")).forEach((operand) -> checkQuery((Map<?, ?>) operand));
			return;
		}
		assertThat(query.get("type")).isEqualTo("simple");
		assertThat(keys(query)).isSubsetOf("type", "are", "did").hasSizeGreaterThan(1);
		if (query.get("are") instanceof Map<?, ?> are) {
			assertThat(keys(are)).containsExactly("condition");
			checkCondition((Map<?, ?>) are.get("condition"));
		}
		if (query.get("did") instanceof Map<?, ?> did) {
			assertThat(keys(did)).containsExactlyInAnyOrder("event", "condition", "timeframe");
			assertThat(((Map<?, ?>) did.get("event")).get("name")).isInstanceOf(String.class);
			checkCondition((Map<?, ?>) did.get("condition"));
			checkCondition((Map<?, ?>) did.get("timeframe"));
		}
	}

	private static void checkCondition(Map<?, ?> condition) {
		if ("composite".equals(condition.get("type"))) {
			assertThat(keys(condition)).containsExactlyInAnyOrder("type", "conjunction", "conditions");
			assertThat(condition.get("conjunction")).isIn("and", "or");
			((List<?>) condition.get("conditions")).forEach((operand) -> checkCondition((Map<?, ?>) operand));
			return;
		}
		assertThat(condition.get("type")).isEqualTo("atomic");
		assertThat(condition.get("attribute")).isInstanceOf(String.class);
		assertThat(OPERATORS).contains((String) condition.get("operator"));
		if (((String) condition.get("operator")).startsWith("IS_")) {
			assertThat(keys(condition)).containsExactlyInAnyOrder("type", "attribute", "operator");
			return;
		}
		assertThat(keys(condition)).containsExactlyInAnyOrder("type", "attribute", "operator", "value");
		Object value = condition.get("value");
		assertThat(value).isInstanceOfAny(String.class, Number.class, List.class, Boolean.class);
		if ("BETWEEN".equals(condition.get("operator"))) {
			assertThat((List<?>) value).hasSize(2);
		}
	}

	@SuppressWarnings("unchecked")
	private static Set<String> keys(Map<?, ?> map) {
		return (Set<String>) map.keySet();
	}

}

package com.example.observability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus names, as far as those of the manual go.
 *
 * @param matched the metrics, each with the labels that select among its series
 * @param grouped the labels by which series are put together
 */
record PrometheusExpression(Map<String, Set<String>> matched, Set<String> grouped) {

	private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

	private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on)\\s*\\(([^)]*)\\)");

	private static final Pattern SERIES = Pattern.compile("\\b([a-z_][a-z0-9_]*)\\b(?!\\s*\\()(?:\\{([^}]*)})?");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless");

	static PrometheusExpression parse(String expression) {
		String rest = RANGE.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll("");
		Set<String> grouped = new TreeSet<>();
		GROUPING.matcher(rest).results().forEach((found) -> grouped.addAll(List.of(found.group(1).split(",\\s*"))));
		Map<String, Set<String>> matched = new LinkedHashMap<>();
		Matcher series = SERIES.matcher(GROUPING.matcher(rest).replaceAll(" "));
		while (series.find()) {
			if (!OPERATORS.contains(series.group(1))) {
				matched.computeIfAbsent(series.group(1), (name) -> new TreeSet<>()).addAll(labels(series.group(2)));
			}
		}
		return new PrometheusExpression(matched, grouped);
	}

	private static List<String> labels(String matchers) {
		List<String> labels = new ArrayList<>();
		if (matchers != null && !matchers.isBlank()) {
			for (String matcher : matchers.split(",")) {
				labels.add(matcher.replaceAll("[=!~\\s]", ""));
			}
		}
		return labels;
	}

}

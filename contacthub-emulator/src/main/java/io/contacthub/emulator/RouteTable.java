package io.contacthub.emulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Routes that are found by method and path. Where several templates match a path, it is
 * that of the first route alone.
 */
final class RouteTable {

	private final Map<Integer, List<Route>> bySegments;

	RouteTable(Collection<Route> routes) {
		this.bySegments = routes.stream().collect(Collectors.groupingBy((route) -> route.template().size()));
	}

	/**
	 * Return the route of a request. What answers GET also answers HEAD.
	 * @return the route, or null if there is none
	 */
	@Nullable Route find(String method, List<String> segments) {
		String served = method.equals("HEAD") ? "GET" : method;
		return matching(segments).filter((route) -> route.method().equals(served)).findFirst().orElse(null);
	}

	/**
	 * Return the methods that a path answers.
	 */
	Collection<String> methods(List<String> segments) {
		Set<String> methods = matching(segments).map(Route::method).collect(Collectors.toCollection(TreeSet::new));
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		return methods;
	}

	private Stream<Route> matching(List<String> segments) {
		List<Route> routes = this.bySegments.getOrDefault(segments.size(), List.of())
			.stream()
			.filter((route) -> route.matches(segments))
			.toList();
		return routes.stream().filter((route) -> route.hasVariablesOf(routes.get(0)));
	}

}

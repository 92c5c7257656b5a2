package io.contacthub.emulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Routes that are found by method and path. Earlier ones come first where several match.
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
		for (Route route : candidates(segments)) {
			if (route.method().equals(served) && route.matches(segments)) {
				return route;
			}
		}
		return null;
	}

	/**
	 * Return the methods that a path answers.
	 */
	Collection<String> methods(List<String> segments) {
		Set<String> methods = candidates(segments).stream()
			.filter((route) -> route.matches(segments))
			.map(Route::method)
			.collect(Collectors.toCollection(TreeSet::new));
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		return methods;
	}

	private List<Route> candidates(List<String> segments) {
		return this.bySegments.getOrDefault(segments.size(), List.of());
	}

}

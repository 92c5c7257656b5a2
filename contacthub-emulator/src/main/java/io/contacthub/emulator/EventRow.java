package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What an aggregation counts: an event, or of an array in it that several paths of the
 * query lead through, one element.
 *
 * @param event the event
 * @param places the elements, outermost first
 */
record EventRow(StoredEvent event, List<Place> places) {

	/**
	 * Split an event.
	 * @param path the path that the aggregation follows
	 * @param others the other paths of the query that begin at the event
	 */
	static List<EventRow> of(StoredEvent event, List<String> path, List<List<String>> others) {
		List<EventRow> rows = new ArrayList<>();
		split(event.document(), path, 0, others, new EventRow(event, List.of()), rows);
		return rows;
	}

	private static void split(JsonNode node, List<String> path, int depth, List<List<String>> others, EventRow row,
			List<EventRow> rows) {
		List<String> way = path.subList(0, depth);
		boolean shared = others.stream().anyMatch((other) -> leads(other, way));
		if (shared && node.isArray()) {
			for (JsonNode element : node) {
				split(element, path, depth, others, row.at(new Place(way, element)), rows);
			}
		}
		else if (shared && node.isObject() && depth < path.size()) {
			split(node.path(path.get(depth)), path, depth + 1, others, row, rows);
		}
		else {
			rows.add(row);
		}
	}

	private static boolean leads(List<String> path, List<String> way) {
		return path.size() >= way.size() && path.subList(0, way.size()).equals(way);
	}

	private EventRow at(Place place) {
		List<Place> places = new ArrayList<>(this.places);
		places.add(place);
		return new EventRow(this.event, places);
	}

	/**
	 * Return the values at a path that are set, as texts or numbers.
	 */
	List<JsonNode> values(List<String> path) {
		JsonNode node = this.event.document();
		List<String> rest = path;
		for (Place place : this.places) {
			if (leads(path, place.way())) {
				node = place.element();
				rest = path.subList(place.way().size(), path.size());
			}
		}
		List<JsonNode> values = new ArrayList<>();
		collect(node, rest, values);
		return values;
	}

	/**
	 * Add the values at a path that are set.
	 */
	static void collect(JsonNode node, List<String> path, List<JsonNode> values) {
		if (node.isArray()) {
			node.forEach((element) -> collect(element, path, values));
		}
		else if (!path.isEmpty()) {
			collect(node.path(path.get(0)), path.subList(1, path.size()), values);
		}
		else if (!Json.isBlank(node)) {
			values.add(node);
		}
	}

	/**
	 * An element of an array.
	 *
	 * @param way the path of the array
	 * @param element the element
	 */
	record Place(List<String> way, JsonNode element) {
	}

}

package io.contacthub.samples.desk.move;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why a row of a file is no customer. The library says so in English only: what it says
 * most often is told apart here, so that pages have words of their own for it. Anything
 * else is a row that cannot be read, with what the library says.
 *
 * @param kind the kind, which is a part of the key of its words
 * @param values what the words are about, such as the text of the cell
 */
record RowReason(String kind, List<String> values) {

	private static final Map<String, Pattern> KINDS = Map.of("day", Pattern.compile("'(.*)' is no date: .*"), "cells",
			Pattern.compile("has (\\d+) cells?, the header (\\d+)"), "empty",
			Pattern.compile("has no value in any column"), "twice",
			Pattern.compile("\\S+ '(.*)' is in line (\\d+) already.*"), "value",
			Pattern.compile("'(.*?)' is no (?!date\\b).*"));

	/**
	 * Tell what the library says.
	 */
	static RowReason of(String refusal) {
		return KINDS.entrySet().stream().flatMap((kind) -> {
			Matcher words = kind.getValue().matcher(refusal);
			return words.matches() ? Stream.of(new RowReason(kind.getKey(), groups(words))) : Stream.empty();
		}).findFirst().orElse(new RowReason("row", List.of()));
	}

	/**
	 * Return whether the words of a kind say all that the library says.
	 */
	static boolean isTold(String kind) {
		return KINDS.containsKey(kind);
	}

	private static List<String> groups(Matcher words) {
		return IntStream.rangeClosed(1, words.groupCount()).mapToObj(words::group).toList();
	}

}

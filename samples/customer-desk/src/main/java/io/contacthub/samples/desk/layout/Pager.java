package io.contacthub.samples.desk.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Links to the pages of a list, with all other parameters that the list has.
 */
@Component
public class Pager {

	private static final int NEAR = 2;

	/**
	 * Make the links of a page.
	 * @param page the page
	 * @param address the address of the list with its parameters
	 * @return the links
	 */
	public Links of(Page<?> page, String address) {
		int present = page.getNumber();
		int last = Math.max(0, page.getTotalPages() - 1);
		int from = Math.max(0, Math.min(present - NEAR, last - 2 * NEAR));
		int to = Math.min(last, Math.max(present + NEAR, 2 * NEAR));
		List<Link> near = IntStream.rangeClosed(from, to).mapToObj((number) -> link(address, number, present)).toList();
		UriComponents uri = UriComponentsBuilder.fromUriString(address).build();
		return new Links(page.hasPrevious() ? link(address, present - 1, present) : null,
				(from > 0) ? link(address, 0, present) : null, near, (to < last) ? link(address, last, present) : null,
				page.hasNext() ? link(address, present + 1, present) : null, String.valueOf(uri.getPath()),
				parameters(uri.getQueryParams()), present + 1, last + 1);
	}

	private static Link link(String address, int number, int present) {
		String target = UriComponentsBuilder.fromUriString(address)
			.replaceQueryParam("page", number + 1)
			.build()
			.toUriString();
		return new Link(number + 1, target, number == present);
	}

	private static List<Map.Entry<String, String>> parameters(MultiValueMap<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.filter((parameter) -> !parameter.getKey().equals("page"))
			.flatMap((parameter) -> parameter.getValue()
				.stream()
				.filter((value) -> value != null)
				.map((value) -> Map.entry(decoded(parameter.getKey()), decoded(value))))
			.toList();
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Links to the pages of a list.
	 *
	 * @param previous the page before, if any
	 * @param first the first page, if it is not among those near
	 * @param near the present page and those near it
	 * @param last the last page, if it is not among those near
	 * @param next the next page, if any
	 * @param path the address of the list without its parameters
	 * @param parameters the parameters but the page, decoded
	 * @param number the number of the present page
	 * @param total the number of pages
	 */
	public record Links(@Nullable Link previous, @Nullable Link first, List<Link> near, @Nullable Link last,
			@Nullable Link next, String path, List<Map.Entry<String, String>> parameters, int number, int total) {

	}

	/**
	 * Link to a page.
	 *
	 * @param number the number of the page, from 1
	 * @param address the address
	 * @param current whether it is the present page
	 */
	public record Link(int number, String address, boolean current) {

	}

}

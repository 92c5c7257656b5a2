package io.contacthub.benchmarks.call;

import java.util.List;

import org.jspecify.annotations.NullUnmarked;

/**
 * A page of customers for Gson.
 */
@NullUnmarked
final class GsonPage {

	List<GsonCustomer> elements;

	Place page;

	/**
	 * Where a page is in the whole list.
	 */
	static final class Place {

		int size;

		long totalElements;

		int totalPages;

		int number;

	}

}

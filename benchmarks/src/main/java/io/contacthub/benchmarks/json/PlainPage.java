package io.contacthub.benchmarks.json;

import java.util.List;

/**
 * A page of customers as one writes it by hand.
 *
 * @param elements the customers
 * @param page where the page is in the whole list
 */
public record PlainPage(List<PlainCustomer> elements, Place page) {

	/**
	 * Where a page is in the whole list.
	 *
	 * @param size as in the document
	 * @param totalElements as in the document
	 * @param totalPages as in the document
	 * @param number as in the document
	 */
	public record Place(int size, long totalElements, int totalPages, int number) {

	}

}

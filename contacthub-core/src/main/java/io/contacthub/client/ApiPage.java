package io.contacthub.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A page as ContactHub sends it.
 *
 * @param <T> the type of the elements
 * @param elements the elements
 * @param page where the page is in the whole list
 */
public record ApiPage<T>(@Nullable List<T> elements, @Nullable Metadata page) implements Completeness {

	/**
	 * The greatest size of a page.
	 */
	public static final int MAX_SIZE = 50;

	/**
	 * The request parameters of a page.
	 * @param pageable the page, zero-based like that of ContactHub; unpaged for the first
	 * page in the size that ContactHub chooses
	 * @return the parameters {@code page}, {@code size} and {@code sort}
	 * @throws IllegalArgumentException when the size is greater than {@link #MAX_SIZE}
	 */
	public static MultiValueMap<String, String> parameters(Pageable pageable) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		if (pageable.isPaged()) {
			Assert.isTrue(pageable.getPageSize() <= MAX_SIZE, () -> "size is " + pageable.getPageSize()
					+ ": ContactHub gives pages of at most " + MAX_SIZE + " elements");
			parameters.add("page", String.valueOf(pageable.getPageNumber()));
			parameters.add("size", String.valueOf(pageable.getPageSize()));
		}
		for (Sort.Order order : pageable.getSort()) {
			parameters.add("sort", order.getProperty() + (order.isAscending() ? ",asc" : ",desc"));
		}
		return parameters;
	}

	/**
	 * Whether there is a page after this one. Its place is told by the caller, and its
	 * totals are not trusted blindly.
	 * @param number the number of this page, zero-based
	 * @param size the size that was asked for
	 */
	boolean hasNext(int number, int size) {
		Metadata metadata = this.page;
		if (metadata == null || this.elements == null || this.elements.isEmpty()) {
			return false;
		}
		if (metadata.totalPages() != null) {
			return number + 1 < metadata.totalPages();
		}
		return metadata.totalElements() != null && (number + 1L) * size < metadata.totalElements();
	}

	@Override
	public @Nullable String fault() {
		String fault = Completeness.ofElements(this.elements);
		if (fault == null) {
			fault = (this.page != null) ? this.page.fault() : "it has no 'page'";
		}
		return fault;
	}

	/**
	 * This page as Spring Data's.
	 * @param pageable what was asked for
	 * @return the page, its number and size as ContactHub says
	 * @throws DataRetrievalFailureException when the answer was no page; an interface of
	 * {@link ContactHubClient#createApi(Class)} that returns a page finds that out before
	 */
	public Page<T> toPage(Pageable pageable) {
		Metadata metadata = this.page;
		if (this.elements == null || metadata == null) {
			throw new DataRetrievalFailureException("The answer is no page: " + fault());
		}
		int asked = pageable.isPaged() ? pageable.getPageSize() : Math.max(1, this.elements.size());
		int size = (metadata.size() != null && metadata.size() > 0) ? metadata.size() : asked;
		int number = (metadata.number() != null) ? metadata.number()
				: (pageable.isPaged() ? pageable.getPageNumber() : 0);
		long total = (metadata.totalElements() != null) ? metadata.totalElements() : this.elements.size();
		return new PageImpl<>(this.elements, PageRequest.of(number, size, pageable.getSort()), total);
	}

	/**
	 * Where a page is in the whole list; what the answer does not say is null.
	 *
	 * @param size how many elements a page has at most
	 * @param totalElements how many elements there are on all pages
	 * @param totalPages how many pages there are
	 * @param number the number of this page, zero-based
	 */
	public record Metadata(@Nullable Integer size, @Nullable Long totalElements, @Nullable Integer totalPages,
			@Nullable Integer number) {

		@Nullable String fault() {
			if (negative(this.number) || negative(this.size) || negative(this.totalPages)
					|| negative(this.totalElements)) {
				return "a number of its page is negative";
			}
			return null;
		}

		private static boolean negative(@Nullable Number number) {
			return number != null && number.longValue() < 0;
		}

	}

}

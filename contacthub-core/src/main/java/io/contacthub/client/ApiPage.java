package io.contacthub.client;

import java.util.List;
import java.util.function.Function;

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
	 * @param pageable the page, zero-based like that of ContactHub
	 * @return the parameters {@code page}, {@code size} and {@code sort}
	 * @throws IllegalArgumentException when it is unpaged, when the size is greater than
	 * {@link #MAX_SIZE}, or when the order cannot be sent
	 */
	public static MultiValueMap<String, String> parameters(Pageable pageable) {
		Assert.notNull(pageable, "pageable is null: give a page, such as PageRequest.of(0, 50)");
		Assert.isTrue(pageable.isPaged(),
				"pageable is unpaged: after the last page there is none, and all elements come by stream()");
		Assert.isTrue(pageable.getPageSize() <= MAX_SIZE, () -> "size is " + pageable.getPageSize()
				+ ": ContactHub gives pages of at most " + MAX_SIZE + " elements");
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("page", String.valueOf(pageable.getPageNumber()));
		parameters.add("size", String.valueOf(pageable.getPageSize()));
		for (Sort.Order order : pageable.getSort()) {
			parameters.add("sort", parameter(order));
		}
		return parameters;
	}

	private static String parameter(Sort.Order order) {
		String property = order.getProperty();
		Assert.isTrue(!order.isIgnoreCase(), () -> "sort by '" + property
				+ "' ignores case: ContactHub cannot be asked for that, remove ignoreCase()");
		Assert.isTrue(order.getNullHandling() == Sort.NullHandling.NATIVE, () -> "sort by '" + property + "' has "
				+ order.getNullHandling() + ": ContactHub cannot be asked for that, remove the handling of nulls");
		Assert.isTrue(property.indexOf(',') < 0, () -> "sort by '" + property
				+ "' holds a comma: give each field an order of its own, as in Sort.by(\"a\", \"b\")");
		return property + (order.isAscending() ? ",asc" : ",desc");
	}

	/**
	 * Whether there is a page after this one.
	 * @param number the number of this page, zero-based
	 */
	boolean hasNext(int number) {
		return this.page != null && this.page.totalPages() != null && number + 1 < this.page.totalPages();
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
	 * What makes a list end too early, or never, when it is read on by this page.
	 */
	@Nullable String contradiction() {
		return (this.page != null && this.elements != null) ? this.page.contradiction(this.elements.size()) : null;
	}

	/**
	 * The fault of a page that is another than the one asked for.
	 * @param asked the number of the page that was asked for, {@code null} when none was
	 */
	@Nullable String misplaced(@Nullable String asked) {
		Integer number = (this.page != null) ? this.page.number() : null;
		return (asked == null || asked.equals(String.valueOf(number))) ? null
				: "its 'page.number' is " + number + " where page " + asked + " was asked for";
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
		String fault = fault();
		if (fault != null || this.elements == null || metadata == null || metadata.totalElements() == null) {
			throw new DataRetrievalFailureException("The answer is no page: " + fault);
		}
		int asked = pageable.isPaged() ? pageable.getPageSize() : Math.max(1, this.elements.size());
		int size = (metadata.size() != null && metadata.size() > 0) ? metadata.size() : asked;
		int number = (metadata.number() != null) ? metadata.number()
				: (pageable.isPaged() ? pageable.getPageNumber() : 0);
		return new CountedPage<>(this.elements, PageRequest.of(number, size, pageable.getSort()),
				metadata.totalElements());
	}

	/**
	 * A page with the total that ContactHub told. Spring Data's own makes one up from the
	 * elements of a page that is shorter than it might be.
	 *
	 * @param <T> the type of the elements
	 */
	private static final class CountedPage<T> extends PageImpl<T> {

		private final long total;

		CountedPage(List<T> content, Pageable pageable, long total) {
			super(content, pageable, total);
			this.total = total;
		}

		@Override
		public long getTotalElements() {
			return this.total;
		}

		@Override
		public int getTotalPages() {
			return (int) ((this.total + getSize() - 1) / getSize());
		}

		@Override
		public <U> Page<U> map(Function<? super T, ? extends U> converter) {
			return new CountedPage<>(getConvertedContent(converter), getPageable(), this.total);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return super.equals(other) && other instanceof CountedPage<?> counted && counted.total == this.total;
		}

		@Override
		public int hashCode() {
			return 31 * super.hashCode() + Long.hashCode(this.total);
		}

	}

	/**
	 * Where a page is in the whole list; what the answer does not say is null. All but
	 * the size must be there, or the answer is refused.
	 *
	 * @param size how many elements a page has at most
	 * @param totalElements how many elements there are on all pages
	 * @param totalPages how many pages there are
	 * @param number the number of this page, zero-based
	 */
	public record Metadata(@Nullable Integer size, @Nullable Long totalElements, @Nullable Integer totalPages,
			@Nullable Integer number) {

		@Nullable String fault() {
			if (this.number == null) {
				return "its 'page' has no 'number'";
			}
			if (this.totalPages == null) {
				return "its 'page' has no 'totalPages'";
			}
			if (this.totalElements == null) {
				return "its 'page' has no 'totalElements'";
			}
			if (negative(this.number) || negative(this.size) || negative(this.totalPages)
					|| negative(this.totalElements)) {
				return "a number of its page is negative";
			}
			return null;
		}

		@Nullable String contradiction(int elements) {
			if (this.size != null && this.size > 0 && elements > this.size) {
				return "it has " + elements + " elements, and its 'page.size' is " + this.size;
			}
			int most = (this.size != null && this.size > 0) ? this.size : MAX_SIZE;
			if (this.totalPages != null && this.totalElements != null
					&& (long) this.totalPages * most < this.totalElements) {
				return "its 'page.totalPages' is " + this.totalPages + ", too few for 'page.totalElements', which is "
						+ this.totalElements + ", in pages of " + most;
			}
			if (this.totalElements != null && elements > this.totalElements) {
				return "it has " + elements + " elements, and its 'page.totalElements' is " + this.totalElements;
			}
			if (elements == 0 && this.number != null && this.totalPages != null && this.number + 1 < this.totalPages) {
				return "it has no elements, and its 'page.totalPages' says that there are pages after it";
			}
			return null;
		}

		private static boolean negative(@Nullable Number number) {
			return number != null && number.longValue() < 0;
		}

	}

}

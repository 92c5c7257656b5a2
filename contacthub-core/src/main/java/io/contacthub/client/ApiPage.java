package io.contacthub.client;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApiPage<T>(@JsonProperty("elements") List<T> elements, @JsonProperty("page") Metadata page) {

	/**
	 * The greatest size of a page.
	 */
	public static final int MAX_SIZE = 50;

	/**
	 * Refuse what is no page.
	 * @throws UnusableAnswerException when it lacks its place in the list, or an element
	 */
	public ApiPage {
		elements = UnusableAnswerException.requireElements(elements);
		if (page == null) {
			throw new UnusableAnswerException("it has no 'page'");
		}
	}

	/**
	 * Return the request parameters of a page.
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
	 * Return whether there is a page after this one.
	 * @param number the number of this page, zero-based
	 */
	boolean hasNext(int number) {
		return number + 1 < this.page.totalPages();
	}

	/**
	 * Return what makes a list end too early, or never, when it is read on by this page.
	 */
	@Nullable String contradiction() {
		return this.page.contradiction(this.elements.size());
	}

	/**
	 * Return the fault of a page that is another than the one asked for.
	 * @param asked the number of the page that was asked for, {@code null} when none was
	 */
	@Nullable String misplaced(@Nullable String asked) {
		int number = this.page.number();
		return (asked == null || asked.equals(String.valueOf(number))) ? null
				: "its 'page.number' is " + number + " where page " + asked + " was asked for";
	}

	/**
	 * Return this page as Spring Data's.
	 * @param pageable what was asked for
	 * @return the page, its number and size as ContactHub says
	 */
	public Page<T> toPage(Pageable pageable) {
		int asked = pageable.isPaged() ? pageable.getPageSize() : Math.max(1, this.elements.size());
		Integer told = this.page.size();
		int size = (told != null && told > 0) ? told : asked;
		return new CountedPage<>(this.elements, PageRequest.of(this.page.number(), size, pageable.getSort()),
				this.page.totalElements());
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
	 * Where a page is in the whole list.
	 *
	 * @param size how many elements a page has at most, {@code null} when the answer does
	 * not say it
	 * @param totalElements how many elements there are on all pages
	 * @param totalPages how many pages there are
	 * @param number the number of this page, zero-based
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Metadata(@JsonProperty("size") @Nullable Integer size,
			@JsonProperty("totalElements") Long totalElements, @JsonProperty("totalPages") Integer totalPages,
			@JsonProperty("number") Integer number) {

		/**
		 * Refuse what is no place in a list.
		 * @throws UnusableAnswerException when anything but the size is missing, or
		 * negative
		 */
		public Metadata {
			require("number", number);
			require("totalPages", totalPages);
			require("totalElements", totalElements);
			if (number < 0 || totalPages < 0 || totalElements < 0 || (size != null && size < 0)) {
				throw new UnusableAnswerException("a number of its page is negative");
			}
		}

		private static void require(String name, @Nullable Number number) {
			if (number == null) {
				throw new UnusableAnswerException("its 'page' has no '" + name + "'");
			}
		}

		@Nullable String contradiction(int elements) {
			if (this.size != null && this.size > 0 && elements > this.size) {
				return "it has " + elements + " elements, and its 'page.size' is " + this.size;
			}
			int most = (this.size != null && this.size > 0) ? this.size : MAX_SIZE;
			if ((long) this.totalPages * most < this.totalElements) {
				return "its 'page.totalPages' is " + this.totalPages + ", too few for 'page.totalElements', which is "
						+ this.totalElements + ", in pages of " + most;
			}
			if (elements > this.totalElements) {
				return "it has " + elements + " elements, and its 'page.totalElements' is " + this.totalElements;
			}
			if (elements == 0 && this.number + 1 < this.totalPages) {
				return "it has no elements, and its 'page.totalPages' says that there are pages after it";
			}
			return null;
		}

	}

}

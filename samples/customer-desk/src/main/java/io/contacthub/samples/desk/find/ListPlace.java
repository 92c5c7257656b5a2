package io.contacthub.samples.desk.find;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Where in the list somebody is, but for the page: what is looked for, in which order and
 * by how many at a time.
 *
 * @param filter what is looked for
 * @param order the order
 * @param size how many customers a page has
 */
record ListPlace(CustomerFilter filter, ListOrder order, int size) {

	static final int USUAL_SIZE = 20;

	static final String PATH = "/customers";

	static ListPlace of(CustomerFilter filter) {
		return of(filter, PageRequest.ofSize(USUAL_SIZE));
	}

	static ListPlace of(CustomerFilter filter, Pageable page) {
		return new ListPlace(filter, ListOrder.of(page.getSort()), page.getPageSize());
	}

	public boolean isUsual() {
		return this.size == USUAL_SIZE;
	}

	/**
	 * Return the address of the first page.
	 */
	public String address() {
		return this.filter.address(PATH, view());
	}

	/**
	 * Return the address of a page, which addresses count from one.
	 */
	String address(int page) {
		Map<String, String> parameters = view();
		if (page > 1) {
			parameters.put("page", String.valueOf(page));
		}
		return this.filter.address(PATH, parameters);
	}

	/**
	 * Return the address of what helps somebody who finds nobody here.
	 */
	public String hintsAddress() {
		return this.filter.address(PATH + "/hints", view());
	}

	public ListPlace by(ListOrder.Column column) {
		return new ListPlace(this.filter, this.order.by(column), this.size);
	}

	ListPlace without(String name) {
		return new ListPlace(this.filter.without(name), this.order, this.size);
	}

	public ListPlace withoutFilter() {
		return new ListPlace(CustomerFilter.none(), this.order, this.size);
	}

	private Map<String, String> view() {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (!this.order.isDefault()) {
			parameters.put("sort", this.order.parameter());
		}
		if (!isUsual()) {
			parameters.put("size", String.valueOf(this.size));
		}
		return parameters;
	}

}

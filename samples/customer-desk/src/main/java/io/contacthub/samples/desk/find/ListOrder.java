package io.contacthub.samples.desk.find;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.data.domain.Sort;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;

/**
 * The order of the list: by one of its columns, upwards or downwards.
 *
 * @param column the column
 * @param descending whether the greatest value is the first
 */
record ListOrder(Column column, boolean descending) {

	/**
	 * Read the order from an address. Anything but a column is the order by name, so that
	 * nobody sorts by what an index may not have.
	 */
	static ListOrder of(Sort sort) {
		return sort.stream()
			.limit(1)
			.flatMap((order) -> Arrays.stream(Column.values())
				.filter((column) -> column.parameter().equals(order.getProperty()))
				.map((column) -> new ListOrder(column, order.isDescending())))
			.findAny()
			.orElse(new ListOrder(Column.NAME, false));
	}

	static List<ListOrder> all() {
		return Arrays.stream(Column.values())
			.flatMap((column) -> Stream.of(new ListOrder(column, false), new ListOrder(column, true)))
			.toList();
	}

	public boolean isDefault() {
		return this.column == Column.NAME && !this.descending;
	}

	public String parameter() {
		return this.column.parameter() + (this.descending ? ",desc" : "");
	}

	/**
	 * Return the order that the head of a column leads to: the other direction of the
	 * present one, and else the one that is looked for more often.
	 */
	ListOrder by(Column next) {
		return new ListOrder(next, (next == this.column) ? !this.descending : next == Column.REGISTERED);
	}

	/**
	 * Return the present direction of a column, as assistive technology names it.
	 */
	public String ariaSort(Column head) {
		return (head != this.column) ? null : (this.descending ? "descending" : "ascending");
	}

	Sort sort() {
		return this.descending ? this.column.sort.descending() : this.column.sort;
	}

	/**
	 * The columns that the list can be sorted by.
	 */
	enum Column {

		NAME(BASE.LAST_NAME.asc().and(BASE.FIRST_NAME.asc())),

		EMAIL(BASE.CONTACTS.EMAIL.asc()),

		CITY(BASE.ADDRESS.CITY.asc()),

		BORN(BASE.DOB.asc()),

		REGISTERED(REGISTERED_AT.asc());

		private final Sort sort;

		Column(Sort sort) {
			this.sort = sort;
		}

		public String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}

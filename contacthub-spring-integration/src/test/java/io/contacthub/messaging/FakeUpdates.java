package io.contacthub.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.contacthub.json.JsonObject;
import io.contacthub.update.EntityType;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdateOperation;
import io.contacthub.update.UpdatePage;
import io.contacthub.update.UpdateRepository;
import io.contacthub.update.UpdatedEntity;

/**
 * Changes in memory, which can fail. The offset of each is its number.
 */
public class FakeUpdates implements UpdateRepository {

	private final List<Update> all = new ArrayList<>();

	private final List<UpdateFilter> filters = new ArrayList<>();

	private RuntimeException failure;

	private Runnable onFind = () -> {
	};

	public static Update customer(String id) {
		return change(EntityType.CUSTOMER, id);
	}

	public static Update event(String id) {
		return change(EntityType.EVENT, id);
	}

	private static Update change(EntityType type, String id) {
		return Update.builder()
			.operation(UpdateOperation.UPDATE)
			.entity(UpdatedEntity.builder().type(type).data(JsonObject.of("id", id)).build())
			.build();
	}

	public synchronized void add(String... ids) {
		for (String id : ids) {
			add(customer(id));
		}
	}

	public synchronized void add(Update update) {
		this.all.add(update);
	}

	public synchronized void fail(RuntimeException failure) {
		this.failure = failure;
	}

	/**
	 * Do something before each page is given.
	 */
	public void onFind(Runnable action) {
		this.onFind = action;
	}

	/**
	 * Return what pages were asked for.
	 */
	public synchronized List<UpdateFilter> filters() {
		return List.copyOf(this.filters);
	}

	@Override
	public synchronized OptionalLong lastOffset(UpdateFilter filter) {
		check();
		for (int number = this.all.size(); number > 0; number--) {
			if (matches(filter, this.all.get(number - 1))) {
				return OptionalLong.of(number);
			}
		}
		return OptionalLong.empty();
	}

	@Override
	public UpdatePage find(UpdateFilter filter, int size) {
		this.onFind.run();
		return page(filter, size);
	}

	private synchronized UpdatePage page(UpdateFilter filter, int size) {
		check();
		this.filters.add(filter);
		int number = (filter.offset() != null) ? filter.offset().intValue() : 0;
		List<Update> page = new ArrayList<>();
		for (; number < this.all.size() && page.size() < size; number++) {
			if (matches(filter, this.all.get(number))) {
				page.add(this.all.get(number));
			}
		}
		return new UpdatePage(page, (long) number);
	}

	private static boolean matches(UpdateFilter filter, Update update) {
		return filter.entity() == null || filter.entity().equals(update.entity().type());
	}

	private void check() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}

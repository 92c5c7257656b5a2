package io.contacthub.data;

import java.util.List;
import java.util.stream.Stream;

import io.contacthub.client.ApiPage;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.util.Assert;

/**
 * What a query finds, in the forms that Spring Data has.
 *
 * @param <T> customers or events
 * @param <Q> how they are asked for
 * @param access the customers or events
 */
record EntityResults<T, Q>(EntityAccess<T, Q> access) {

	Page<T> page(Q query, Pageable pageable, Sort sort, @Nullable Projection projection) {
		Pageable sorted = pageable.isPaged() ? PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), sort)
				: pageable;
		return this.access.page(query, sorted, projection);
	}

	Stream<T> stream(Q query, Limit limit, Sort sort, @Nullable Projection projection) {
		if (limit.isUnlimited()) {
			return this.access.stream(query, sort, projection);
		}
		if (limit.max() == 0) {
			return Stream.empty();
		}
		if (limit.max() <= ApiPage.MAX_SIZE) {
			return page(query, PageRequest.of(0, limit.max()), sort, projection).stream();
		}
		return this.access.stream(query, sort, projection).limit(limit.max());
	}

	@Nullable T single(Q query, Limit limit, Sort sort, @Nullable Projection projection) {
		int size = limit.isLimited() ? Math.min(limit.max(), 2) : 2;
		if (size == 0) {
			return null;
		}
		Page<T> found = page(query, PageRequest.of(0, size), sort, projection);
		if (found.getNumberOfElements() > 1) {
			throw new IncorrectResultSizeDataAccessException(1,
					(int) Math.min(found.getTotalElements(), Integer.MAX_VALUE));
		}
		return found.isEmpty() ? null : found.getContent().get(0);
	}

	/**
	 * Return the results behind a position. They may begin within a page, and then take
	 * two requests.
	 */
	Window<T> window(Q query, @Nullable ScrollPosition position, Limit limit, Sort sort,
			@Nullable Projection projection) {
		Assert.isTrue(position instanceof OffsetScrollPosition,
				"position is none that ContactHub has: begin with ScrollPosition.offset()");
		OffsetScrollPosition offset = (OffsetScrollPosition) position;
		int size = limit.isLimited() ? limit.max() : ApiPage.MAX_SIZE;
		if (size == 0) {
			return Window.from(List.of(), OffsetScrollPosition.positionFunction(0));
		}
		long start = offset.isInitial() ? 0 : offset.getOffset() + 1;
		Assert.isTrue(start >= 0 && start / size < Integer.MAX_VALUE,
				() -> "position is " + offset.getOffset() + ": there are not that many");
		int number = (int) (start / size);
		int skipped = (int) (start % size);
		Page<T> first = page(query, PageRequest.of(number, size), sort, projection);
		List<T> found = first.stream().skip(skipped).toList();
		if (skipped > 0 && first.hasNext()) {
			Page<T> second = page(query, PageRequest.of(number + 1, size), sort, projection);
			found = Stream.concat(found.stream(), second.stream().limit(skipped)).toList();
		}
		return Window.from(found, OffsetScrollPosition.positionFunction(start),
				start + found.size() < first.getTotalElements() && !found.isEmpty());
	}

	/**
	 * Delete what a query finds.
	 * @return how many were deleted
	 */
	long delete(Q query) {
		long deleted = 0;
		try (Stream<T> found = this.access.walk(query)) {
			for (T entity : (Iterable<T>) found::iterator) {
				String id = this.access.id(entity);
				if (id != null) {
					this.access.deleteById(id);
					deleted++;
				}
			}
		}
		return deleted;
	}

}

package io.contacthub.data;

import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * What the repositories need of the customers or the events of a node.
 *
 * @param <T> customers or events
 * @param <Q> how they are asked for
 */
abstract class EntityAccess<T, Q> {

	abstract Class<T> type();

	abstract @Nullable String id(T entity);

	abstract Optional<T> findById(String id);

	abstract T save(T entity);

	abstract void deleteById(String id);

	abstract Q all();

	abstract Page<T> page(Q query, Pageable pageable, @Nullable Projection projection);

	abstract Stream<T> stream(Q query, Sort sort, @Nullable Projection projection);

	/**
	 * Go through what a query finds while it is deleted.
	 */
	abstract Stream<T> walk(Q query);

	abstract long count(Q query);

	/**
	 * Make the query that the name of a method asks for.
	 * @throws UnsupportedQueryMethodException when ContactHub cannot answer it
	 */
	abstract BoundQuery<Q> derived(ContactHubQueryMethod method, PartTree tree);

	/**
	 * Make the query that the annotation of a method has.
	 * @throws UnsupportedQueryMethodException when it is none
	 */
	abstract BoundQuery<Q> declared(ContactHubQueryMethod method, String json);

	long countAll() {
		return count(all());
	}

	Page<T> pageOfAll(Pageable pageable) {
		return page(all(), pageable, null);
	}

}

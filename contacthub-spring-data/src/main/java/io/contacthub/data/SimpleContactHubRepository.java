package io.contacthub.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.util.Assert;

/**
 * What all repositories have.
 *
 * @param <T> the type of what it has
 */
class SimpleContactHubRepository<T> implements ContactHubRepository<T> {

	private final EntityAccess<T, ?> access;

	SimpleContactHubRepository(EntityAccess<T, ?> access) {
		this.access = access;
	}

	@Override
	public Optional<T> findById(String id) {
		return this.access.findById(id);
	}

	@Override
	public boolean existsById(String id) {
		return findById(id).isPresent();
	}

	@Override
	public List<T> findAllById(Iterable<String> ids) {
		Assert.notNull(ids, "ids are null: give the ids, or none");
		List<T> found = new ArrayList<>();
		ids.forEach((id) -> findById(id).ifPresent(found::add));
		return found;
	}

	@Override
	public T save(T entity) {
		Assert.notNull(entity, "entity is null: give what is to be stored");
		return this.access.save(entity);
	}

	@Override
	public List<T> saveAll(Iterable<T> entities) {
		Assert.notNull(entities, "entities are null: give what is to be stored, or nothing");
		List<T> saved = new ArrayList<>();
		entities.forEach((entity) -> saved.add(save(entity)));
		return saved;
	}

	@Override
	public void delete(T entity) {
		Assert.notNull(entity, "entity is null: give what is to be deleted");
		String id = this.access.id(entity);
		Assert.notNull(id, "id is missing: only what is stored can be deleted");
		deleteById(id);
	}

	@Override
	public void deleteById(String id) {
		try {
			this.access.deleteById(id);
		}
		catch (EmptyResultDataAccessException ex) {
			// it is not there, which is what was asked for
		}
	}

	@Override
	public long count() {
		return this.access.countAll();
	}

	@Override
	public Page<T> findAll(Pageable pageable) {
		Assert.notNull(pageable, "pageable is null: give a page");
		new SortChecks(this.access.type()).check(pageable.getSort());
		return this.access.pageOfAll(pageable);
	}

}

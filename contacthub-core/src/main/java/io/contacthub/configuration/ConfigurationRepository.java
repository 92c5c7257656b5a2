package io.contacthub.configuration;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * A part of the configuration that a workspace has several of: they are listed, read and
 * replaced. Each method makes one request, unless it says otherwise; what it needs is
 * said where the repository is had from, in {@link WorkspaceConfiguration}, or in the
 * repository of the kind.
 *
 * @param <T> the type of the values
 */
public interface ConfigurationRepository<T> {

	/**
	 * Get one page, with a {@code GET} of the list.
	 * @param pageable the page, zero-based, of at most 50 values
	 * @return the page, empty beyond the last one
	 * @throws IllegalArgumentException when the pageable is unpaged, as that after the
	 * last page is, or asks for what ContactHub cannot do
	 */
	Page<T> findAll(Pageable pageable);

	/**
	 * Get all of them, with a {@code GET} of the list for every 50.
	 * @return the values, in one list
	 */
	List<T> findAll();

	/**
	 * Find a value, with a {@code GET} by its id.
	 * @param id the id that ContactHub gave it
	 * @return the value, or empty when there is none
	 */
	Optional<T> findById(String id);

	/**
	 * Get a value that must be there, with a {@code GET} by its id.
	 * @param id the id that ContactHub gave it
	 * @return the value
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 */
	T getById(String id);

	/**
	 * Replace a value, with a {@code PUT} by its id. Members that are absent are absent
	 * afterwards.
	 * @param value the value as it was read, with its changes; its id is required
	 * @return the value as it is stored now
	 * @throws IllegalArgumentException when the id, or what ContactHub requires of the
	 * kind, is missing
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses it
	 */
	T replace(T value);

}

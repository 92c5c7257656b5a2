package io.contacthub.data.autoconfigure.beside;

import org.springframework.data.keyvalue.repository.KeyValueRepository;

/**
 * Repository of another store.
 */
public interface Orders extends KeyValueRepository<Order, String> {

}

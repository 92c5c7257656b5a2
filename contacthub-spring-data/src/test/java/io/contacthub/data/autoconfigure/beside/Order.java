package io.contacthub.data.autoconfigure.beside;

import org.springframework.data.annotation.Id;
import org.springframework.data.keyvalue.annotation.KeySpace;

/**
 * Something that another store keeps.
 *
 * @param id the id
 */
@KeySpace
public record Order(@Id String id) {

}

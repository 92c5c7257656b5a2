package io.contacthub.samples.desk.layout;

import java.io.Serializable;
import java.util.List;

/**
 * Message that the next page shows, in the language that it is read in.
 *
 * @param code the key of the words
 * @param arguments what is filled in
 */
public record Message(String code, List<Serializable> arguments) implements Serializable {

	public static Message of(String code, Serializable... arguments) {
		return new Message(code, List.of(arguments));
	}

}

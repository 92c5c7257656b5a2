package io.contacthub.json;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;

/**
 * Serializer that refuses to be of use to Jackson 2, which does not know the serializers
 * of this library, would write something else than the document, and could not read that.
 * Jackson 2 makes one of these before it reads or writes a type that names it in a
 * {@code @JsonIdentityInfo}; Jackson 3 has the serializers and never does. So the refusal
 * needs no class of Jackson 2, which most applications do not have. For this library.
 */
public final class Jackson2Refusal extends ObjectIdGenerator<Object> {

	private static final long serialVersionUID = 1L;

	private static final String SENTENCE = "The types of io.contacthub are written and read by Jackson 3 (tools.jackson),"
			+ " and this mapper is one of Jackson 2 (com.fasterxml.jackson.databind):"
			+ " use a mapper of Jackson 3 (tools.jackson.databind.json.JsonMapper), or give Jackson 2 the map of toMap()";

	/**
	 * Create the serializer.
	 */
	public Jackson2Refusal() {
		throw refusal();
	}

	static UnsupportedOperationException refusal() {
		return new UnsupportedOperationException(SENTENCE);
	}

	@Override
	public Class<?> getScope() {
		throw refusal();
	}

	@Override
	public boolean canUseFor(ObjectIdGenerator<?> other) {
		throw refusal();
	}

	@Override
	public ObjectIdGenerator<Object> forScope(Class<?> scope) {
		throw refusal();
	}

	@Override
	public ObjectIdGenerator<Object> newForSerialization(Object context) {
		throw refusal();
	}

	@Override
	public IdKey key(Object key) {
		throw refusal();
	}

	@Override
	public Object generateId(Object value) {
		throw refusal();
	}

}

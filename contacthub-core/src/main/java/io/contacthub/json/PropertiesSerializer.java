package io.contacthub.json;

/**
 * Writes {@link Properties} as they are, whatever a mapper does with maps.
 */
final class PropertiesSerializer extends DocumentSerializer<Properties> {

	PropertiesSerializer() {
		super(Properties.class);
	}

	@Override
	protected Object document(Properties value) {
		return value;
	}

}

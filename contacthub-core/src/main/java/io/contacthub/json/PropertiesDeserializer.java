package io.contacthub.json;

/**
 * Reads {@link Properties} to the last digit, whatever a mapper does with numbers.
 */
final class PropertiesDeserializer extends DocumentDeserializer<Properties> {

	PropertiesDeserializer() {
		super(Properties.class);
	}

	@Override
	protected Properties value(Object document) {
		if (document instanceof Properties properties) {
			return properties;
		}
		throw unexpected(document, "an object");
	}

}

package io.contacthub.autoconfigure;

import java.util.function.BiFunction;

import io.contacthub.client.IllegalSettingException;

/**
 * Callback for settings that are refused while they are changed one after the other, so
 * that all of them can be told, not the first alone.
 */
@FunctionalInterface
interface RefusedSettingCallback {

	/**
	 * Take note of a setting that is refused, or throw it.
	 * @param ex says which setting that is
	 */
	void add(IllegalSettingException ex);

	/**
	 * Change a setting, unless the value is refused.
	 * @param settings the settings
	 * @param setting the setting
	 * @param value the value
	 * @return the settings with the value, or as they are when it is refused
	 */
	default <S, V> S set(S settings, BiFunction<S, V, S> setting, V value) {
		try {
			return setting.apply(settings, value);
		}
		catch (IllegalSettingException ex) {
			add(ex);
			return settings;
		}
	}

	/**
	 * Refuse by an exception what is refused first.
	 */
	static RefusedSettingCallback thrown() {
		return (ex) -> {
			throw ex;
		};
	}

}

package io.contacthub.client;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a setting is refused, before anything is done with it. It tells
 * which setting that is by its name in Java, so that what sets it, such as Spring Boot's
 * properties, can name it as its users do.
 */
public class IllegalSettingException extends IllegalArgumentException {

	private final String setting;

	private final @Nullable String value;

	private final String remedy;

	/**
	 * Create an exception whose message is made of its parts, such as
	 * {@code maxAttempts is 0: it must be at least 1}.
	 * @param setting the name of the setting in Java, such as {@code maxAttempts} or
	 * {@code retry.multiplier}
	 * @param value the value as it may be shown, {@code null} when it is missing; never a
	 * token or a password
	 * @param remedy what to do about it, a sentence without a full stop
	 */
	public IllegalSettingException(String setting, @Nullable Object value, String remedy) {
		this(setting, shown(value), remedy);
	}

	private IllegalSettingException(String setting, @Nullable String value, String remedy) {
		super(setting + " is " + ((value != null) ? value : "missing") + ": " + remedy);
		this.setting = setting;
		this.value = value;
		this.remedy = remedy;
	}

	private static @Nullable String shown(@Nullable Object value) {
		if (value instanceof CharSequence) {
			return "'" + value + "'";
		}
		return (value != null) ? value.toString() : null;
	}

	/**
	 * Return the name of the setting.
	 * @return the name in Java, such as {@code maxAttempts}; parts of a setting are
	 * separated by dots
	 */
	public String setting() {
		return this.setting;
	}

	/**
	 * Return the value that is refused.
	 * @return the value as it may be shown, a text in quotes; {@code null} when it is
	 * missing
	 */
	public @Nullable String value() {
		return this.value;
	}

	/**
	 * Return what to do about it.
	 * @return a sentence without a full stop, such as {@code it must be at least 1}
	 */
	public String remedy() {
		return this.remedy;
	}

}

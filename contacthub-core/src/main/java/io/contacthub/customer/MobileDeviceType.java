package io.contacthub.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The operating system of a {@link MobileDevice}. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record MobileDeviceType(String value) implements OpenValue {

	/**
	 * Apple iOS.
	 */
	public static final MobileDeviceType IOS = new MobileDeviceType("IOS");

	/**
	 * Android.
	 */
	public static final MobileDeviceType ANDROID = new MobileDeviceType("ANDROID");

	/**
	 * Windows Phone.
	 */
	public static final MobileDeviceType WINDOWS_PHONE = new MobileDeviceType("WINDOWS_PHONE");

	/**
	 * Amazon Fire OS.
	 */
	public static final MobileDeviceType FIREOS = new MobileDeviceType("FIREOS");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MobileDeviceType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static MobileDeviceType of(String value) {
		return new MobileDeviceType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package io.contacthub.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The service that carries notifications to a {@link MobileDevice}. An open set: any
 * other text is kept.
 *
 * @param value the text on the wire
 */
public record NotificationService(String value) implements OpenValue {

	/**
	 * Apple Push Notification.
	 */
	public static final NotificationService APN = new NotificationService("APN");

	/**
	 * Google Cloud Messaging.
	 */
	public static final NotificationService GCM = new NotificationService("GCM");

	/**
	 * Windows Push Notification.
	 */
	public static final NotificationService WNS = new NotificationService("WNS");

	/**
	 * Amazon Device Messaging.
	 */
	public static final NotificationService ADM = new NotificationService("ADM");

	/**
	 * Amazon Simple Notification Service.
	 */
	public static final NotificationService SNS = new NotificationService("SNS");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public NotificationService {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static NotificationService of(String value) {
		return new NotificationService(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

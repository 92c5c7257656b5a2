package io.contacthub.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The kind of a {@link Source}. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record SourceProvider(String value) implements OpenValue {

	/**
	 * An application that calls the API.
	 */
	public static final SourceProvider API = new SourceProvider("API");

	/**
	 * The pages of a web site.
	 */
	public static final SourceProvider JAVASCRIPT = new SourceProvider("JavaScript");

	/**
	 * A shop on Magento.
	 */
	public static final SourceProvider MAGENTO = new SourceProvider("MAGENTO");

	/**
	 * Campaigns of ContactSend.
	 */
	public static final SourceProvider CONTACTSEND = new SourceProvider("CONTACTSEND");

	/**
	 * Campaigns of ContactPlan.
	 */
	public static final SourceProvider CONTACTPLAN = new SourceProvider("CONTACTPLAN");

	/**
	 * An application for Android.
	 */
	public static final SourceProvider ANDROID_SDK = new SourceProvider("ANDROID_SDK");

	/**
	 * An application for iOS.
	 */
	public static final SourceProvider OBJECTIVEC_SDK = new SourceProvider("OBJECTIVEC_SDK");

	/**
	 * An application on Node.js.
	 */
	public static final SourceProvider NODEJS_SDK = new SourceProvider("NODEJS_SDK");

	/**
	 * An application in Java.
	 */
	public static final SourceProvider JAVA_SDK = new SourceProvider("JAVA_SDK");

	/**
	 * An application in Scala.
	 */
	public static final SourceProvider SCALA_SDK = new SourceProvider("SCALA_SDK");

	/**
	 * An application on .NET.
	 */
	public static final SourceProvider DOTNET_SDK = new SourceProvider("DOTNET_SDK");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SourceProvider {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static SourceProvider of(String value) {
		return new SourceProvider(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

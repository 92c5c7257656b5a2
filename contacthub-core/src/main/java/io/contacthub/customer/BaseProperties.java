package io.contacthub.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a customer that all workspaces share.
 *
 * @param pictureUrl the address of a picture
 * @param title the title, such as Dr
 * @param prefix the prefix of the name
 * @param firstName the first name
 * @param lastName the last name
 * @param middleName the middle name
 * @param gender the gender, in the words of the workspace
 * @param dob the date of birth
 * @param locale the locale, language before country, such as {@code it_IT}
 * @param timezone the time zone, an id of the IANA database
 * @param contacts the ways to reach the customer
 * @param address the postal address
 * @param credential the credentials of the customer
 * @param educations the educations
 * @param likes the likes
 * @param socialProfile the names in social networks
 * @param jobs the jobs
 * @param subscriptions the subscriptions
 * @param unknown the members that this library does not know
 */
public record BaseProperties(@Nullable String pictureUrl, @Nullable String title, @Nullable String prefix,
		@Nullable String firstName, @Nullable String lastName, @Nullable String middleName, @Nullable String gender,
		@Nullable LocalDate dob, @Nullable String locale, @Nullable ZoneId timezone, Contacts contacts, Address address,
		Credential credential, List<Education> educations, List<Like> likes, SocialProfile socialProfile,
		List<Job> jobs, List<Subscription> subscriptions,
		JsonObject unknown) implements ApiObject, BasePropertiesBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public BaseProperties {
		contacts = Members.object(contacts, Contacts.class);
		address = Members.object(address, Address.class);
		credential = Members.object(credential, Credential.class);
		educations = Members.list(educations);
		likes = Members.list(likes);
		socialProfile = Members.object(socialProfile, SocialProfile.class);
		jobs = Members.list(jobs);
		subscriptions = Members.list(subscriptions);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static BasePropertiesBuilder builder() {
		return new BasePropertiesBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

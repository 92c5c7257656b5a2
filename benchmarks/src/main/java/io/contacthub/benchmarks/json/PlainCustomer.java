package io.contacthub.benchmarks.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.NullUnmarked;

/**
 * A customer as one writes it by hand: the members that are known, and no others.
 *
 * @param id as in the document
 * @param nodeId as in the document
 * @param externalId as in the document
 * @param extra as in the document
 * @param enabled as in the document
 * @param base as in the document
 * @param extended as in the document
 * @param consents as in the document
 * @param tags as in the document
 * @param sourceInfo as in the document
 * @param registeredAt as in the document
 * @param updatedAt as in the document
 */
@NullUnmarked
public record PlainCustomer(String id, String nodeId, String externalId, String extra, Boolean enabled, Base base,
		Map<String, Object> extended, Consents consents, Tags tags, SourceInfo sourceInfo, Instant registeredAt,
		Instant updatedAt) {

	private record Base(String pictureUrl, String title, String prefix, String firstName, String lastName,
			String middleName, String gender, LocalDate dob, String locale, ZoneId timezone, Contacts contacts,
			Address address, Credential credential, List<Education> educations, List<Like> likes,
			SocialProfile socialProfile, List<Job> jobs, List<Subscription> subscriptions) {

	}

	private record Contacts(String email, String fax, String mobilePhone, String phone,
			List<OtherContact> otherContacts, List<MobileDevice> mobileDevices) {

	}

	private record OtherContact(String name, String type, String value) {

	}

	private record MobileDevice(String identifier, String appId, String name, String type, String notificationService) {

	}

	private record Address(String street, String city, String country, String region, String province, String zip,
			Geo geo) {

	}

	private record Geo(BigDecimal lat, BigDecimal lon) {

	}

	private record Credential(String username, String password) {

	}

	private record Education(String id, String schoolType, String schoolName, String schoolConcentration,
			Integer startYear, Integer endYear, Boolean isCurrent) {

	}

	private record Like(String id, String category, String name, Instant createdTime) {

	}

	private record SocialProfile(String facebook, String google, String instagram, String linkedin, String qzone,
			String twitter) {

	}

	private record Job(String id, String companyIndustry, String companyName, String jobTitle, LocalDate startDate,
			LocalDate endDate, Boolean isCurrent) {

	}

	private record Subscription(String id, String name, String type, String kind, Boolean subscribed, Instant startDate,
			Instant endDate, String subscriberId, Instant registeredAt, Instant updatedAt,
			List<Preference> preferences) {

	}

	private record Preference(String key, String value) {

	}

	private record Consents(Disclaimer disclaimer, Marketing marketing, Profiling profiling, SoftSpam softSpam,
			ThirdPartyTransfer thirdPartyTransfer) {

	}

	private record Disclaimer(Instant date, String version) {

	}

	private record Marketing(Traditional traditional, Automatic automatic) {

	}

	private record Traditional(Consent telephonic, Consent papery) {

	}

	private record Automatic(Consent sms, Consent email, Consent push, Consent im, Consent telephonic) {

	}

	private record Profiling(Consent classic, Consent online) {

	}

	private record SoftSpam(Consent email, Consent papery) {

	}

	private record ThirdPartyTransfer(Consent profiling, Consent marketing) {

	}

	private record Consent(Boolean status, Boolean limitation, Boolean objection) {

	}

	private record Tags(List<String> auto, List<String> manual) {

	}

	private record SourceInfo(String registeredBy, String updatedBy) {

	}

}

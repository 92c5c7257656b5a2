package io.contacthub.benchmarks.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.NullUnmarked;

/**
 * A customer for Gson, which knows no records: the same members as
 * {@link io.contacthub.benchmarks.json.PlainCustomer}.
 */
@NullUnmarked
final class GsonCustomer {

	String id;

	String nodeId;

	String externalId;

	String extra;

	Boolean enabled;

	Base base;

	Map<String, Object> extended;

	Consents consents;

	Tags tags;

	SourceInfo sourceInfo;

	Instant registeredAt;

	Instant updatedAt;

	private static final class Base {

		String pictureUrl;

		String title;

		String prefix;

		String firstName;

		String lastName;

		String middleName;

		String gender;

		LocalDate dob;

		String locale;

		ZoneId timezone;

		Contacts contacts;

		Address address;

		Credential credential;

		List<Education> educations;

		List<Like> likes;

		SocialProfile socialProfile;

		List<Job> jobs;

		List<Subscription> subscriptions;

	}

	private static final class Contacts {

		String email;

		String fax;

		String mobilePhone;

		String phone;

		List<OtherContact> otherContacts;

		List<MobileDevice> mobileDevices;

	}

	private static final class OtherContact {

		String name;

		String type;

		String value;

	}

	private static final class MobileDevice {

		String identifier;

		String appId;

		String name;

		String type;

		String notificationService;

	}

	private static final class Address {

		String street;

		String city;

		String country;

		String region;

		String province;

		String zip;

		Geo geo;

	}

	private static final class Geo {

		BigDecimal lat;

		BigDecimal lon;

	}

	private static final class Credential {

		String username;

		String password;

	}

	private static final class Education {

		String id;

		String schoolType;

		String schoolName;

		String schoolConcentration;

		Integer startYear;

		Integer endYear;

		Boolean isCurrent;

	}

	private static final class Like {

		String id;

		String category;

		String name;

		Instant createdTime;

	}

	private static final class SocialProfile {

		String facebook;

		String google;

		String instagram;

		String linkedin;

		String qzone;

		String twitter;

	}

	private static final class Job {

		String id;

		String companyIndustry;

		String companyName;

		String jobTitle;

		LocalDate startDate;

		LocalDate endDate;

		Boolean isCurrent;

	}

	private static final class Subscription {

		String id;

		String name;

		String type;

		String kind;

		Boolean subscribed;

		Instant startDate;

		Instant endDate;

		String subscriberId;

		Instant registeredAt;

		Instant updatedAt;

		List<Preference> preferences;

	}

	private static final class Preference {

		String key;

		String value;

	}

	private static final class Consents {

		Disclaimer disclaimer;

		Marketing marketing;

		Profiling profiling;

		SoftSpam softSpam;

		ThirdPartyTransfer thirdPartyTransfer;

	}

	private static final class Disclaimer {

		Instant date;

		String version;

	}

	private static final class Marketing {

		Traditional traditional;

		Automatic automatic;

	}

	private static final class Traditional {

		Consent telephonic;

		Consent papery;

	}

	private static final class Automatic {

		Consent sms;

		Consent email;

		Consent push;

		Consent im;

		Consent telephonic;

	}

	private static final class Profiling {

		Consent classic;

		Consent online;

	}

	private static final class SoftSpam {

		Consent email;

		Consent papery;

	}

	private static final class ThirdPartyTransfer {

		Consent profiling;

		Consent marketing;

	}

	private static final class Consent {

		Boolean status;

		Boolean limitation;

		Boolean objection;

	}

	private static final class Tags {

		List<String> auto;

		List<String> manual;

	}

	private static final class SourceInfo {

		String registeredBy;

		String updatedBy;

	}

}

package io.contacthub.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.TimeZone;

import io.contacthub.customer.Customer;
import io.contacthub.query.Criterion;
import io.contacthub.query.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for dates on machines whose time zone is not UTC.
 */
@DisplayName("Whatever the time zone of the machine, dates")
class MachineTimeZoneTests {

	private final TimeZone before = TimeZone.getDefault();

	@AfterEach
	void restore() {
		TimeZone.setDefault(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
	@DisplayName("are read and written alike")
	void areReadAndWritten(String zone) {
		TimeZone.setDefault(TimeZone.getTimeZone(zone));
		assertThat(DateTimes.format(Instant.parse("2017-03-02T12:12:53Z"))).isEqualTo("2017-03-02T12:12:53.000Z");
		assertThat(DateTimes.parse("2017-03-02T12:12")).isEqualTo("2017-03-02T12:12:00Z");
		assertThat(DateTimes.parse("2017-03-02")).isEqualTo("2017-03-02T00:00:00Z");
		assertThat(DateTimes.parseDate("1980-01-02T00:00:00.000+0000")).isEqualTo("1980-01-02");
		assertThat(DateTimes.parseDate("1980-01-02T23:59:59.000+0000")).isEqualTo("1980-01-02");
		String json = "{\"base\":{\"dob\":\"1980-01-02\"},\"registeredAt\":\"2017-03-02T12:12:53.000Z\"}";
		Customer customer = ContactHubJson.mapper().readValue(json, Customer.class);
		assertThat(customer.base().dob()).isEqualTo("1980-01-02");
		assertThat(customer.registeredAt()).isEqualTo("2017-03-02T12:12:53Z");
		assertThat(ContactHubJson.mapper().writeValueAsString(customer)).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
	@DisplayName("S72 S73 S74 are compared alike")
	void areCompared(String zone) {
		TimeZone.setDefault(TimeZone.getTimeZone(zone));
		assertValue(BASE.DOB.gt(OffsetDateTime.parse("1994-06-10T00:00:00+14:00")), "\"1994-06-10\"");
		assertValue(BASE.DOB.gt(OffsetDateTime.parse("1994-06-10T23:59:59-12:00")), "\"1994-06-10\"");
		assertValue(BASE.DOB.gt(LocalDateTime.parse("1994-06-10T00:30:00")), "\"1994-06-10\"");
		assertValue(REGISTERED_AT.lt(LocalDate.of(1994, 6, 10)), "\"1994-06-10T00:00:00.000Z\"");
		assertValue(REGISTERED_AT.between("1994-06-10", "1994-06-10T12:00"),
				"[\"1994-06-10T00:00:00.000Z\",\"1994-06-10T12:00:00.000Z\"]");
	}

	private static void assertValue(Criterion criterion, String value) {
		assertThat(Query.where(criterion).toJson()).contains("\"value\":" + value + "}");
	}

}

package io.contacthub.samples.desk.move;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the columns of a file are read as.
 */
@DisplayName("A column of a file")
class ImportColumnsTests extends AbstractDeskTests {

	@Autowired
	private FileChecks checks;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Name,Surname,Email           | base.firstName base.lastName base.contacts.email
			Name;Vorname;E-Mail-Adresse  | base.lastName base.firstName base.contacts.email
			Nome;Cognome;Cellulare;CAP   | base.firstName base.lastName base.contacts.mobilePhone base.address.zip
			First name,Birthday,Town     | base.firstName base.dob base.address.city
			""")
	@DisplayName("is read as what people call it in three languages")
	void knowsSynonyms(String header, String fields, @TempDir Path folder) throws Exception {
		assertThat(fields(header, folder)).containsExactlyInAnyOrder(fields.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Email,Data                  | base.contacts.email
			Email,User name,Pass word   | base.contacts.email
			Email,Marketing,Newsletter  | base.contacts.email
			Email,Name                  | base.contacts.email
			""")
	@DisplayName("is left out when it only resembles a field")
	void takesNoGuess(String header, String fields, @TempDir Path folder) throws Exception {
		assertThat(fields(header, folder)).containsExactly(fields);
	}

	private List<String> fields(String header, Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("people.csv"), header + "\n", StandardCharsets.UTF_8);
		return this.checks.check(new CustomerFile(file, "people.csv", FileType.CSV, ReadingOptions.defaults()))
			.columns()
			.stream()
			.map(ColumnChoice::field)
			.filter((field) -> !field.isEmpty())
			.toList();
	}

}

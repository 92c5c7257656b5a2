package com.example.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.example.AbstractEmulatorTests;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.RefusalWriter;
import io.contacthub.format.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The page on many at once")
class BulkTests extends AbstractEmulatorTests {

	private static final CsvFormat<Customer> FORMAT = CsvFormat.of(Customer.class);

	private final CustomerRepository customers = NODE.customers();

	private final BulkImport imports = new BulkImport(this.customers);

	@TempDir
	Path folder;

	private static Customer customer(int number) {
		return Customer.of(Map.of("externalId", "A" + number, "base",
				Map.of("contacts", Map.of("email", "a" + number + "@example.com"))));
	}

	@Test
	@DisplayName("imports all, and again")
	void importsAll() {
		for (int times = 0; times < 2; times++) {
			this.imports.importAll(IntStream.range(0, 70).mapToObj(BulkTests::customer));
			assertThat(this.customers.count()).isEqualTo(70);
		}
	}

	@Test
	@DisplayName("goes on with an export where it was")
	void goesOn() {
		this.imports.importAll(IntStream.range(0, 70).mapToObj(BulkTests::customer));
		List<String> positions = new ArrayList<>();
		List<Customer> first = export(null, positions);
		assertThat(first).hasSize(70);
		assertThat(export(positions.get(59), positions)).hasSize(10).isEqualTo(first.subList(60, 70));
	}

	private List<Customer> export(String position, List<String> positions) {
		List<Customer> written = new ArrayList<>();
		new CustomerExport(this.customers, positions::add) {

			@Override
			void write(Customer customer) {
				written.add(customer);
			}

		}.export(position);
		return written;
	}

	@Test
	@DisplayName("reads CSV and keeps what is refused, one by one and many at once")
	void readsCsv() throws IOException {
		Path file = Files.writeString(this.folder.resolve("customers.csv"), """
				externalId,E-Mail,base.dob
				A1,ann@example.com,1980-02-03
				A2,bob@example.com,03/02/1980
				A1,cleo@example.com,
				""");
		Path refused = this.folder.resolve("customers.refused.csv");
		this.imports.importOneByOne(file, refused);
		assertThat(this.customers.stream()).singleElement()
			.satisfies((customer) -> assertThat(customer.base().contacts().email()).isEqualTo("ann@example.com"));
		assertThat(Files.readAllLines(refused)).hasSize(3)
			.element(1)
			.asString()
			.contains("'03/02/1980' is no date: write year-month-day, such as 1980-02-03");

		Path again = this.folder.resolve("again.csv");
		Path unclear = this.folder.resolve("unclear.csv");
		importRows(FORMAT.withColumn("E-Mail", "base.contacts.email"), file, again, unclear);
		assertThat(this.customers.count()).isEqualTo(2);
		assertThat(Files.readAllLines(again)).hasSize(2);
		assertThat(unclear).isEmptyFile();
	}

	private void importRows(CsvFormat<Customer> format, Path file, Path refused, Path unclear) throws IOException {
		try (DocumentReader<Customer> rows = format.reader(file);
				RefusalWriter rest = rows.refusals(Files.newOutputStream(refused));
				RefusalWriter open = rows.refusals(Files.newOutputStream(unclear))) {
			this.imports.importRows(rows, rest, open);
		}
	}

	@Test
	@DisplayName("loses no row of an upload in an outage")
	void losesNoRow() throws IOException {
		Path file = write(200);
		Path refused = this.folder.resolve("refused.csv");
		Path unclear = this.folder.resolve("unclear.csv");
		EMULATOR.switches(EmulatorSwitches.off().withFailureRate(1));
		Instant begin = Instant.now();
		importRows(FORMAT, file, refused, unclear);
		assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
		List<String> left = Files.readAllLines(refused);
		List<String> open = Files.readAllLines(unclear);
		assertThat(left.size() + open.size()).isEqualTo(2 + 201);
		assertThat(left).filteredOn((line) -> line.contains("not done")).hasSizeGreaterThan(16);
		assertThat(open).hasSizeGreaterThan(1).last().asString().contains("may be stored");
		EMULATOR.switches(EmulatorSwitches.off());
		importRows(FORMAT, refused, this.folder.resolve("refused2.csv"), this.folder.resolve("unclear2.csv"));
		importRows(FORMAT, unclear, this.folder.resolve("refused3.csv"), this.folder.resolve("unclear3.csv"));
		assertThat(this.customers.count()).isEqualTo(200);
	}

	@Test
	@DisplayName("goes on with an import where it was, and has each refused row once")
	void goesOnWithImport() throws IOException {
		Path file = write(200);
		Path refused = this.folder.resolve("refused.csv");
		Path unclear = this.folder.resolve("unclear.csv");
		List<String> saved = new ArrayList<>();
		ResumedImport resumed = new ResumedImport(this.customers, BulkSettings.defaults().withPatience(Duration.ZERO),
				new ResumedImport.Bookmark() {

					@Override
					public String load() {
						return saved.isEmpty() ? null : saved.get(saved.size() - 1);
					}

					@Override
					public void save(String position) {
						saved.add(position);
						if (saved.size() == 50) {
							EMULATOR.switches(EmulatorSwitches.off().withFailureRate(1));
						}
					}

				});
		assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> resumed.goOn(file, refused, unclear));
		EMULATOR.switches(EmulatorSwitches.off());
		assertThat(Files.readAllLines(refused)).hasSize(2);
		assertThat(saved).hasSizeLessThan(200);
		assertThat(resumed.goOn(file, refused, unclear)).isTrue();
		assertThat(saved).hasSize(201).doesNotHaveDuplicates();
		assertThat(Files.readAllLines(refused)).hasSize(2).element(1).asString().contains("'03/02/1980' is no date");
		long open = Math.max(0, Files.readAllLines(unclear).size() - 1);
		assertThat(this.customers.count()).isEqualTo(200 - open);
		assertThat(resumed.goOn(file, refused, unclear)).isTrue();
		assertThat(saved).hasSize(201);
	}

	private Path write(int customers) throws IOException {
		return Files.writeString(this.folder.resolve("customers.csv"),
				IntStream.range(0, customers)
					.mapToObj((number) -> "A" + number + ",a" + number + "@example.com,\n")
					.collect(Collectors.joining("",
							"externalId,base.contacts.email,base.dob\nB1,b1@example.com,03/02/1980\n", "")));
	}

	@Test
	@DisplayName("writes a backup that can be read again")
	void writesBackup() throws IOException {
		this.imports.importAll(IntStream.range(0, 3).mapToObj(BulkTests::customer));
		Path file = this.folder.resolve("customers.jsonl.gz");
		this.imports.export(file);
		assertThat(this.folder.resolve("begun-customers.jsonl.gz")).doesNotExist();
		try (DocumentReader<Customer> rows = DocumentFormat.of(file, Customer.class).reader(file)) {
			assertThat(rows.stream().map(Row::value)).hasSize(3)
				.containsExactlyInAnyOrderElementsOf(this.customers.stream().toList());
		}
	}

	@Test
	@DisplayName("copies customers by a job, as a whole and in partitions")
	void copies() throws Exception {
		this.imports.importAll(IntStream.range(0, 70).mapToObj(BulkTests::customer));
		try (ContactHubEmulator other = ContactHubEmulator.start()) {
			Node target = connect(other);
			run(CopyStep.class, "copy", target.customers());
			assertThat(target.customers().count()).isEqualTo(70);
			other.reset();
			run(PartitionedCopy.class, "copyAll", target.customers());
			assertThat(target.customers().count()).isEqualTo(70);
		}
	}

	private static Node connect(ContactHubEmulator emulator) {
		return Workspace.builder()
			.id(emulator.workspaceId())
			.token(emulator.token())
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
	}

	private void run(Class<?> steps, String step, CustomerRepository target) throws Exception {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean("source", CustomerRepository.class, () -> this.customers);
			context.registerBean("target", CustomerRepository.class, () -> target);
			context.register(Jobs.class, steps);
			context.refresh();
			Job job = new JobBuilder("job", context.getBean(JobRepository.class))
				.start(context.getBean(step, Step.class))
				.build();
			assertThat(context.getBean(JobOperator.class).start(job, new JobParameters()).getStatus())
				.isEqualTo(BatchStatus.COMPLETED);
		}
	}

	/**
	 * What jobs need, in a database in memory.
	 */
	@EnableBatchProcessing
	@EnableJdbcJobRepository
	static class Jobs {

		@Bean
		DataSource dataSource() {
			return new EmbeddedDatabaseBuilder().generateUniqueName(true)
				.setType(EmbeddedDatabaseType.H2)
				.addScript("org/springframework/batch/core/schema-h2.sql")
				.build();
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		SkipListener<Object, Customer> report() {
			return new SkipListener<>() {
			};
		}

	}

}

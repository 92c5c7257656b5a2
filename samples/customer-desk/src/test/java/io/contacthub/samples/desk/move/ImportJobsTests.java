package io.contacthub.samples.desk.move;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.failure.TroubleKind;
import io.contacthub.samples.desk.security.Audit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.unit.DataSize;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for imports in the background, with settings of their own.
 */
@DisplayName("Imports in the background")
class ImportJobsTests extends AbstractDeskTests {

	private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

	@Autowired
	private CustomerRepository customers;

	@Autowired
	private FileChecks checks;

	@Autowired
	private ProblemWords words;

	@Autowired
	private ColumnHeadings headings;

	@Autowired
	private Audit audit;

	private ImportJobs jobs;

	@BeforeEach
	void create() throws Exception {
		this.executor.initialize();
		this.jobs = jobs(Duration.ofHours(1));
	}

	private ImportJobs jobs(Duration keep) throws Exception {
		ImportProperties properties = new ImportProperties(DataSize.ofMegabytes(1), 4, Duration.ofMillis(500), keep);
		ImportRuns runs = new ImportRuns(new ImportWriters(this.customers, properties), this.words, this.audit,
				this.executor);
		return new ImportJobs(this.checks, runs, properties);
	}

	@AfterEach
	void destroy() throws Exception {
		this.jobs.destroy();
		this.executor.shutdown();
	}

	@Test
	@DisplayName("stop when ContactHub is away for too long, and keep the rest as a file")
	void stopInOutage() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(50)));
		ImportJob job = add(300);
		this.jobs.start(job, ImportMode.INSERT);
		await().until(() -> job.run().progress().created() > 10);
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		await().atMost(Duration.ofSeconds(20)).until(() -> job.run().progress().paused() || job.run().isEnded());
		await().atMost(Duration.ofSeconds(20)).until(() -> job.run().isEnded());
		assertThat(job.state()).isEqualTo("stopped");
		assertThat(job.run().stopped()).isEqualTo(StopReason.CONTACTHUB);
		assertThat(job.run().trouble().kind()).isEqualTo(TroubleKind.OUTAGE);
		ImportProgress progress = job.run().progress();
		assertThat(progress.created()).isBetween(10L, 299L);
		assertThat(progress.created() + progress.left() + progress.unknown()).isEqualTo(300);
		assertThat(Files.readAllLines(job.part(JobPart.REFUSED))).hasSize((int) progress.left() + 1);
		this.emulator.switches(this.emulator.switches().withFailureRate(0).withLatency(Duration.ZERO));
		for (JobPart part : JobPart.values()) {
			if (job.run().has(part)) {
				ImportJob rest = add(Files.readAllBytes(job.part(part)));
				this.jobs.start(rest, ImportMode.UPSERT);
				await().until(() -> rest.run().isEnded());
			}
		}
		this.emulator.index();
		assertThat(this.customers.count()).isEqualTo(500);
	}

	@Test
	@DisplayName("go on by themselves when ContactHub is away for a moment")
	void goOnAfterOutage() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(20)).withFailureRate(0.02));
		ImportJob job = add(200);
		this.jobs.start(job, ImportMode.CHANGES);
		await().atMost(Duration.ofSeconds(30)).until(() -> job.run().isEnded());
		assertThat(job.run().progress().created() + job.run().progress().unknown()).isEqualTo(200);
		assertThat(job.run().stopped()).isNull();
	}

	@Test
	@DisplayName("say that the token is refused, and take nothing more")
	void stopForToken() throws Exception {
		this.emulator.wireMock()
			.register(WireMock.any(anyUrl()).willReturn(WireMock.status(401).withBody("{\"status\":401}")));
		ImportJob job = add(1000);
		this.jobs.start(job, ImportMode.INSERT);
		await().until(() -> job.run().isEnded());
		assertThat(job.run().trouble().kind()).isEqualTo(TroubleKind.TOKEN);
		assertThat(job.run().progress().left()).isEqualTo(1000);
		assertThat(this.emulator.wireMock().find(anyRequestedFor(anyUrl())).size()).isLessThan(200);
	}

	@Test
	@DisplayName("say that their own files fail, and take nothing more")
	void stopForFiles() throws Exception {
		ImportJob job = add(50);
		Files.createDirectory(job.part(JobPart.REFUSED));
		this.jobs.start(job, ImportMode.INSERT);
		await().until(() -> job.run().isEnded());
		assertThat(job.run().stopped()).isEqualTo(StopReason.FILES);
		assertThat(job.run().has(JobPart.REFUSED)).isFalse();
	}

	@Test
	@DisplayName("are finished at a row when the desk is shut down: nothing is sent later, and no file is left")
	void stopAtShutdown() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(50)));
		ImportJob job = add(2000);
		this.jobs.start(job, ImportMode.INSERT);
		await().until(() -> job.run().progress().created() > 4);
		Path folder = job.folder().getParent();
		assertThat(folder).isDirectory();
		this.jobs.destroy();
		assertStoppedAt(job);
		assertThat(folder).doesNotExist();
	}

	@Test
	@DisplayName("are finished at a row, too, when their executor is shut down first")
	void stopWithExecutor() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(50)));
		ImportJob job = add(2000);
		this.jobs.start(job, ImportMode.INSERT);
		await().until(() -> job.run().progress().created() > 4);
		this.executor.shutdown();
		this.jobs.destroy();
		assertStoppedAt(job);
	}

	@Test
	@DisplayName("are over, and not done, when their executor takes no more")
	void endWithoutExecutor() throws Exception {
		ImportJob job = add(5);
		this.executor.shutdown();
		this.jobs.start(job, ImportMode.INSERT);
		assertThat(job.state()).isEqualTo("stopped");
		assertThat(job.run().stopped()).isEqualTo(StopReason.SHUTDOWN);
	}

	@Test
	@DisplayName("are over, and not done, when an error ends them")
	void endByError() throws Exception {
		ImportJob job = add("base.dob\nyesterday\n".getBytes(StandardCharsets.UTF_8));
		MessageSource broken = new StaticMessageSource() {
			@Override
			protected MessageFormat resolveCode(String code, Locale locale) {
				throw new StackOverflowError();
			}
		};
		ImportProperties properties = new ImportProperties(DataSize.ofMegabytes(1), 1, Duration.ZERO, Duration.ZERO);
		ImportRun run = new ImportRun(job, new ImportWriters(this.customers, properties).of(ImportMode.INSERT),
				new ProblemWords(broken, this.headings));
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(run::run);
		assertThat(run.isEnded()).isTrue();
		assertThat(run.stopped()).isEqualTo(StopReason.FAILURE);
	}

	private void assertStoppedAt(ImportJob job) {
		assertThat(job.run().isEnded()).isTrue();
		assertThat(job.run().stopped()).isEqualTo(StopReason.SHUTDOWN);
		long created = job.run().progress().created();
		assertThat(created).isLessThan(1000);
		int sent = this.emulator.wireMock().find(anyRequestedFor(anyUrl())).size();
		await().during(Duration.ofMillis(300))
			.until(() -> this.emulator.wireMock().find(anyRequestedFor(anyUrl())).size() == sent);
		this.emulator.index();
		assertThat(this.customers.count()).isEqualTo(200 + created);
	}

	@Test
	@DisplayName("are forgotten with their files after a time, and not while they are under way")
	void forgetOld() throws Exception {
		ImportJobs impatient = jobs(Duration.ZERO);
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(50)));
		ImportJob job = impatient.add("editor", "people.csv", FileType.CSV, new ByteArrayResource(rows(100)));
		impatient.start(job, ImportMode.INSERT);
		impatient.discardOld();
		assertThat(impatient.find("editor", job.id())).isPresent();
		job.run().stop(StopReason.CANCELLED);
		await().until(() -> !job.isRunning());
		await().untilAsserted(() -> {
			impatient.discardOld();
			assertThat(impatient.find("editor", job.id())).isEmpty();
		});
		assertThat(job.folder()).doesNotExist();
		impatient.destroy();
	}

	@Test
	@DisplayName("of a user are kept up to five, each with its files")
	void keepFew() throws Exception {
		Path folder = null;
		for (int i = 0; i < 8; i++) {
			ImportJob job = add(1);
			folder = job.folder().getParent();
			this.jobs.start(job, ImportMode.CHANGES);
			await().until(() -> !job.isRunning());
		}
		await().untilAsserted(() -> assertThat(this.jobs.of("editor")).hasSize(5)
			.allSatisfy((job) -> assertThat(job.check().file().path()).doesNotExist()));
		try (Stream<Path> files = Files.list(folder)) {
			assertThat(files).hasSize(5);
		}
	}

	private ImportJob add(int rows) throws Exception {
		return add(rows(rows));
	}

	private ImportJob add(byte[] content) throws Exception {
		return this.jobs.add("editor", "people.csv", FileType.CSV, new ByteArrayResource(content));
	}

	private static byte[] rows(int number) {
		StringBuilder rows = new StringBuilder("externalId\n");
		IntStream.range(0, number).forEach((i) -> rows.append('X').append(i).append('\n'));
		return rows.toString().getBytes(StandardCharsets.UTF_8);
	}

}

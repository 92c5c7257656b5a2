package io.contacthub.batch.autoconfigure;

import javax.sql.DataSource;

import io.contacthub.batch.remote.Database;
import io.contacthub.batch.remote.PartitionRequests;
import io.contacthub.batch.remote.PartitionWorkers;
import io.contacthub.batch.remote.ResumableJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts applications that have a database and a repository of jobs.
 */
@DisplayName("The auto-configuration of partitions on several machines")
class ContactHubBatchRemoteAutoConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubBatchRemoteAutoConfiguration.class))
		.withBean(DataSource.class, Database::dataSource)
		.withBean(JobRepository.class, () -> Mockito.mock(JobRepository.class))
		.withBean(JobOperator.class, () -> Mockito.mock(JobOperator.class));

	@BeforeAll
	static void startDatabase() {
		Database.start();
	}

	@Test
	@DisplayName("does nothing unless it is switched on")
	void isSwitchedOn() {
		this.application.run((context) -> assertThat(context).doesNotHaveBean(PartitionRequests.class)
			.doesNotHaveBean(PartitionWorkers.class)
			.doesNotHaveBean(ResumableJob.class));
	}

	@Test
	@DisplayName("has requests, a worker that runs and the start of jobs")
	void hasAll() {
		this.application.withPropertyValues("contacthub.batch.remote.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(PartitionRequests.class)
				.hasSingleBean(ResumableJob.class)
				.getBean(PartitionWorkers.class)
				.extracting(PartitionWorkers::isRunning)
				.isEqualTo(true));
	}

	@Test
	@DisplayName("has no worker in a process that manages jobs only")
	void hasNoWorker() {
		this.application.withPropertyValues("contacthub.batch.remote.enabled=true", "contacthub.batch.remote.workers=0")
			.run((context) -> assertThat(context).hasSingleBean(ResumableJob.class)
				.doesNotHaveBean(PartitionWorkers.class));
	}

	@Test
	@DisplayName("says what is wrong with its properties and its database")
	void saysWhatIsWrong() {
		this.application
			.withPropertyValues("contacthub.batch.remote.enabled=true", "contacthub.batch.remote.workers=-1")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("count is -1"));
		this.application.withPropertyValues("contacthub.batch.remote.enabled=true", "contacthub.batch.remote.group= ")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("group is blank"));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubBatchRemoteAutoConfiguration.class))
			.withBean(DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:no"))
			.withPropertyValues("contacthub.batch.remote.enabled=true")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("only PostgreSQL"));
	}

	@Test
	@DisplayName("leaves it to the beans of the application, and to what it has on the class path")
	void backsOff() {
		this.application.withPropertyValues("contacthub.batch.remote.enabled=true")
			.withBean("own", PartitionRequests.class, () -> new PartitionRequests(Database.dataSource(), "own"))
			.run((context) -> assertThat(context).hasSingleBean(PartitionRequests.class).hasBean("own"));
		this.application.withPropertyValues("contacthub.batch.remote.enabled=true")
			.withClassLoader(new FilteredClassLoader(JdbcChannelMessageStore.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PartitionRequests.class));
	}

}

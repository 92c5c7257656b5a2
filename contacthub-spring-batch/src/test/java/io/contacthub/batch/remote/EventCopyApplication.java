package io.contacthub.batch.remote;

import java.util.Arrays;

import io.contacthub.batch.CustomerItemReader;
import io.contacthub.batch.CustomerItemReaderBuilder;
import io.contacthub.batch.CustomerRangePartitioner;
import io.contacthub.batch.EventItemWriterBuilder;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.query.Query;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A job that sends an event for each customer, as an application has it: manager or
 * worker, by its profile.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class EventCopyApplication {

	@Bean
	@StepScope
	CustomerItemReader customerReader(CustomerRepository customers) {
		return new CustomerItemReaderBuilder().name("customers").customers(customers).build();
	}

	@Bean
	Step send(JobRepository repository, PlatformTransactionManager transactionManager, CustomerItemReader reader,
			EventRepository events, @Value("${chunk}") int chunk, @Value("${concurrency}") int concurrency) {
		return new StepBuilder("send", repository).<Customer, Event>chunk(chunk)
			.transactionManager(transactionManager)
			.reader(reader)
			.processor((customer) -> Event.of(EventType.LOGGED_IN).in(EventContext.OTHER).by(customer))
			.writer(new EventItemWriterBuilder().events(events)
				.settings(BulkSettings.defaults().withConcurrency(concurrency))
				.build())
			.build();
	}

	@Bean
	@Profile("manager")
	Job sendAll(JobRepository repository, CustomerRepository customers, PartitionRequests requests,
			@Value("${partitions}") int partitions) {
		return new JobBuilder("sendAll", repository)
			.start(new RemotePartitioningManagerStepBuilder("manager", repository)
				.partitioner("send", new CustomerRangePartitioner(customers, Query.all(), repository))
				.gridSize(partitions)
				.outputChannel(requests.channel())
				.pollInterval(200)
				.build())
			.build();
	}

	/**
	 * Be a worker until the end of the process, or run the job.
	 */
	public static void main(String[] arguments) throws Exception {
		JobProcess.endWithParent();
		ConfigurableApplicationContext context = new SpringApplicationBuilder(EventCopyApplication.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("spring.main.keep-alive=true", "spring.batch.job.enabled=false",
					"contacthub.batch.remote.enabled=true", "spring.datasource.hikari.minimum-idle=1")
			.run(arguments);
		if (Arrays.asList(context.getEnvironment().getActiveProfiles()).contains("manager")) {
			JobExecution execution = context.getBean(ResumableJob.class)
				.run(context.getBean(Job.class),
						new JobParametersBuilder().addString("run", context.getEnvironment().getRequiredProperty("run"))
							.toJobParameters());
			Runtime.getRuntime().halt(execution.getStatus().isUnsuccessful() ? 1 : 0);
		}
	}

}

package com.example.bulk;

import io.contacthub.batch.CustomerItemReader;
import io.contacthub.batch.CustomerItemReaderBuilder;
import io.contacthub.batch.CustomerRangePartitioner;
import io.contacthub.batch.EventItemWriterBuilder;
import io.contacthub.batch.remote.PartitionRequests;
import io.contacthub.batch.remote.ResumableJob;
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
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A job on several machines. It is compiled and not run here: it needs a PostgreSQL.
 */
class RemoteJob {

	// tag::job[]
	@Bean
	@StepScope
	CustomerItemReader customerReader(CustomerRepository customers) {
		return new CustomerItemReaderBuilder().name("customers").customers(customers).build();
	}

	@Bean
	Step send(JobRepository repository, PlatformTransactionManager transactionManager, CustomerItemReader reader,
			EventRepository events) {
		return new StepBuilder("send", repository).<Customer, Event>chunk(32)
			.transactionManager(transactionManager)
			.reader(reader)
			.processor((customer) -> Event.of(EventType.LOGGED_IN).in(EventContext.OTHER).by(customer))
			.writer(new EventItemWriterBuilder().events(events)
				.settings(BulkSettings.defaults().withConcurrency(8))
				.build())
			.build();
	}

	@Bean
	Job sendAll(JobRepository repository, CustomerRepository customers, PartitionRequests requests) {
		return new JobBuilder("sendAll", repository)
			.start(new RemotePartitioningManagerStepBuilder("sendParts", repository)
				// the name of the step bean
				.partitioner("send", new CustomerRangePartitioner(customers, Query.all(), repository))
				.gridSize(16)
				.outputChannel(requests.channel())
				.pollInterval(1000)
				.build())
			.build();
	}
	// end::job[]

	// tag::run[]
	JobExecution sendMonth(ResumableJob resumableJob, Job sendAll, String month) throws JobExecutionException {
		return resumableJob.run(sendAll, new JobParametersBuilder().addString("month", month).toJobParameters());
	}
	// end::run[]

}

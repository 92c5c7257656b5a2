package com.example.bulk;

import io.contacthub.batch.CustomerItemReader;
import io.contacthub.batch.CustomerItemReaderBuilder;
import io.contacthub.batch.CustomerItemWriterBuilder;
import io.contacthub.batch.CustomerRangePartitioner;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.query.Query;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A step that copies customers by several threads.
 */
class PartitionedCopy {

	// tag::partitions[]
	@Bean
	@StepScope
	CustomerItemReader customerReader(CustomerRepository source) {
		return new CustomerItemReaderBuilder().name("customers").customers(source).build();
	}

	@Bean
	Step copyAll(JobRepository repository, CustomerRepository source, Step copy) {
		return new StepBuilder("copyAll", repository)
			.partitioner("copy", new CustomerRangePartitioner(source, Query.all(), repository))
			.step(copy)
			.gridSize(8)
			.taskExecutor(new SimpleAsyncTaskExecutor())
			.build();
	}
	// end::partitions[]

	@Bean
	Step copy(JobRepository repository, PlatformTransactionManager transactionManager, CustomerItemReader reader,
			CustomerRepository target) {
		return new StepBuilder("copy", repository).<Customer, Customer>chunk(10)
			.transactionManager(transactionManager)
			.reader(reader)
			.writer(new CustomerItemWriterBuilder<Customer>().customers(target)
				.write(CustomerWrite.upsert().onlyChanges())
				.build())
			.build();
	}

}

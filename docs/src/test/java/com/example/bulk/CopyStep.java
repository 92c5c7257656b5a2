package com.example.bulk;

import io.contacthub.batch.CustomerItemReaderBuilder;
import io.contacthub.batch.CustomerItemWriterBuilder;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A step that copies customers.
 */
class CopyStep {

	// tag::copy[]
	@Bean
	Step copy(JobRepository repository, PlatformTransactionManager transactionManager, CustomerRepository source,
			CustomerRepository target, SkipListener<Object, Customer> report) {
		return new StepBuilder("copy", repository).<Customer, Customer>chunk(100)
			.transactionManager(transactionManager)
			.reader(new CustomerItemReaderBuilder().name("customers").customers(source).build())
			.writer(new CustomerItemWriterBuilder<Customer>().customers(target)
				.write(CustomerWrite.upsert().onlyChanges())
				.skipLimit(1000)
				.skipListener(report)
				.build())
			.build();
	}
	// end::copy[]

}

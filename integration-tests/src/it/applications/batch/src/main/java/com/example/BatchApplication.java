package com.example;

import java.util.List;

import io.contacthub.batch.CustomerItemWriterBuilder;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Runs a job that stores a customer.
 */
@SpringBootApplication
public class BatchApplication {

	public static void main(String[] arguments) {
		System.exit(SpringApplication.exit(SpringApplication.run(BatchApplication.class, arguments)));
	}

	@Bean
	Step store(JobRepository repository, CustomerRepository customers) {
		return new StepBuilder("store", repository).<Customer, Customer>chunk(10)
			.reader(new ListItemReader<>(List.of(Customer.builder().externalId("A1").build())))
			.writer(new CustomerItemWriterBuilder<Customer>().customers(customers).write(CustomerWrite.insert()).build())
			.build();
	}

	@Bean
	Job copy(JobRepository repository, Step store) {
		return new JobBuilder("copy", repository).start(store).build();
	}

}

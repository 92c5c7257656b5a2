package io.contacthub.batch.autoconfigure;

import javax.sql.DataSource;

import io.contacthub.batch.remote.PartitionRequests;
import io.contacthub.batch.remote.PartitionWorkers;
import io.contacthub.batch.remote.ResumableJob;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.integration.partition.BeanFactoryStepLocator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;

/**
 * Auto-configuration of requests for partitions, of workers that execute them, and of the
 * start of jobs that goes on with them.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
		"org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration" })
@ConditionalOnClass({ JdbcChannelMessageStore.class, BeanFactoryStepLocator.class })
@ConditionalOnBooleanProperty("contacthub.batch.remote.enabled")
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(ContactHubBatchRemoteProperties.class)
public final class ContactHubBatchRemoteAutoConfiguration {

	ContactHubBatchRemoteAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	@DependsOnDatabaseInitialization
	PartitionRequests contactHubPartitionRequests(DataSource dataSource, ContactHubBatchRemoteProperties properties) {
		return new PartitionRequests(dataSource, properties.group());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(JobRepository.class)
	@ConditionalOnExpression("${contacthub.batch.remote.workers:1} != 0")
	PartitionWorkers contactHubPartitionWorkers(PartitionRequests requests, JobRepository repository,
			BeanFactory beanFactory, ContactHubBatchRemoteProperties properties) {
		BeanFactoryStepLocator steps = new BeanFactoryStepLocator();
		steps.setBeanFactory(beanFactory);
		return new PartitionWorkers(requests, repository, steps, properties.workers());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean({ JobOperator.class, JobRepository.class })
	ResumableJob contactHubResumableJob(JobOperator operator, JobRepository repository, PartitionRequests requests) {
		return new ResumableJob(operator, repository, requests);
	}

}

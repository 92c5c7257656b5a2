package io.contacthub.batch;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A repository of jobs in memory, in which steps can be started again.
 */
public final class JobRuns implements AutoCloseable {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final Runnable closing;

	private final JdbcTransactionManager transactionManager;

	private final JobRepository repository;

	JobRuns() throws Exception {
		this(inMemory());
	}

	private JobRuns(JdbcConnectionPool pool) throws Exception {
		this(pool, pool::dispose);
	}

	private JobRuns(DataSource dataSource, Runnable closing) throws Exception {
		this.closing = closing;
		this.transactionManager = new JdbcTransactionManager(dataSource);
		JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
		factory.setDataSource(dataSource);
		factory.setTransactionManager(this.transactionManager);
		factory.afterPropertiesSet();
		this.repository = factory.getObject();
	}

	private static JdbcConnectionPool inMemory() {
		JdbcConnectionPool pool = JdbcConnectionPool
			.create("jdbc:h2:mem:jobs" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa", "");
		new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
			.execute(pool);
		return pool;
	}

	/**
	 * Return the jobs of a database that has the tables.
	 */
	public static JobRuns in(DataSource dataSource) throws Exception {
		return new JobRuns(dataSource, () -> {
		});
	}

	public JobRepository repository() {
		return this.repository;
	}

	public JdbcTransactionManager transactionManager() {
		return this.transactionManager;
	}

	/**
	 * Start a job of one step, or start it again when it has failed.
	 */
	JobExecution run(Step step) throws Exception {
		JobParameters parameters = new JobParameters();
		JobInstance instance = this.repository.getJobInstance("job", parameters);
		if (instance == null) {
			instance = this.repository.createJobInstance("job", parameters);
		}
		JobExecution execution = this.repository.createJobExecution(instance, parameters, new ExecutionContext());
		Job job = new JobBuilder("job", this.repository).start(step).build();
		job.execute(execution);
		return execution;
	}

	static StepExecution step(JobExecution execution) {
		return execution.getStepExecutions().iterator().next();
	}

	@Override
	public void close() {
		this.closing.run();
	}

}

package io.contacthub.autoconfigure.jdbc;

import javax.sql.DataSource;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.DurableEventPublisherFactory;
import io.contacthub.autoconfigure.TraceIdSupplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Auto-configuration of publishers that keep their events in the application's own
 * database.
 */
@AutoConfiguration(after = { ContactHubAutoConfiguration.class, DataSourceAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class })
@ConditionalOnClass({ JdbcClient.class, DataSourceScriptDatabaseInitializer.class })
@ConditionalOnBooleanProperty(name = "contacthub.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "contacthub.events.publisher.store", havingValue = "jdbc")
@EnableConfigurationProperties(ContactHubJdbcProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(EventSchemaRuntimeHints.class)
public final class ContactHubJdbcAutoConfiguration {

	ContactHubJdbcAutoConfiguration() {
	}

	@Bean
	EventDataSource contactHubEventDataSource(ConfigurableListableBeanFactory beans,
			ObjectProvider<DataSource> anyDataSources, @ContactHubDataSource ObjectProvider<DataSource> ownDataSources,
			ObjectProvider<PlatformTransactionManager> anyTransactionManagers,
			@ContactHubTransactionManager ObjectProvider<PlatformTransactionManager> ownTransactionManagers) {
		return new EventDataSource(beans, anyDataSources, ownDataSources, anyTransactionManagers,
				ownTransactionManagers);
	}

	@Bean
	@Conditional(OnEventSchemaInitializationCondition.class)
	EventSchemaInitializer contactHubEventSchemaInitializer(EventDataSource source,
			ContactHubJdbcProperties properties) {
		return new EventSchemaInitializer(source.dataSource(), properties);
	}

	@Bean
	@DependsOnDatabaseInitialization
	DurableEventPublisherFactory contactHubDurableEventPublisherFactory(EventDataSource source,
			ObjectProvider<TraceIdSupplier> traceIds) {
		return new JdbcEventPublisherFactory(source, traceIds.getIfAvailable(() -> () -> null));
	}

}

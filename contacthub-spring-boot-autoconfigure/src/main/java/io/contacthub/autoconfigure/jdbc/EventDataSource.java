package io.contacthub.autoconfigure.jdbc;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.contacthub.autoconfigure.ContactHubConfigurationException;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * The database that publishers keep their events in: the data source and the transaction
 * manager that are marked for it, else those of the application.
 */
class EventDataSource {

	private final ConfigurableListableBeanFactory beans;

	private final ObjectProvider<DataSource> anyDataSources;

	private final ObjectProvider<DataSource> ownDataSources;

	private final ObjectProvider<PlatformTransactionManager> anyTransactionManagers;

	private final ObjectProvider<PlatformTransactionManager> ownTransactionManagers;

	private final Supplier<DataSource> dataSource = SingletonSupplier.of(this::findDataSource);

	private final Supplier<PlatformTransactionManager> transactionManager = SingletonSupplier
		.of(this::findTransactionManager);

	EventDataSource(ConfigurableListableBeanFactory beans, ObjectProvider<DataSource> anyDataSources,
			ObjectProvider<DataSource> ownDataSources,
			ObjectProvider<PlatformTransactionManager> anyTransactionManagers,
			ObjectProvider<PlatformTransactionManager> ownTransactionManagers) {
		this.beans = beans;
		this.anyDataSources = anyDataSources;
		this.ownDataSources = ownDataSources;
		this.anyTransactionManagers = anyTransactionManagers;
		this.ownTransactionManagers = ownTransactionManagers;
	}

	/**
	 * Return the data source.
	 */
	DataSource dataSource() {
		return this.dataSource.get();
	}

	/**
	 * Return the manager of transactions on the data source, unless it is one of another
	 * and does not say so.
	 */
	PlatformTransactionManager transactionManager() {
		return this.transactionManager.get();
	}

	/**
	 * Return the failure of an application whose transactions are not those of the data
	 * source.
	 */
	ContactHubConfigurationException noTransactionManager() {
		return EventStoreFailures.noTransactionManager(names(PlatformTransactionManager.class));
	}

	private DataSource findDataSource() {
		DataSource found = this.ownDataSources.getIfAvailable(this.anyDataSources::getIfUnique);
		if (found == null) {
			throw EventStoreFailures.noDataSource(names(DataSource.class));
		}
		return found;
	}

	/**
	 * Find the manager that is marked, else that of the application, unless it is for
	 * another data source.
	 */
	private PlatformTransactionManager findTransactionManager() {
		PlatformTransactionManager own = this.ownTransactionManagers.getIfAvailable();
		if (own != null) {
			return own;
		}
		PlatformTransactionManager primary = this.anyTransactionManagers.getIfUnique();
		if (primary != null && isFor(primary, dataSource(), true)) {
			return primary;
		}
		List<PlatformTransactionManager> others = this.anyTransactionManagers.stream()
			.filter((manager) -> isFor(manager, dataSource(), false))
			.toList();
		if (others.size() == 1) {
			return others.get(0);
		}
		if (!names(PlatformTransactionManager.class).isEmpty()) {
			throw noTransactionManager();
		}
		return new JdbcTransactionManager(dataSource());
	}

	/**
	 * Return whether a manager is for a data source.
	 * @param otherwise whether it is when it does not say what it is for, such as that of
	 * JPA
	 */
	private static boolean isFor(PlatformTransactionManager manager, DataSource dataSource, boolean otherwise) {
		if (manager instanceof ResourceTransactionManager resource
				&& resource.getResourceFactory() instanceof DataSource other) {
			return target(other) == target(dataSource);
		}
		return otherwise;
	}

	private static DataSource target(DataSource dataSource) {
		DataSource target = dataSource;
		while (target instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
			target = proxy.getTargetDataSource();
		}
		return target;
	}

	private List<String> names(Class<?> type) {
		return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type, true, false));
	}

}

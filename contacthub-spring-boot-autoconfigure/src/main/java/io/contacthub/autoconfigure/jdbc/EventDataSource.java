package io.contacthub.autoconfigure.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * The database that publishers keep their events in: the data source and the transaction
 * manager that are marked for it, else those of the application.
 */
class EventDataSource {

	private static final Set<String> PRODUCTS = Set.of("H2", "PostgreSQL");

	private static final List<String> TABLES = List.of("contacthub_event", "contacthub_refused_event");

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
	 * Return the data source, which is one of a database that has a script for the
	 * tables.
	 */
	DataSource dataSource() {
		return this.dataSource.get();
	}

	/**
	 * Return the manager of transactions on the data source.
	 */
	PlatformTransactionManager transactionManager() {
		return this.transactionManager.get();
	}

	private DataSource findDataSource() {
		DataSource found = this.ownDataSources.getIfAvailable(this.anyDataSources::getIfUnique);
		if (found == null) {
			throw EventStoreFailures.noDataSource(names(DataSource.class));
		}
		checkProduct(found);
		return found;
	}

	private static void checkProduct(DataSource dataSource) {
		try {
			String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
			if (!PRODUCTS.contains(product)) {
				throw EventStoreFailures.product(product);
			}
		}
		catch (MetaDataAccessException ex) {
			throw new DataAccessResourceFailureException("The database for events cannot be asked what it is", ex);
		}
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
		List<String> names = names(PlatformTransactionManager.class);
		if (!names.isEmpty()) {
			throw EventStoreFailures.noTransactionManager(names);
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

	/**
	 * Check that there are the tables, and that transactions take part in what is done
	 * with them: without one, two processes would send the same event.
	 */
	void check() {
		DataSource dataSource = dataSource();
		JdbcClient client = JdbcClient.create(dataSource);
		try {
			new TransactionTemplate(transactionManager()).executeWithoutResult((status) -> {
				if (!isInTransaction(dataSource)) {
					throw EventStoreFailures.noTransactionManager(names(PlatformTransactionManager.class));
				}
				TABLES.forEach((table) -> client.sql("select count(*) from " + table + " where 1 = 0")
					.query(Long.class)
					.single());
			});
		}
		catch (BadSqlGrammarException ex) {
			throw EventStoreFailures.noTable(String.valueOf(ex.getMostSpecificCause().getMessage()));
		}
	}

	private static boolean isInTransaction(DataSource dataSource) {
		Connection connection = DataSourceUtils.getConnection(dataSource);
		try {
			return !connection.getAutoCommit();
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The database for events cannot be asked for transactions",
					ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
		}
	}

}

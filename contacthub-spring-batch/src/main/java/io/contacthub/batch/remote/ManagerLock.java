package io.contacthub.batch.remote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.Assert;

/**
 * Lock that one process has which manages a job. The database takes it back when the
 * connection ends.
 */
final class ManagerLock implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ManagerLock.class);

	private static final String KEY = "hashtextextended(?, 0)";

	private final Connection connection;

	private final String name;

	private ManagerLock(Connection connection, String group) {
		this.connection = connection;
		this.name = ManagerLock.class.getName() + " " + group;
	}

	static ManagerLock acquire(DataSource dataSource, String group) throws SQLException {
		ManagerLock lock = new ManagerLock(dataSource.getConnection(), group);
		boolean acquired = false;
		try {
			acquired = lock.call("pg_try_advisory_lock");
			Assert.state(acquired, () -> "Another process manages a job of the group '" + group
					+ "': let it end, or name another group");
			return lock;
		}
		finally {
			if (!acquired) {
				lock.connection.close();
			}
		}
	}

	private boolean call(String function) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("SELECT " + function + "(" + KEY + ")")) {
			statement.setString(1, this.name);
			try (ResultSet result = statement.executeQuery()) {
				return result.next() && result.getBoolean(1);
			}
		}
	}

	@Override
	public void close() {
		try {
			call("pg_advisory_unlock");
		}
		catch (SQLException ex) {
			// with its connection the lock is gone as well
			logger.debug("The connection of a manager has ended before", ex);
		}
		finally {
			JdbcUtils.closeConnection(this.connection);
		}
	}

}

package io.contacthub.autoconfigure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * The connections of Jetty's client. One that was kept is not used again when it was
 * closed, or when anything came on it since the last answer: Jetty takes the beginning of
 * an answer that nobody asked for to be that of the next.
 */
final class WatchedConnectionPool extends DuplexConnectionPool {

	private final KeptConnections kept = new KeptConnections();

	/** How much had been received when a connection was last given back. */
	private final Map<Connection, Long> received = new ConcurrentHashMap<>();

	private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();

	WatchedConnectionPool(Destination destination) {
		super(destination, destination.getHttpClient().getMaxConnectionsPerDestination());
	}

	/**
	 * Open no more connections than there are requests that wait for one: those that were
	 * opened in advance are not always found closed in time.
	 */
	@Override
	protected void tryCreate(boolean create) {
		super.tryCreate(false);
	}

	@Override
	public boolean release(Connection connection) {
		this.inUse.remove(connection);
		if (connection instanceof org.eclipse.jetty.io.Connection io) {
			this.received.put(connection, io.getBytesIn());
		}
		return super.release(connection);
	}

	@Override
	protected void onRemoved(Connection connection) {
		Long before = this.received.remove(connection);
		if (this.inUse.remove(connection) && before != null && connection instanceof org.eclipse.jetty.io.Connection io
				&& before == io.getBytesIn()) {
			// it was closed instead of an answer
			this.kept.gaveOut((int) io.getMessagesIn());
		}
		super.onRemoved(connection);
	}

	@Override
	protected @Nullable Connection activate() {
		while (true) {
			Connection connection = super.activate();
			if (connection == null || lasts(connection)) {
				if (connection != null) {
					this.inUse.add(connection);
				}
				return connection;
			}
			if (remove(connection)) {
				IO.close(connection);
			}
		}
	}

	private boolean lasts(Connection connection) {
		Long before = this.received.get(connection);
		if (before == null || !(connection instanceof org.eclipse.jetty.io.Connection io)) {
			return true;
		}
		int answers = (int) io.getMessagesIn();
		if (!this.kept.last(answers)) {
			return false;
		}
		if (before == io.getBytesIn() && isSilent(io.getEndPoint().getTransport())) {
			return true;
		}
		this.kept.gaveOut(answers);
		return false;
	}

	private static boolean isSilent(Object transport) {
		try {
			return !(transport instanceof SocketChannel channel) || channel.read(ByteBuffer.allocate(1)) == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}

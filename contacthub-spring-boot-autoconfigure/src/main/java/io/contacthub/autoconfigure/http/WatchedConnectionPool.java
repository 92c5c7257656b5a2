package io.contacthub.autoconfigure.http;

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

	private final Map<Connection, Rest> resting = new ConcurrentHashMap<>();

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
			this.resting.put(connection, new Rest(io.getBytesIn(), this.kept.now()));
		}
		return super.release(connection);
	}

	@Override
	protected void onRemoved(Connection connection) {
		Rest before = this.resting.remove(connection);
		if (this.inUse.remove(connection) && before != null && connection instanceof org.eclipse.jetty.io.Connection io
				&& before.received() == io.getBytesIn()) {
			// it was closed instead of an answer
			this.kept.gaveOut((int) io.getMessagesIn(), before.since());
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
		Rest before = this.resting.get(connection);
		if (before == null || !(connection instanceof org.eclipse.jetty.io.Connection io)) {
			return true;
		}
		int answers = (int) io.getMessagesIn();
		if (!this.kept.last(answers)) {
			return false;
		}
		if (before.received() == io.getBytesIn() && isSilent(io.getEndPoint().getTransport())) {
			return true;
		}
		this.kept.gaveOut(answers, before.since());
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

	/**
	 * What a connection had when it was last given back.
	 *
	 * @param received how much had been received
	 * @param since when that was
	 */
	private record Rest(long received, long since) {

	}

}

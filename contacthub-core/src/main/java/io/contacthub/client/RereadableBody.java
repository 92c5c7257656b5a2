package io.contacthub.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer that can be read several times, each time from its beginning.
 * What is read of it is kept.
 */
final class RereadableBody {

	private final BoundedBody source;

	private final Copy read = new Copy();

	RereadableBody(BoundedBody source) {
		this.source = source;
	}

	/**
	 * Return a stream that begins at the beginning.
	 */
	InputStream reading() {
		return new Reading();
	}

	/**
	 * What has been read.
	 */
	private static final class Copy extends ByteArrayOutputStream {

		Copy() {
			super(0);
		}

		void copy(int position, byte[] bytes, int offset, int length) {
			System.arraycopy(this.buf, position, bytes, offset, length);
		}

	}

	/**
	 * One reading.
	 */
	private final class Reading extends InputStream {

		private int position;

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			RereadableBody body = RereadableBody.this;
			int known = body.read.size() - this.position;
			if (known > 0) {
				int count = Math.min(known, length);
				body.read.copy(this.position, bytes, offset, count);
				this.position += count;
				return count;
			}
			if (body.source.isReadToItsEnd()) {
				return -1;
			}
			int count = body.source.read(bytes, offset, length);
			if (count > 0) {
				body.read.write(bytes, offset, count);
				this.position += count;
			}
			return count;
		}

	}

}

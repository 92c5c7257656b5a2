package io.contacthub.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Output that is compressed. It gives all that it has when it is flushed, and ends
 * nothing that has failed: a part that is lost must not be followed by an end.
 */
final class GzipOutput extends GZIPOutputStream {

	private boolean failed;

	private GzipOutput(OutputStream output) throws IOException {
		super(output, 1 << 14, true);
	}

	/**
	 * Compress what is written into a stream, which is closed when it cannot begin.
	 */
	static GzipOutput into(OutputStream output) throws IOException {
		try {
			return new GzipOutput(output);
		}
		catch (IOException ex) {
			output.close();
			throw ex;
		}
	}

	@Override
	public void write(byte[] bytes, int from, int length) throws IOException {
		boolean done = false;
		try {
			super.write(bytes, from, length);
			done = true;
		}
		finally {
			this.failed = this.failed || !done;
		}
	}

	@Override
	public void flush() throws IOException {
		boolean done = false;
		try {
			super.flush();
			done = true;
		}
		finally {
			this.failed = this.failed || !done;
		}
	}

	@Override
	public void close() throws IOException {
		try {
			if (!this.failed) {
				finish();
			}
		}
		finally {
			this.def.end();
			this.out.close();
		}
	}

}

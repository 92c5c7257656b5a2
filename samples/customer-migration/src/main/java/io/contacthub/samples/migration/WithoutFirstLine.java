package io.contacthub.samples.migration;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Stream that leaves out the first line, such as the header of a file that has it
 * already.
 */
final class WithoutFirstLine extends FilterOutputStream {

	private boolean over;

	WithoutFirstLine(OutputStream output) {
		super(output);
	}

	@Override
	public void write(int octet) throws IOException {
		if (this.over) {
			this.out.write(octet);
		}
		this.over |= octet == '\n';
	}

	@Override
	public void write(byte[] octets, int offset, int length) throws IOException {
		int start = offset;
		while (!this.over && start < offset + length) {
			write(octets[start++]);
		}
		this.out.write(octets, start, offset + length - start);
	}

}

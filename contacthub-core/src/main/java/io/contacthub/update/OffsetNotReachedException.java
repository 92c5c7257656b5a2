package io.contacthub.update;

/**
 * Exception thrown when updates are asked for behind an offset that the workspace has not
 * reached: from there on, all would be skipped that comes until then. It is that of
 * another workspace, or of one that has begun anew, or ContactHub has told the last
 * offset too late, which passes.
 */
public class OffsetNotReachedException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final long offset;

	private final long lastOffset;

	OffsetNotReachedException(long offset, long lastOffset) {
		super("offset is " + offset + ", and the last update of the workspace has " + lastOffset
				+ ": it is that of another workspace, or of one that has begun anew; begin with since(…)"
				+ " or fromBeginning()");
		this.offset = offset;
		this.lastOffset = lastOffset;
	}

	/**
	 * Return the offset that was asked for.
	 * @return the offset
	 */
	public long offset() {
		return this.offset;
	}

	/**
	 * Return the offset of the last update of the workspace.
	 * @return the offset, as ContactHub has told it
	 */
	public long lastOffset() {
		return this.lastOffset;
	}

}

package io.contacthub.format;

import java.util.List;

import io.contacthub.json.ApiObject;

/**
 * Parser of the rows of one file, after its header has been read.
 *
 * @param <T> the type of the documents
 */
interface RowParser<T extends ApiObject> {

	/**
	 * Parse a row.
	 * @param row the bytes
	 * @return what it says
	 * @throws RefusedRowException when it is no document
	 */
	Row.Content<T> parse(RawRecord row) throws RefusedRowException;

	/**
	 * Return the paths of the columns, if there are any.
	 */
	List<String> columns();

	/**
	 * Return what the file of refused rows begins with.
	 */
	byte[] refusalHeader();

	/**
	 * Return a refused row as it is written.
	 * @param row the bytes
	 * @param reason why it is refused, on one line
	 */
	byte[] refusal(RawRecord row, String reason);

	/**
	 * Return the decoder of the rows.
	 */
	RecordDecoder decoder();

}

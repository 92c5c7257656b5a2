package io.contacthub.format;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a row, as they are in the file.
 *
 * @param line the number of its first line
 * @param bytes the bytes without the end of the line
 * @param body where the row begins, behind what was written before it when it was refused
 * @param fault why it is no row, or {@code null} when it is one
 * @param cut whether the input ended before the row did, so that there may be more of it
 */
record RawRecord(long line, byte[] bytes, int body, @Nullable String fault, boolean cut) {

}

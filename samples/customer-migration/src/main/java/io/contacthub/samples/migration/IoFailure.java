package io.contacthub.samples.migration;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * What people are told of a failure of files.
 */
final class IoFailure {

	private IoFailure() {
	}

	/**
	 * Return the reason, which some exceptions of Java tell by their type alone.
	 */
	static String reason(IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return "there is no such folder or file";
		}
		if (failure instanceof AccessDeniedException) {
			return "permission denied";
		}
		if (failure instanceof FileAlreadyExistsException) {
			return "it exists already";
		}
		String reason = (failure instanceof FileSystemException ex) ? ex.getReason() : failure.getMessage();
		return (reason != null) ? reason : failure.getClass().getSimpleName();
	}

}

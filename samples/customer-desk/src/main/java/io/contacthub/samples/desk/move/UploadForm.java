package io.contacthub.samples.desk.move;

import org.springframework.web.multipart.MultipartFile;

/**
 * The form that uploads a file.
 *
 * @param file the file
 */
record UploadForm(MultipartFile file) {

	/**
	 * Return whether no file was chosen.
	 */
	boolean isMissing() {
		return this.file == null || name().isEmpty();
	}

	/**
	 * Return the name of the file, without folders, which some browsers send along.
	 */
	String name() {
		String path = String.valueOf(this.file.getOriginalFilename()).replaceAll("\\p{Cntrl}", "").strip();
		String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
		return name.substring(Math.max(0, name.length() - 100));
	}

}

package io.contacthub.samples.desk.move;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * The form that uploads a file.
 *
 * @param file the file
 */
record UploadForm(MultipartFile file) {

	/**
	 * Read the form. It is not bound: a name of anything else than a file would make a
	 * file of it.
	 */
	static UploadForm of(HttpServletRequest request) {
		MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
		return new UploadForm((parts != null) ? parts.getFile("file") : null);
	}

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

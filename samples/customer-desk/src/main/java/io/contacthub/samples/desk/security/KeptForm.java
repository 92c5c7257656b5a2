package io.contacthub.samples.desk.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;

/**
 * A form that was not carried out since the session had ended: what was typed goes to the
 * browser and comes back with the login, so that the desk keeps nothing of somebody who
 * has not logged in. It is shown once more then, and carried out only when its button is
 * pressed again.
 *
 * @param address where the form goes to
 * @param fields what it says
 */
public record KeptForm(String address, List<Field> fields) {

	/**
	 * Name of the field by which those that can be shown again are known: the key of a
	 * form.
	 */
	public static final String KEY = "formKey";

	/**
	 * Name of the parameter that has a form shown instead of carried out.
	 */
	public static final String REOPEN = "formReopened";

	/**
	 * Name of the request attribute that has it while the desk sends a request on.
	 */
	static final String ATTRIBUTE = "keptForm";

	/**
	 * What the fields are called while they are part of the form to log in.
	 */
	static final String PREFIX = "kept.";

	private static final String ADDRESS = PREFIX + "address";

	private static final Set<String> ENVELOPE = Set.of("_csrf", REOPEN);

	/**
	 * Find the form of a request: the one that was sent, or the one that was kept while
	 * somebody logs in. Forms of other sites are not kept, and neither are those that
	 * cannot be shown again.
	 */
	static Optional<KeptForm> of(HttpServletRequest request) {
		if (OwnSite.isForeign(request)
				|| !String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
			return Optional.empty();
		}
		String kept = request.getParameter(ADDRESS);
		if (kept != null) {
			return Optional.of(new KeptForm(kept, fields(request, PREFIX))).filter(KeptForm::isOwn);
		}
		return (request.getParameter(KEY) != null)
				? Optional.of(new KeptForm(address(request), fields(request, ""))).filter(KeptForm::isOwn)
				: Optional.empty();
	}

	private static String address(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	private static List<Field> fields(HttpServletRequest request, String prefix) {
		List<Field> fields = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> {
			String field = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
			if (!field.isEmpty() && !name.equals(ADDRESS) && !ENVELOPE.contains(field)) {
				for (String value : values) {
					fields.add(new Field(field, value));
				}
			}
		});
		return fields;
	}

	/**
	 * Return whether the form goes to an address of the desk, of what paths may have: a
	 * browser takes a backslash for a slash.
	 */
	private boolean isOwn() {
		return this.address.matches("/(?!/)[\\w/.%~:@!$&'()*+,=-]*");
	}

	/**
	 * Return whether the form is one for visitors, who never log in.
	 * @return whether it is
	 */
	public boolean isPublic() {
		return this.address.startsWith("/shop/");
	}

	/**
	 * What one of its fields says.
	 *
	 * @param name the name of the field
	 * @param value the value
	 */
	public record Field(String name, String value) {

	}

}

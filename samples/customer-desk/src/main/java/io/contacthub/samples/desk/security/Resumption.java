package io.contacthub.samples.desk.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Way to the page on which a form that was kept is shown again, or first the page to log
 * in that keeps it.
 */
final class Resumption {

	/**
	 * Address of the page, which is for requests that the desk itself sends there.
	 */
	static final String PATH = "/login/again";

	private Resumption() {
	}

	static void show(KeptForm form, String parameters, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		request.setAttribute(KeptForm.ATTRIBUTE, form);
		request.getRequestDispatcher(PATH + parameters).forward(request, response);
	}

}

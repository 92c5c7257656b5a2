package io.contacthub.samples.desk;

import io.contacthub.error.ContactHubFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What all pages share: blank fields count as absent, and failures of ContactHub become
 * pages.
 */
@ControllerAdvice
class DeskAdvice {

	private static final Log logger = LogFactory.getLog(DeskAdvice.class);

	@InitBinder
	void trim(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
	}

	@ExceptionHandler(EmptyResultDataAccessException.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String notFound() {
		return "error/404";
	}

	@ExceptionHandler
	ModelAndView failed(DataAccessException ex) {
		logger.warn("ContactHub failed", ex);
		boolean temporary = ex instanceof TransientDataAccessException;
		ModelAndView page = new ModelAndView("error/contacthub");
		page.setStatus(temporary ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY);
		page.addObject("temporary", temporary);
		if (ex instanceof ContactHubFailure failure && failure.apiError() != null) {
			page.addObject("logref", failure.apiError().logref());
		}
		return page;
	}

}

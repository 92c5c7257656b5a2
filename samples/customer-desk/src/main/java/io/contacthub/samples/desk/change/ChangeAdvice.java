package io.contacthub.samples.desk.change;

import java.util.Map;

import io.contacthub.samples.desk.layout.LayoutAdvice;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What the pages of this package share: the parts of their addresses, and what is shown
 * when somebody else has changed or deleted the same at the same time.
 */
@ControllerAdvice(basePackageClasses = ChangeAdvice.class)
class ChangeAdvice {

	private final LayoutAdvice layout;

	ChangeAdvice(LayoutAdvice layout) {
		this.layout = layout;
	}

	@ModelAttribute
	void addAddress(@PathVariable Map<String, String> parts,
			@RequestParam(name = Whose.NAME, required = false) String whose, Model model) {
		model.addAllAttributes(parts);
		Whose.add(whose, model);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String deleted(DeletedMeanwhileException ex, HttpServletRequest request, Model model) {
		this.layout.share(request, model);
		addParts(request, model);
		ex.show(model);
		return "change/gone";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONFLICT)
	String changed(ConcurrentChangeException ex, HttpServletRequest request, Model model) {
		this.layout.share(request, model);
		addParts(request, model);
		ex.show(model);
		Whose.add(request.getParameter(Whose.NAME), model);
		model.addAttribute("address", request.getServletPath());
		return "change/collision";
	}

	private static void addParts(HttpServletRequest request, Model model) {
		((Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
			.forEach((name, part) -> model.addAttribute((String) name, part));
	}

}

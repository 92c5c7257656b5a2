package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which files are uploaded to be imported.
 */
@Controller
@RequestMapping("/import")
class ImportController {

	private static final String PAGE = "move/import";

	private final ImportJobs jobs;

	private final ColumnHeadings headings;

	private final ImportProperties properties;

	ImportController(ImportJobs jobs, ColumnHeadings headings, ImportProperties properties) {
		this.jobs = jobs;
		this.headings = headings;
		this.properties = properties;
	}

	@GetMapping
	String form(@RequestParam(required = false) String tooLarge, Principal user, Model model,
			HttpServletResponse response) {
		BindingResult result = result(new UploadForm(null), model);
		if ("true".equals(tooLarge)) {
			reject(result, "tooLarge", this.properties.maxSize().toMegabytes());
		}
		return show(result, user, model, response);
	}

	@PostMapping
	String upload(Principal user, Model model, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) throws IOException {
		UploadForm form = UploadForm.of(request);
		BindingResult result = result(form, model);
		Optional<FileType> type = form.isMissing() ? Optional.empty() : FileType.of(form.name());
		if (form.isMissing()) {
			reject(result, "missing");
		}
		else if (type.isEmpty()) {
			reject(result, "type");
		}
		else if (form.file().isEmpty()) {
			reject(result, "empty");
		}
		else if (form.file().getSize() > this.properties.maxSize().toBytes()) {
			reject(result, "tooLarge", this.properties.maxSize().toMegabytes());
		}
		else if (this.jobs.isRunning(user.getName())) {
			reject(result, "running");
		}
		if (result.hasErrors() || type.isEmpty()) {
			return show(result, user, model, response);
		}
		ImportJob job = this.jobs.add(user.getName(), form.name(), type.get(), form.file());
		redirect.addAttribute("job", job.id());
		return "redirect:/import/{job}";
	}

	private String show(BindingResult result, Principal user, Model model, HttpServletResponse response) {
		if (result.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("failed", true);
		}
		model.addAttribute("jobs", this.jobs.of(user.getName()).stream().map(ShownJob::of).toList());
		model.addAttribute("headings", CustomerColumns.READ.stream().map(this.headings::heading).distinct().toList());
		model.addAttribute("megabytes", this.properties.maxSize().toMegabytes());
		return PAGE;
	}

	private static BindingResult result(UploadForm form, Model model) {
		BindingResult result = new BeanPropertyBindingResult(form, "upload");
		model.addAllAttributes(result.getModel());
		return result;
	}

	private static void reject(BindingResult result, String code, Object... arguments) {
		result.rejectValue("file", "move.upload." + code, arguments, null);
	}

}

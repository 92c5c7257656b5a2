package io.contacthub.samples.desk.move;

import java.nio.charset.StandardCharsets;
import java.security.Principal;

import io.contacthub.samples.desk.layout.Message;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of an import: what its file holds, how far it is, and what has become of it.
 */
@Controller
@RequestMapping("/import/{id}")
class ImportJobController {

	private static final String ITSELF = "redirect:/import/{id}";

	private final ImportJobs jobs;

	private final ImportPages pages;

	ImportJobController(ImportJobs jobs, ImportPages pages) {
		this.jobs = jobs;
		this.pages = pages;
	}

	@GetMapping
	String show(@PathVariable String id, @RequestHeader(name = "HX-Request", required = false) String htmx,
			Principal user, Model model, HttpServletResponse response) {
		ImportJob job = find(id, user);
		this.pages.show(job, model);
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		return (htmx != null) ? "move/job :: job" : "move/job";
	}

	@PostMapping("/reading")
	String read(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Principal user,
			RedirectAttributes redirect) {
		ImportJob job = find(id, user);
		ReadingForm form = ReadingForm.of(parameters);
		if (form.isAmbiguous()) {
			redirect.addFlashAttribute("ambiguous", true);
		}
		else if (job.run() == null) {
			this.jobs.read(job, form.toOptions(job.check().file().options()));
		}
		return ITSELF;
	}

	@PostMapping("/start")
	String start(@PathVariable String id, @RequestParam(defaultValue = "changes") String mode, Principal user,
			RedirectAttributes redirect) {
		ImportJob job = find(id, user);
		ImportMode chosen = ImportMode.of(mode)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such mode"));
		if (!this.jobs.start(job, chosen) && job.run() == null) {
			redirect.addFlashAttribute("message", Message.of("move.job.other"));
		}
		return ITSELF;
	}

	/**
	 * Stop an import; forget a file of which nothing was sent.
	 */
	@PostMapping("/cancel")
	String cancel(@PathVariable String id, Principal user, RedirectAttributes redirect) {
		ImportJob job = find(id, user);
		if (this.jobs.cancel(job)) {
			return ITSELF;
		}
		redirect.addFlashAttribute("message", Message.of("move.job.discarded", job.name()));
		return "redirect:/import";
	}

	@GetMapping({ "/refused.csv", "/refused.tsv", "/refused.jsonl" })
	ResponseEntity<Resource> refused(@PathVariable String id, Principal user) {
		return download(find(id, user), JobPart.REFUSED);
	}

	@GetMapping({ "/unknown.csv", "/unknown.tsv", "/unknown.jsonl" })
	ResponseEntity<Resource> unknown(@PathVariable String id, Principal user) {
		return download(find(id, user), JobPart.UNKNOWN);
	}

	private static ResponseEntity<Resource> download(ImportJob job, JobPart part) {
		if (job.run() == null || !job.run().has(part)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There are no such rows");
		}
		ContentDisposition attachment = ContentDisposition.attachment()
			.filename(job.partName(part), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.body(new FileSystemResource(job.part(part)));
	}

	private ImportJob find(String id, Principal user) {
		return this.jobs.find(user.getName(), id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such import"));
	}

}

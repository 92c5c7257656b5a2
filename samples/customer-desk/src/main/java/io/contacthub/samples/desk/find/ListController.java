package io.contacthub.samples.desk.find;

import java.util.List;

import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of customers: searched, filtered, sorted and by pages, all of it in its
 * address.
 */
@Controller
@RequestMapping(ListPlace.PATH)
class ListController {

	private static final String FROM_SCRIPT = "HX-Request=true";

	private final ListPage page;

	private final KnownTags tags;

	private final Panels panels;

	ListController(ListPage page, KnownTags tags, Panels panels) {
		this.page = page;
		this.tags = tags;
		this.panels = panels;
	}

	@GetMapping
	String list(@ModelAttribute("filter") CustomerFilter filter, BindingResult result,
			@RequestParam(required = false) String sort,
			@PageableDefault(size = ListPlace.USUAL_SIZE) Pageable pageable, ReaderDates dates, Model model,
			HttpServletResponse response) {
		FilterChecks.check(filter, result);
		ListPlace place = new ListPlace(filter, ListOrder.of(sort), pageable.getPageSize());
		Panel<Page<CustomerRow>> found = this.page.show(place, pageable.getPageNumber(), dates, model);
		return view(ListPage.VIEW, found, place, response);
	}

	/**
	 * Answer the script that replaces the results while somebody types.
	 */
	@GetMapping(headers = { FROM_SCRIPT, "HX-History-Restore-Request!=true" })
	String results(@ModelAttribute("filter") CustomerFilter filter, BindingResult result,
			@RequestParam(required = false) String sort,
			@PageableDefault(size = ListPlace.USUAL_SIZE) Pageable pageable, ReaderDates dates, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		FilterChecks.check(filter, result);
		ListPlace place = new ListPlace(filter, ListOrder.of(sort), pageable.getPageSize());
		Panel<Page<CustomerRow>> found = this.page.showResults(place, pageable.getPageNumber(), dates, model);
		response.setHeader("HX-Push-Url", request.getContextPath() + place.address(pageable.getPageNumber() + 1));
		return view("find/results", found, place, response);
	}

	private static String view(String view, Panel<Page<CustomerRow>> found, ListPlace place,
			HttpServletResponse response) {
		if (found != null && !found.isLoaded()) {
			response.setStatus(found.trouble().kind().status().value());
		}
		boolean beyond = found != null && found.isLoaded() && isBeyond(found.value());
		return beyond ? "redirect:" + place.address(found.value().getTotalPages()) : view;
	}

	@GetMapping("/tags")
	String tags(Model model) {
		Panel<List<String>> known = this.panels.now(this.tags::tags);
		model.addAttribute("tags", known.isLoaded() ? known.value() : List.of());
		return "find/tags";
	}

	private static boolean isBeyond(Page<?> page) {
		return page.getTotalPages() > 0 && page.getNumber() >= page.getTotalPages();
	}

}

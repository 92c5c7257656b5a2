package io.contacthub.samples.desk.shop;

import io.contacthub.autoconfigure.web.SessionReconciliation;
import io.contacthub.customer.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * The answer of a visitor to the question whether the shop may remember what they look
 * at. Its three forms are sent without a CSRF token, since that would need a cookie
 * before the answer; the security of the desk looks at where they come from instead. The
 * only cookie of a visitor who says no is the one that remembers this.
 */
@Controller
@RequestMapping("/shop/visit")
class VisitController {

	private final Catalogue catalogue;

	private final SessionReconciliation reconciliation;

	VisitController(Catalogue catalogue, SessionReconciliation reconciliation) {
		this.catalogue = catalogue;
		this.reconciliation = reconciliation;
	}

	/**
	 * Agree.
	 * @param visitor the session: because it must be there, it is made now, with its
	 * cookie
	 */
	@PostMapping
	String agree(SessionId visitor, @RequestParam(defaultValue = "") String product,
			@SessionAttribute(name = Member.ATTRIBUTE, required = false) @Nullable Member member,
			HttpServletRequest request, HttpServletResponse response) {
		if (member != null) {
			this.reconciliation.reconcile(request, response, member.customerId());
		}
		return back(product);
	}

	@PostMapping("/no")
	String decline(@RequestParam(defaultValue = "") String product, HttpServletResponse response) {
		VisitAnswer.decline(response);
		return back(product);
	}

	@PostMapping("/end")
	String withdraw(@RequestParam(defaultValue = "") String product, HttpServletRequest request,
			HttpServletResponse response) {
		this.reconciliation.forget(request, response);
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(Member.ATTRIBUTE);
		}
		return back(product);
	}

	/**
	 * Only to pages of the shop, whatever the form says.
	 */
	private String back(String product) {
		return this.catalogue.find(product)
			.map((known) -> "redirect:/shop/products/" + known.id())
			.orElse("redirect:/shop");
	}

}

package com.example.visitors;

import io.contacthub.autoconfigure.web.SessionReconciliation;
import io.contacthub.customer.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The answers of visitors to the question whether what they do may be remembered.
 */
@Controller
class VisitController {

	private final SessionReconciliation reconciliation;

	private final Accounts accounts;

	VisitController(SessionReconciliation reconciliation, Accounts accounts) {
		this.reconciliation = reconciliation;
		this.accounts = accounts;
	}

	// tag::agree[]
	@PostMapping("/visit")
	String agree(SessionId visitor) { // must be there: so it is made now, with its cookie
		return "redirect:/";
	}
	// end::agree[]

	// tag::withdraw[]
	@PostMapping("/visit/end")
	String withdraw(HttpServletRequest request, HttpServletResponse response) {
		this.reconciliation.forget(request, response);
		return "redirect:/";
	}
	// end::withdraw[]

	// tag::login[]
	@PostMapping("/login")
	String login(@RequestParam String name, @RequestParam String password, HttpServletRequest request,
			HttpServletResponse response) {
		Accounts.Account account = this.accounts.verify(name, password);
		this.reconciliation.reconcile(request, response, account.customerId());
		return "redirect:/";
	}
	// end::login[]

}

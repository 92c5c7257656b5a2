package io.contacthub.samples.desk.shop;

import java.util.Optional;

import io.contacthub.autoconfigure.web.SessionReconciliation;
import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.samples.desk.form.Forms;
import io.contacthub.samples.desk.security.Audit;
import io.contacthub.samples.desk.security.AuditAction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * The form with which a visitor becomes a customer, to whom belongs from then on what was
 * looked at before.
 */
@Controller
@RequestMapping("/shop")
class SignupController {

	private final Registration registration;

	private final SessionReconciliation reconciliation;

	private final Visits visits;

	private final Forms forms;

	private final Audit audit;

	SignupController(Registration registration, SessionReconciliation reconciliation, Visits visits, Forms forms,
			Audit audit) {
		this.registration = registration;
		this.reconciliation = reconciliation;
		this.visits = visits;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping("/signup")
	String form(@Nullable SessionId visitor, Model model) {
		this.visits.note(visitor, ViewedPage.builder().path("/shop/signup").title("Sign up").build());
		model.addAttribute(SignupForm.empty());
		return "shop/signup";
	}

	@PostMapping("/signup")
	String signUp(@Valid SignupForm form, BindingResult result, Model model, @Nullable SessionId visitor,
			HttpServletRequest request, HttpServletResponse response) {
		return this.forms.submit(result, model, "shop/signup", () -> {
			HttpSession session = request.getSession();
			Attempt attempt = Attempt.of(form, session.getAttribute(Attempt.ATTRIBUTE));
			session.setAttribute(Attempt.ATTRIBUTE, attempt);
			Optional<Customer> added = this.registration.register(attempt);
			session.removeAttribute(Attempt.ATTRIBUTE);
			if (added.isEmpty()) {
				return "redirect:/shop/confirm";
			}
			Customer customer = added.get();
			this.audit.written(AuditAction.CUSTOMER_SIGN_UP, customer.id());
			this.reconciliation.reconcile(request, response, customer.id());
			if (visitor != null) {
				// as theirs: the session may be that of somebody who signed up here
				// before
				this.visits.note(customer, FormCompiled.builder().formName("signup").build());
			}
			session.setAttribute(Member.ATTRIBUTE, new Member(customer.id(), form.firstName()));
			return "redirect:/shop/welcome";
		});
	}

	/**
	 * Where a real shop would wait for an e-mail to be confirmed.
	 */
	@GetMapping("/confirm")
	String confirm() {
		return "shop/confirm";
	}

	@GetMapping("/welcome")
	String welcome(@SessionAttribute(name = Member.ATTRIBUTE, required = false) @Nullable Member member) {
		return (member != null) ? "shop/welcome" : "redirect:/shop/signup";
	}

}

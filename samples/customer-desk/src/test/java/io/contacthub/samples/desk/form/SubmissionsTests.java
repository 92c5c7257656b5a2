package io.contacthub.samples.desk.form;

import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the forms of a session within the desk.
 */
@DisplayName("The forms that were sent in a session")
class SubmissionsTests extends AbstractDeskTests {

	@Autowired
	private Submissions submissions;

	@Test
	@DisplayName("are forgotten when the session ends")
	void end() {
		int before = this.submissions.sessions();
		Browser editor = visitor().logIn("editor", "editor").open("/customers/new");
		editor.fill("First name", "Augusta").press("Add customer");
		assertThat(editor.status()).isEqualTo(200);
		assertThat(this.submissions.sessions()).isEqualTo(before + 1);
		editor.press("Log out");
		assertThat(this.submissions.sessions()).isEqualTo(before);
	}

}

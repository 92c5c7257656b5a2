package io.contacthub.samples.desk.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The forms that were sent, by their sessions and keys, so that none is carried out
 * twice. A session has its last hundred, and none when it has ended. They are not in the
 * session itself, which must hold nothing that others wait for; so a desk that runs more
 * than once needs sessions that stay where they are.
 */
@Component
class Submissions implements HttpSessionListener, HttpSessionIdListener {

	private static final int KEPT = 100;

	private final Map<String, Map<SubmissionKey, Submission>> bySession = new ConcurrentHashMap<>();

	/**
	 * Note a submission.
	 * @param session the id of the session
	 * @param key the key of the form, with what it says
	 * @return the submission that has the key already, or {@code null} when this is the
	 * first one
	 */
	@Nullable Submission begin(String session, SubmissionKey key, Submission submission) {
		Map<SubmissionKey, Submission> sent = this.bySession.computeIfAbsent(session, (id) -> new LinkedHashMap<>());
		synchronized (sent) {
			Submission earlier = sent.putIfAbsent(key, submission);
			if (earlier == null && sent.size() > KEPT) {
				sent.remove(sent.keySet().iterator().next());
			}
			return earlier;
		}
	}

	/**
	 * Let a form be sent again that was not carried out.
	 */
	void free(String session, SubmissionKey key, Submission submission) {
		Map<SubmissionKey, Submission> sent = this.bySession.getOrDefault(session, Map.of());
		synchronized (sent) {
			sent.remove(key, submission);
		}
	}

	@Override
	public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
		Map<SubmissionKey, Submission> sent = this.bySession.remove(oldSessionId);
		if (sent != null) {
			this.bySession.put(event.getSession().getId(), sent);
		}
	}

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		this.bySession.remove(event.getSession().getId());
	}

	/**
	 * Return how many sessions have sent forms.
	 */
	int sessions() {
		return this.bySession.size();
	}

}

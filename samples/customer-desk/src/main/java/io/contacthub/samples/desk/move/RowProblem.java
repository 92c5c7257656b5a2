package io.contacthub.samples.desk.move;

import java.util.List;
import java.util.stream.Collectors;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.customer.Customer;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.format.Row;

/**
 * Row that was not imported, and why.
 *
 * @param line its line in the file
 * @param kind the kind, which is a part of the key of its words
 * @param member the path of the member that it is about, or the heading of its column,
 * {@code null} for none
 * @param values what the words of the kind are about, such as the text of the cell
 * @param detail what the library or ContactHub says
 * @param customerId the id of the customer that is there already, {@code null} for none
 */
record RowProblem(long line, String kind, String member, List<String> values, String detail, String customerId) {

	/**
	 * Return why a row is no customer.
	 */
	static RowProblem of(Row<Customer> row) {
		String column = row.column();
		String reason = String.valueOf(row.refusal());
		String prefix = "column '" + column + "': ";
		String detail = reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
		RowReason told = RowReason.of(detail);
		return new RowProblem(row.line(), told.kind(), column, told.values(), detail, null);
	}

	/**
	 * Return why a row was not written, or may not have been.
	 */
	static RowProblem of(BulkOutcome<Row<Customer>> outcome) {
		Row<Customer> row = outcome.item();
		if (row.isRefused()) {
			return of(row);
		}
		if (outcome.failure() instanceof CustomerConflictException conflict) {
			String existing = conflict.existingCustomerId();
			return new RowProblem(row.line(), "conflict", null, List.of(), (existing != null) ? existing : "",
					existing);
		}
		List<ApiError.Item> errors = outcome.errors();
		String member = errors.isEmpty() ? null : errors.get(0).path();
		return new RowProblem(row.line(), (outcome.kind() == Kind.FAILED) ? "unknown" : "refused", member, List.of(),
				detail(outcome, errors), null);
	}

	private static String detail(BulkOutcome<?> outcome, List<ApiError.Item> errors) {
		if (errors.size() == 1) {
			return line(String.valueOf(errors.get(0).message()));
		}
		if (!errors.isEmpty()) {
			return line(errors.stream().map(ApiError.Item::describe).collect(Collectors.joining("; ")));
		}
		return ContactHubFailure.in(outcome.failure())
			.map(ContactHubFailure::apiError)
			.map(ApiError::message)
			.map(RowProblem::line)
			.orElseGet(() -> String.valueOf(outcome.reason()));
	}

	private static String line(String text) {
		return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
	}

}

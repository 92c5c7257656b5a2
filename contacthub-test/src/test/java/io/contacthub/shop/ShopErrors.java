package io.contacthub.shop;

import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.FailedOperation;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Translates errors as usual; one of the components that belong to the client.
 */
@Component
class ShopErrors implements ApiErrorTranslator {

	@Override
	public DataAccessException translate(FailedOperation operation) {
		return ApiErrorTranslator.byStatus().translate(operation);
	}

}

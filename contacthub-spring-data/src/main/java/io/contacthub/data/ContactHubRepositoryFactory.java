package io.contacthub.data;

import java.util.Optional;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.core.support.AbstractEntityInformation;
import org.springframework.data.repository.core.support.RepositoryComposition.RepositoryFragments;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.repository.query.QueryByExampleExecutor;
import org.springframework.data.repository.query.QueryLookupStrategy;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;
import org.springframework.data.repository.query.ValueExpressionDelegate;

/**
 * Factory that implements the interfaces of repositories on one node.
 */
class ContactHubRepositoryFactory extends RepositoryFactorySupport {

	private final Node node;

	ContactHubRepositoryFactory(Node node) {
		this.node = node;
	}

	private EntityAccess<?, ?> access(RepositoryMetadata metadata) {
		return metadata.getDomainType().equals(Customer.class) ? new CustomerAccess(this.node.customers())
				: new EventAccess(this.node.events());
	}

	@Override
	public EntityInformation<?, ?> getEntityInformation(RepositoryMetadata metadata) {
		return information(access(metadata));
	}

	private static <T> EntityInformation<T, String> information(EntityAccess<T, ?> access) {
		return new AbstractEntityInformation<>(access.type()) {

			@Override
			public @Nullable String getId(T entity) {
				return access.id(entity);
			}

			@Override
			public Class<String> getIdType() {
				return String.class;
			}

		};
	}

	@Override
	protected Object getTargetRepository(RepositoryInformation metadata) {
		return getTargetRepositoryViaReflection(metadata, access(metadata));
	}

	@Override
	protected Class<?> getRepositoryBaseClass(RepositoryMetadata metadata) {
		return SimpleContactHubRepository.class;
	}

	@Override
	protected RepositoryFragments getRepositoryFragments(RepositoryMetadata metadata) {
		if (!QueryByExampleExecutor.class.isAssignableFrom(metadata.getRepositoryInterface())) {
			return RepositoryFragments.empty();
		}
		if (!metadata.getDomainType().equals(Customer.class)) {
			throw new UnsupportedQueryMethodException(metadata.getRepositoryInterface().getSimpleName(),
					"ContactHub cannot find events by example", "Leave QueryByExampleExecutor out");
		}
		return RepositoryFragments
			.just(new CustomerExampleExecutor(new CustomerAccess(this.node.customers()), getProjectionFactory()));
	}

	@Override
	protected Optional<QueryLookupStrategy> getQueryLookupStrategy(@Nullable Key key,
			ValueExpressionDelegate expressions) {
		return Optional.of((method, metadata, factory, namedQueries) -> {
			ContactHubQueryMethod queryMethod = new ContactHubQueryMethod(method, metadata, factory);
			return ContactHubRepositoryQuery.of(queryMethod, access(metadata), key);
		});
	}

}

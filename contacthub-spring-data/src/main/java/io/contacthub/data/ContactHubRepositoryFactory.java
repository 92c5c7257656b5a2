package io.contacthub.data;

import java.util.Optional;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;
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
import org.springframework.util.ClassUtils;

/**
 * Factory that implements the interfaces of repositories on one node.
 */
class ContactHubRepositoryFactory extends RepositoryFactorySupport {

	private final Node node;

	ContactHubRepositoryFactory(Node node) {
		this.node = node;
	}

	private EntityAccess<?, ?> access(RepositoryMetadata metadata) {
		if (metadata.getDomainType().equals(Customer.class)) {
			return new CustomerAccess(this.node.customers());
		}
		if (metadata.getDomainType().equals(Event.class)) {
			return new EventAccess(this.node.events());
		}
		throw refused(metadata, "ContactHub has no lists of " + metadata.getDomainType().getSimpleName(),
				"Declare it for Customer or Event");
	}

	private static UnsupportedQueryMethodException refused(RepositoryMetadata metadata, String reason, String remedy) {
		return new UnsupportedQueryMethodException(ClassUtils.getShortName(metadata.getRepositoryInterface()), reason,
				remedy);
	}

	@Override
	protected void validate(RepositoryMetadata metadata) {
		Class<?> type = metadata.getRepositoryInterface();
		if (CrudRepository.class.isAssignableFrom(type) || PagingAndSortingRepository.class.isAssignableFrom(type)) {
			throw refused(metadata, "it has findAll() or deleteAll(), which would walk or wipe the whole node",
					"Extend ContactHubRepository instead");
		}
		if (!metadata.getIdType().equals(String.class)) {
			throw refused(metadata, "its ids are of type " + metadata.getIdType().getSimpleName()
					+ ", and those of ContactHub are texts", "Declare them as String");
		}
		access(metadata);
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
			throw refused(metadata, "ContactHub cannot find events by example", "Leave QueryByExampleExecutor out");
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

package io.contacthub.data;

import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.projection.ProjectionInformation;
import org.springframework.data.repository.query.ReturnedType;

/**
 * The fields that are fetched for the type that a method returns: all for a customer, for
 * an interface or record those that it has.
 */
final class ProjectedFields {

	private final Class<?> domainType;

	private final ProjectionFactory factory;

	private final String user;

	private final Map<Class<?>, Optional<Projection>> known = new ConcurrentHashMap<>();

	/**
	 * Create the fields of what somebody returns.
	 * @param user who it is, as messages name it
	 */
	ProjectedFields(Class<?> domainType, ProjectionFactory factory, String user) {
		this.domainType = domainType;
		this.factory = factory;
		this.user = user;
	}

	@Nullable Projection of(ReturnedType type) {
		if (!type.isProjecting()) {
			return null;
		}
		return this.known.computeIfAbsent(type.getReturnedType(), (returned) -> Optional.ofNullable(read(returned)))
			.orElse(null);
	}

	private @Nullable Projection read(Class<?> returned) {
		List<Field<?>> fields = new ArrayList<>();
		boolean closed = returned.isInterface() ? addAll(returned, "", fields) : addParameters(returned, fields);
		return (closed && !fields.isEmpty()) ? new Projection(fields) : null;
	}

	private boolean addParameters(Class<?> returned, List<Field<?>> fields) {
		List<String> names = ConstructorProjection.parameters(returned);
		if (names.isEmpty()) {
			throw refused(
					"it returns " + returned.getSimpleName() + ", of which no constructor with properties is known",
					"Make it an interface or a record, or compile it with the names of its parameters");
		}
		for (String name : names) {
			PropertyPath path = require(returned, name, "Name it as in a method, such as baseContactsEmail");
			fields.add(Field.field(path.toDotPath()));
		}
		return true;
	}

	/**
	 * Add the fields of an interface.
	 * @return false when it computes something, of which nobody knows what it reads
	 */
	private boolean addAll(Class<?> type, String prefix, List<Field<?>> fields) {
		ProjectionInformation information = this.factory.getProjectionInformation(type);
		if (!information.isClosed()) {
			return false;
		}
		for (PropertyDescriptor property : information.getInputProperties()) {
			String path = prefix + property.getName();
			require(type, path, "Name one that it has");
			Class<?> nested = property.getPropertyType();
			boolean projected = nested.isInterface() && !nested.getName().startsWith("java.");
			if (!projected || !addAll(nested, path + ".", fields)) {
				fields.add(Field.field(path));
			}
		}
		return true;
	}

	private PropertyPath require(Class<?> type, String path, String remedy) {
		try {
			return PropertyPath.from(path, this.domainType);
		}
		catch (PropertyReferenceException ex) {
			throw refused("'" + path + "' of " + type.getSimpleName() + " is no property of "
					+ this.domainType.getSimpleName(), remedy);
		}
	}

	private UnsupportedQueryMethodException refused(String reason, String remedy) {
		return new UnsupportedQueryMethodException(this.user, reason, remedy);
	}

}

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
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

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
		Map<String, Class<?>> parameters = ConstructorProjection.parameters(returned);
		if (parameters.isEmpty()) {
			throw refused(
					"it returns " + returned.getSimpleName() + ", of which no constructor with properties is known",
					"Make it an interface or a record, or compile it with the names of its parameters");
		}
		for (Map.Entry<String, Class<?>> parameter : parameters.entrySet()) {
			String name = parameter.getKey();
			PropertyPath path = require(returned, name, "Name it as in a method, such as baseContactsEmail");
			for (PropertyPath step : path) {
				if (step.hasNext() && step.isCollection()) {
					throw refused("'" + name + "' of " + returned.getSimpleName() + " is one of each element of a list",
							"Take the list");
				}
			}
			checkType(returned, name, parameter.getValue(), path);
			fields.add(Field.field(path.toDotPath()));
		}
		return true;
	}

	private void checkType(Class<?> returned, String name, Class<?> type, PropertyPath path) {
		PropertyPath leaf = path.getLeafProperty();
		Class<?> property = leaf.isCollection() ? List.class : leaf.getType();
		if (!ClassUtils.isAssignable(type, property) || type.isPrimitive()) {
			throw refused("'" + name + "' of " + returned.getSimpleName() + " is of type " + type.getSimpleName()
					+ ", and the property of type " + property.getSimpleName(), "Give it the same type");
		}
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
			PropertyPath found = require(type, path, "Name one that it has");
			if (!found.toDotPath().equals(path)) {
				throw refused("'" + path + "' of " + type.getSimpleName() + " is '" + found.toDotPath() + "'",
						"Nest an interface for each object around it, or take a record");
			}
			Class<?> nested = property.getPropertyType();
			boolean projected = nested.isInterface() && !nested.getName().startsWith("java.");
			if (!projected && !nested.isInterface() && nested != Optional.class) {
				checkType(type, path, nested, found);
			}
			if (!projected || !addAll(nested, path + ".", fields)) {
				fields.add(Field.field(path));
			}
		}
		return true;
	}

	private PropertyPath require(Class<?> type, String path, String remedy) {
		try {
			PropertyPath found = PropertyPath.from(path, this.domainType);
			Assert.isTrue(!found.getSegment().equals("projection"), "it is no member");
			return found;
		}
		catch (PropertyReferenceException | IllegalArgumentException ex) {
			throw refused("'" + path + "' of " + type.getSimpleName() + " is no property of "
					+ this.domainType.getSimpleName(), remedy);
		}
	}

	private UnsupportedQueryMethodException refused(String reason, String remedy) {
		return new UnsupportedQueryMethodException(this.user, reason, remedy);
	}

}

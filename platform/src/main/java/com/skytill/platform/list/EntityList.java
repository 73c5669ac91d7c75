package com.skytill.platform.list;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a page of entities by the filters that were given. A condition whose value is null is left out of the query, rather
 * than being part of it as "is null or equal": PostgreSQL plans each combination for what it is.
 */
public final class EntityList<T> {

    private final Class<T> type;
    private final StringBuilder query;
    private final Map<String, Object> values = new HashMap<>();

    private EntityList(Class<T> type) {
        this.type = type;
        this.query = new StringBuilder("from " + type.getSimpleName() + " where 1 = 1");
    }

    /** The entities of that type. */
    public static <T> EntityList<T> of(Class<T> type) {
        return new EntityList<>(type);
    }

    /** Only those for which the HQL condition on {@code :name} holds; all, when the value is null. */
    public EntityList<T> where(String condition, String name, Object value) {
        if (value != null) {
            query.append(" and (").append(condition).append(')');
            values.put(name, value);
        }
        return this;
    }

    /** So many at the most, in the order of that attribute. */
    public Uni<List<T>> inOrderOf(String attribute, int rows) {
        query.append(" order by ").append(attribute);
        return Panache.getSession().flatMap(session -> {
            var selection = session.createQuery(query.toString(), type).setMaxResults(rows);
            values.forEach(selection::setParameter);
            return selection.getResultList();
        });
    }
}

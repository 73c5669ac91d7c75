package com.skytill.platform.operation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an update did, as its answer shows it.
 *
 * @param added whether an entity was added ({@code 201}) rather than changed ({@code 200})
 * @param entity the entity's kind, which is also the member of the answer that shows it
 * @param entityId its ID, for the audit trail
 * @param members the answer's members in order
 * @param once members shown in the first answer only: secrets, kept nowhere
 */
public record Outcome(
        boolean added, String entity, String entityId, Map<String, Object> members, Map<String, Object> once) {

    /** An entity was added. */
    public static Outcome added(String entity, Object entityId, Object view) {
        return new Outcome(true, entity, String.valueOf(entityId), Map.of(entity, view), Map.of());
    }

    /** An entity was changed. */
    public static Outcome changed(String entity, Object entityId, Object view) {
        return new Outcome(false, entity, String.valueOf(entityId), Map.of(entity, view), Map.of());
    }

    /** The same with one member more. */
    public Outcome with(String member, Object value) {
        return new Outcome(added, entity, entityId, plus(members, member, value), once);
    }

    /** The same with a secret that only the first answer shows. */
    public Outcome showingOnce(String member, Object secret) {
        return new Outcome(added, entity, entityId, members, plus(once, member, secret));
    }

    /** The same with everything that another outcome shows. */
    public Outcome with(Outcome other) {
        var all = new LinkedHashMap<>(members);
        all.putAll(other.members);
        var secrets = new LinkedHashMap<>(once);
        secrets.putAll(other.once);
        return new Outcome(added, entity, entityId, all, secrets);
    }

    private static Map<String, Object> plus(Map<String, Object> map, String key, Object value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}

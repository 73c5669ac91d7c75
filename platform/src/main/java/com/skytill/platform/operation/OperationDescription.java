package com.skytill.platform.operation;

import com.skytill.platform.caller.Permission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation is, for the contract and for the check before it runs.
 *
 * @param name as in its address, verb_noun
 * @param section where the guide shows it
 * @param permission what its caller must hold; empty when any token will do
 * @param title what it does, in a few words
 * @param text what its callers must know beyond the title
 * @param answer the shape of its answer
 */
public record OperationDescription(
        String name, Section section, Optional<Permission> permission, String title, String text, Answer answer) {

    /** The shape of an answer. */
    public sealed interface Answer {
        /** One record. */
        record One(Class<?> type) implements Answer {}

        /** A page of records. */
        record Listing(Class<?> type) implements Answer {}

        /** A file, see {@link Document}. */
        record File(String mediaType) implements Answer {}

        /** An update's answer, with the entity that it concerns and lists of what else it tells. */
        record Updated(String entity, Class<?> type, Map<String, Class<?>> lists) implements Answer {
            public Updated {
                lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
            }
        }
    }

    /** An operation that answers one record and changes nothing. */
    public static OperationDescription one(
            String name, Section section, Permission permission, String title, String text, Class<?> type) {
        return new OperationDescription(
                name, section, Optional.ofNullable(permission), title, text, new Answer.One(type));
    }

    /** An operation that answers a page of records. */
    public static OperationDescription list(
            String name, Section section, Permission permission, String title, String text, Class<?> type) {
        return new OperationDescription(
                name, section, Optional.ofNullable(permission), title, text, new Answer.Listing(type));
    }

    /** An operation that answers a file of that media type. */
    public static OperationDescription file(
            String name, Section section, Permission permission, String title, String text, String mediaType) {
        return new OperationDescription(
                name, section, Optional.ofNullable(permission), title, text, new Answer.File(mediaType));
    }

    /** An operation that changes something; its answer shows the entity under that name. */
    public static OperationDescription update(
            String name,
            Section section,
            Permission permission,
            String title,
            String text,
            String entity,
            Class<?> type) {
        return new OperationDescription(
                name,
                section,
                Optional.ofNullable(permission),
                title,
                text,
                new Answer.Updated(entity, type, Map.of()));
    }

    /** The same, its answer having also a list of such records under that name. */
    public OperationDescription listing(String member, Class<?> type) {
        if (!(answer instanceof Answer.Updated updated)) {
            throw new IllegalStateException("Only an update's answer has members of its own");
        }
        var lists = new LinkedHashMap<>(updated.lists());
        lists.put(member, type);
        return new OperationDescription(
                name, section, permission, title, text, new Answer.Updated(updated.entity(), updated.type(), lists));
    }
}

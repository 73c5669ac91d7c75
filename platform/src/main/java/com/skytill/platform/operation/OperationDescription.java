package com.skytill.platform.operation;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation is, for the contract and for the check before it runs.
 *
 * @param name as in its address, verb_noun
 * @param section where the guide shows it
 * @param permission what its caller must hold; empty when any token will do
 * @param title what it does, in a few words
 * @param text what its callers must know beyond the title
 * @param answer the shape of its answer
 * @param problems what it can fail by beyond what every operation can; empty when that is whatever its kind can
 */
public record OperationDescription(
        String name,
        Section section,
        Optional<Permission> permission,
        String title,
        String text,
        Answer answer,
        Optional<Set<ProblemCode>> problems) {

    /** The shape of an answer. */
    public sealed interface Answer {
        /** One record, which can be had as files of these media types too. */
        record One(Class<?> type, List<String> files) implements Answer {
            public One {
                files = List.copyOf(files);
            }
        }

        /** A page of records. */
        record Listing(Class<?> type) implements Answer {}

        /** A file, see {@link Document}. */
        record File(String mediaType) implements Answer {}

        /** An update's answer, with the entity that it concerns and what else it tells. */
        record Updated(String entity, Class<?> type, Map<String, Member> members) implements Answer {
            public Updated {
                members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            }
        }
    }

    /**
     * What an update's answer tells beside its entity.
     *
     * @param type of the member, or of each of its items
     */
    public record Member(Class<?> type, Kind kind) {

        /** How it is shown. */
        public enum Kind {
            ONE,
            LIST,
            /** A secret that only the first answer shows. */
            ONCE
        }
    }

    /** An operation that answers one record and changes nothing. */
    public static OperationDescription one(
            String name, Section section, Permission permission, String title, String text, Class<?> type) {
        return new OperationDescription(name, section, permission, title, text, new Answer.One(type, List.of()));
    }

    /** An operation that answers a page of records. */
    public static OperationDescription list(
            String name, Section section, Permission permission, String title, String text, Class<?> type) {
        return new OperationDescription(name, section, permission, title, text, new Answer.Listing(type));
    }

    /** An operation that answers a file of that media type. */
    public static OperationDescription file(
            String name, Section section, Permission permission, String title, String text, String mediaType) {
        return new OperationDescription(name, section, permission, title, text, new Answer.File(mediaType));
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
                name, section, permission, title, text, new Answer.Updated(entity, type, Map.of()));
    }

    private OperationDescription(
            String name, Section section, Permission permission, String title, String text, Answer answer) {
        this(name, section, Optional.ofNullable(permission), title, text, answer, Optional.empty());
    }

    /** The same, whose answer can be had as a file of any of these media types too. */
    public OperationDescription orFile(String... mediaTypes) {
        if (!(answer instanceof Answer.One one)) {
            throw new IllegalStateException("Only one record can be had as a file too");
        }
        return new OperationDescription(
                name, section, permission, title, text, new Answer.One(one.type(), List.of(mediaTypes)), problems);
    }

    /** The same, its answer having also a member of that type under that name. */
    public OperationDescription showing(String member, Class<?> type) {
        return with(member, new Member(type, Member.Kind.ONE));
    }

    /** The same, its answer having also a list of such records under that name. */
    public OperationDescription listing(String member, Class<?> type) {
        return with(member, new Member(type, Member.Kind.LIST));
    }

    /** The same, its first answer having also a secret under that name. */
    public OperationDescription showingOnce(String member) {
        return with(member, new Member(String.class, Member.Kind.ONCE));
    }

    /** The same, which beyond what every operation can fails by these problems and no others. */
    public OperationDescription failingBy(ProblemCode... codes) {
        return new OperationDescription(name, section, permission, title, text, answer, Optional.of(Set.of(codes)));
    }

    private OperationDescription with(String name, Member member) {
        if (!(answer instanceof Answer.Updated updated)) {
            throw new IllegalStateException("Only an update's answer has members of its own");
        }
        var members = new LinkedHashMap<>(updated.members());
        members.put(name, member);
        return new OperationDescription(
                this.name,
                section,
                permission,
                title,
                text,
                new Answer.Updated(updated.entity(), updated.type(), members),
                problems);
    }
}

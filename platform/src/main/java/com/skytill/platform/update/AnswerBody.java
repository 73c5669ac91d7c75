package com.skytill.platform.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.skytill.platform.operation.Outcome;

import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an update's answer. */
@Singleton
final class AnswerBody {

    private final ObjectMapper json;

    AnswerBody(ObjectMapper json) {
        this.json = json;
    }

    String pending(long updateId) {
        return write(head(UpdateStatus.PENDING_REVIEW, updateId));
    }

    /** What a dry run shows; no row of the ledger stands behind it. */
    String preview(Outcome outcome) {
        var members = new LinkedHashMap<String, Object>();
        members.put("status", "dry_run");
        members.putAll(outcome.members());
        return write(members);
    }

    /** What the ledger keeps and replays. */
    String kept(long updateId, Outcome outcome) {
        var members = head(UpdateStatus.APPLIED, updateId);
        members.putAll(outcome.members());
        return write(members);
    }

    /** What the first answer shows: the kept members, then the secrets shown once. */
    String first(long updateId, Outcome outcome) {
        var members = head(UpdateStatus.APPLIED, updateId);
        members.putAll(outcome.members());
        members.putAll(outcome.once());
        return write(members);
    }

    private static Map<String, Object> head(UpdateStatus status, long updateId) {
        var members = new LinkedHashMap<String, Object>();
        members.put("status", status.code());
        members.put("update_id", updateId);
        return members;
    }

    private String write(Map<String, Object> members) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An answer can't be written as JSON", unwritable);
        }
    }
}

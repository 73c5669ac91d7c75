package com.skytill.vouchers.monitor;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.Objects;

/** Has a router end one session; whose it is may log in again. */
@Singleton
final class DisconnectRadiusSession implements Update<DisconnectRadiusSession.Parameters, RadiusSessionView> {

    private static final String NO_REASON = "requested";

    record Parameters(Long sessionId, String reason) {}

    private final RadiusSessionStore store;

    DisconnectRadiusSession(RadiusSessionStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                "disconnect_radius_session",
                Section.HOTSPOTS,
                Permission.RADIUS_WRITE,
                "Disconnects a RADIUS session",
                "The router is told to end it (RFC 5176), again and again until it has: disconnecting is true until then."
                        + " The device may log in again; expire its voucher or suspend its account to keep it out.",
                "session",
                RadiusSessionView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("session_id", "Which session").mandatory(),
                in.lines("reason", "Why; kept in the audit log").max(500).optional());
    }

    @Override
    public Uni<RadiusSessionView> check(Parameters parameters, Caller submitter) {
        return store.lock(parameters.sessionId()).map(found -> {
            var session = found.orElseThrow(() -> ProblemException.notFound("RADIUS session"));
            if (session.endedAt() != null) {
                throw new ProblemException(ProblemCode.ILLEGAL_STATE, "The session has ended before");
            }
            return session;
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, RadiusSessionView session, Caller submitter) {
        return store.disconnect(session, Objects.requireNonNullElse(parameters.reason(), NO_REASON))
                .chain(() -> store.find(session.sessionId()))
                .map(found -> Outcome.changed("session", session.sessionId(), found.orElseThrow()));
    }
}

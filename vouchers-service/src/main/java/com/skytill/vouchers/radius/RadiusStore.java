package com.skytill.vouchers.radius;

import com.skytill.vouchers.session.SessionConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The hot path's SQL: one function a packet (see the migration {@code V0101}). */
@Singleton
final class RadiusStore {

    private static final String AUTHORIZE = "select * from radius_authorize($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    private static final String GIVE_BACK = "select radius_give_back($1, $2, $3, $4)";
    private static final String ACCOUNT =
            "select radius_account($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
                    + " $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)";
    private static final String RESET = "select radius_nas_reset($1, $2, $3, $4)";

    private final Pool pool;
    private final Interval liveWindow;
    private final Interval claimWindow;

    RadiusStore(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.liveWindow = interval(config.liveWindow());
        this.claimWindow = interval(config.claimWindow());
    }

    /** Decides a login, and claims a device's place when it is accepted. */
    Uni<Login> authorize(List<String> loginKeys, boolean passwordFits, Nas nas, Instant now) {
        var parameters = Tuple.tuple()
                .addArrayOfString(loginKeys.toArray(String[]::new))
                .addBoolean(passwordFits)
                .addOffsetDateTime(at(now))
                .addString(nas.device())
                .addString(nas.callingStation())
                .addString(nas.identifier())
                .addString(nas.address())
                .addValue(liveWindow)
                .addValue(claimWindow);
        return pool.preparedQuery(AUTHORIZE)
                .execute(parameters)
                .map(rows -> login(rows.iterator().next()));
    }

    /** Gives a claim back. */
    Uni<Void> giveBack(SessionReference claim, Instant now) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(claim.identityId(), claim.sessionId(), claim.month(), at(now)))
                .replaceWithVoid();
    }

    /** Stores a session's packet; answers what became of it: stored, disconnecting or unknown. */
    Uni<String> account(AccountingPacket packet, Instant now) {
        var reference = packet.reference();
        var parameters = Tuple.tuple()
                .addString(packet.kind())
                .addLong(reference == null ? null : reference.identityId())
                .addLong(reference == null ? null : reference.sessionId())
                .addLocalDate(reference == null ? null : reference.month())
                .addArrayOfString(packet.loginKeys().toArray(String[]::new))
                .addOffsetDateTime(at(now))
                .addOffsetDateTime(at(packet.eventAt()))
                .addString(packet.uniqueId())
                .addString(packet.acctSessionId())
                .addString(packet.userName())
                .addString(packet.nas().device())
                .addString(packet.nas().callingStation())
                .addString(packet.nas().identifier())
                .addString(packet.nas().address())
                .addString(packet.framedIp())
                .addLong(packet.in().value())
                .addBoolean(packet.in().wide())
                .addLong(packet.out().value())
                .addBoolean(packet.out().wide())
                .addLong(packet.seconds())
                .addString(packet.cause())
                .addValue(liveWindow)
                .addValue(claimWindow);
        return pool.preparedQuery(ACCOUNT)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getString(0));
    }

    /** Ends every session that the router had until then. */
    Uni<Void> reset(Nas nas, Instant eventAt, Instant now) {
        return pool.preparedQuery(RESET)
                .execute(Tuple.of(nas.identifier(), nas.address(), at(eventAt), at(now)))
                .replaceWithVoid();
    }

    private static Login login(Row row) {
        var outcome = LoginOutcome.valueOf(row.getString("outcome"));
        if (outcome != LoginOutcome.ACCEPTED) {
            return Login.refused(outcome);
        }
        LocalDate month = row.getLocalDate("month");
        OffsetDateTime endsAt = row.getOffsetDateTime("ends_at");
        return new Login(
                outcome,
                new SessionReference(row.getLong("identity_id"), row.getLong("session_id"), month),
                row.getLong("data_left"),
                row.getLong("seconds_left"),
                endsAt == null ? null : endsAt.toInstant(),
                row.getInteger("download_kbps"),
                row.getInteger("upload_kbps"));
    }

    private static Interval interval(Duration duration) {
        return Interval.of(duration);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package com.skytill.vouchers.radius;

import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.session.SessionConfig;
import com.skytill.vouchers.speed.Speed;
import com.skytill.vouchers.speed.SpeedUsage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hot path's SQL: one function a packet (see the migration {@code V0105}). */
@Singleton
final class RadiusStore {

    private static final String LOGIN = "select * from radius_login($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    private static final String TELL = """
            update radius_sessions set download_kbps = $4, upload_kbps = $5
            where identity_id = $1 and session_id = $2 and month = $3
            """;
    private static final String GIVE_BACK = "select radius_give_back($1, $2, $3, $4)";
    private static final String USAGE =
            "select * from radius_usage($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
                    + " $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)";
    private static final String IDENTITIES = "select login_key, identity_id from identities where login_key = any ($1)";
    private static final String CHANGE_SPEED = "select change_speed($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String RESET = "select radius_nas_reset($1, $2, $3, $4)";

    private final Pool pool;
    private final WispCalendar calendar;
    private final Interval liveWindow;
    private final Interval claimWindow;

    RadiusStore(Pool pool, WispCalendar calendar, SessionConfig config) {
        this.pool = pool;
        this.calendar = calendar;
        this.liveWindow = interval(config.liveWindow());
        this.claimWindow = interval(config.claimWindow());
    }

    /** Decides a login, and claims a device's place when it is accepted. */
    Uni<Login> login(LoginAttempt attempt, Nas nas, Instant now) {
        var parameters = Tuple.tuple()
                .addArrayOfString(attempt.loginKeys().toArray(String[]::new))
                .addBoolean(attempt.voucherFits())
                .addString(attempt.passwordMac())
                .addString(attempt.verified())
                .addOffsetDateTime(at(now))
                .addLocalDate(calendar.month(now))
                .addString(nas.device())
                .addString(nas.callingStation())
                .addString(nas.identifier())
                .addString(nas.address())
                .addValue(liveWindow)
                .addValue(claimWindow);
        return pool.preparedQuery(LOGIN)
                .execute(parameters)
                .map(rows -> login(rows.iterator().next()));
    }

    /** Notes what the router is about to be told, where that is not the full speed. */
    Uni<Void> tell(SessionReference claim, Speed speed) {
        return pool.preparedQuery(TELL)
                .execute(Tuple.from(List.of(claim.identityId(), claim.sessionId(), claim.month()))
                        .addInteger(speed.downloadKbps())
                        .addInteger(speed.uploadKbps()))
                .replaceWithVoid();
    }

    /** Gives a claim back. */
    Uni<Void> giveBack(SessionReference claim, Instant now) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(claim.identityId(), claim.sessionId(), claim.month(), at(now)))
                .replaceWithVoid();
    }

    /** Stores sessions' packets in one transaction, in their order; all or none. Answers what became of each, in the same order. */
    Uni<List<Accounted>> account(List<Arrival> arrivals) {
        // Sent together with one Sync at the end, so that it is one transaction without a word (extended query
        // protocol).
        return pool.preparedQuery(USAGE)
                .executeBatch(arrivals.stream().map(this::parameters).toList())
                .map(RadiusStore::accounted);
    }

    private Tuple parameters(Arrival arrival) {
        var packet = arrival.packet();
        var now = arrival.at();
        var reference = packet.reference();
        return Tuple.tuple()
                .addString(packet.kind())
                .addLong(reference == null ? null : reference.identityId())
                .addLong(reference == null ? null : reference.sessionId())
                .addLocalDate(reference == null ? null : reference.month())
                .addArrayOfString(packet.loginKeys().toArray(String[]::new))
                .addOffsetDateTime(at(now))
                .addOffsetDateTime(at(packet.eventAt()))
                .addLocalDate(calendar.month(packet.eventAt()))
                .addOffsetDateTime(calendar.hour(packet.eventAt()))
                .addLocalDate(calendar.month(now))
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
    }

    /** The identities that those login keys lead to now. */
    Uni<Map<String, Long>> identities(List<String> loginKeys) {
        return pool.preparedQuery(IDENTITIES)
                .execute(Tuple.tuple().addArrayOfString(loginKeys.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<String, Long>();
                    rows.forEach(row -> found.put(row.getString("login_key"), row.getLong("identity_id")));
                    return found;
                });
    }

    /** Puts a new speed into the outbox; answers false when the router was told another meanwhile, or the session ends. */
    Uni<Boolean> changeSpeed(SessionReference session, Speed told, Speed speed, Instant now) {
        return pool.preparedQuery(CHANGE_SPEED)
                .execute(Tuple.from(List.of(session.identityId(), session.sessionId(), session.month()))
                        .addInteger(told.downloadKbps())
                        .addInteger(told.uploadKbps())
                        .addInteger(speed.downloadKbps())
                        .addInteger(speed.uploadKbps())
                        .addOffsetDateTime(at(now)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Ends every session that the router had until then. */
    Uni<Void> reset(Nas nas, Instant eventAt, Instant now) {
        return pool.preparedQuery(RESET)
                .execute(Tuple.of(nas.identifier(), nas.address(), at(eventAt), at(now)))
                .replaceWithVoid();
    }

    private static Login login(Row row) {
        var outcome = LoginOutcome.valueOf(row.getString("outcome"));
        String sealedPassword = row.getString("password_sealed");
        if (outcome != LoginOutcome.ACCEPTED) {
            return Login.refused(outcome, sealedPassword);
        }
        OffsetDateTime endsAt = row.getOffsetDateTime("ends_at");
        return new Login(
                outcome,
                sealedPassword,
                reference(row),
                row.getLong("data_left"),
                row.getLong("seconds_left"),
                endsAt == null ? null : endsAt.toInstant(),
                row.getString("static_ip"),
                speedBasis(row));
    }

    /** A batch's answers hang on one another. */
    private static List<Accounted> accounted(RowSet<Row> answers) {
        var accounted = new ArrayList<Accounted>();
        for (var rows = answers; rows != null; rows = rows.next()) {
            accounted.add(accounted(rows.iterator().next()));
        }
        return accounted;
    }

    private static Accounted accounted(Row row) {
        var outcome = row.getString("outcome");
        return row.getLong("session_id") == null
                ? Accounted.over(outcome)
                : new Accounted(
                        outcome,
                        Boolean.TRUE.equals(row.getBoolean("resumed")),
                        reference(row),
                        new Speed(row.getInteger("told_download_kbps"), row.getInteger("told_upload_kbps")),
                        speedBasis(row));
    }

    private static SpeedBasis speedBasis(Row row) {
        var cappedDown = row.getInteger("capped_download_kbps");
        var cappedUp = row.getInteger("capped_upload_kbps");
        var window = row.getLong("window_bytes");
        return new SpeedBasis(
                new Speed(row.getInteger("download_kbps"), row.getInteger("upload_kbps")),
                cappedDown == null && cappedUp == null ? null : new Speed(cappedDown, cappedUp),
                row.getLong("data_cap"),
                row.getLong("limit_policy_id"),
                row.getLong("boost_policy_id"),
                new SpeedUsage(row.getBoolean("cap_passed"), window == null ? 0 : window));
    }

    private static SessionReference reference(Row row) {
        return new SessionReference(row.getLong("identity_id"), row.getLong("session_id"), row.getLocalDate("month"));
    }

    private static Interval interval(Duration duration) {
        return Interval.of(duration);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
